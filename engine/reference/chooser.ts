import { z } from 'zod'

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not an id: use lower-case words joined by "-"')
const name = z.string().regex(/^[a-z][a-z0-9_]{0,40}$/, 'is not a name: use lower-case letters, digits and "_"')
const text = z.string().trim().min(1, 'is empty').max(600)
const formula = z.string().trim().min(1, 'is empty').max(300)

const number = z.strictObject({
  name: name.describe('how the lines call it'),
  label: text.describe('what the reader types here, average or peak, with its unit'),
  start: formula.describe('what stands there at first, in the worksheet language'),
})

const option = z.strictObject({
  id: slug,
  text: text.describe('the answer, as a reader would say it'),
  below: formula.optional().describe('of a computed question: the answer holds while the value is below this; the last has none'),
})

const question = z.strictObject({
  id: slug,
  ask: text.describe('what decides; one thing only'),
  value: name.optional().describe('a name of the lines: then the answer is computed from the numbers and not asked'),
  options: z.array(option).min(2).max(6),
})

const row = z.strictObject({
  when: z
    .record(slug, z.union([slug, z.array(slug).min(1)]))
    .describe('a question and the answer, or answers, for which the row holds; what is not named may be anything'),
  choose: slug.describe('the id of a result'),
})

const result = z.strictObject({
  id: slug,
  title: text.describe('what to do'),
  because: text.describe('the reason, in a sentence or two'),
  not: text.describe('when this is the wrong answer'),
  lesson: slug.describe('the lesson that explains it'),
})

const chooser = z.strictObject({
  id: slug,
  title: text,
  ask: text.describe('the question that it decides'),
  note: text.optional().describe('what is often said, and is wrong'),
  numbers: z.array(number).max(8).default([]),
  lines: z.string().max(2000).default('').describe('lines of the worksheet language over the numbers'),
  shows: z
    .array(z.strictObject({ name, label: text }))
    .default([])
    .describe('results of the lines that are shown'),
  questions: z.array(question).min(1).max(6),
  rows: z.array(row).min(2).describe('the table: the first row that holds decides'),
  results: z.array(result).min(2),
})

/** choosers.yaml: small decision tables, from a few answers and numbers to a recommendation with its reason. */
export const choosersSchema = z.strictObject({ choosers: z.array(chooser).min(1) })

export type Chooser = z.infer<typeof chooser>
export type ChooserQuestion = Chooser['questions'][number]
export type ChooserResult = Chooser['results'][number]
