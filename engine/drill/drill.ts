import { z } from 'zod'
import { aspects } from '../design/words.ts'

/** A name that formulas can use: snake_case, as in a worksheet. */
export const formulaName = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,63}$/, 'is not a name that a formula can use: lower-case letters, digits and "_"')
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a slug: lower-case words joined by "-"')
const text = z.string().trim().min(1, 'is empty; write something or remove the line')
const formula = text.max(500)

export const levels = ['L6', 'L7'] as const
export type Level = (typeof levels)[number]

const fact = z.strictObject({
  id: slug,
  text: text.describe('The answer, as the interviewer says it'),
  given: z.boolean().default(false).describe('Stated with the prompt; otherwise revealed when asked'),
  asks: z.array(text).default([]).describe('Phrases and words by which a question finds it'),
  name: formulaName.optional().describe('The name under which formulas know its value'),
  value: formula.optional().describe('Its value, in the worksheet language'),
})

const slot = z.strictObject({
  id: formulaName,
  ask: text.describe('What the candidate must assume'),
  unit: text.describe('An example of the unit, such as "GB" or "1"'),
  reference: formula.describe('Our own assumption'),
  plausible: z.tuple([formula, formula]).describe('The range in which a follow-through counts'),
  role: z.enum(['peak', 'replication', 'read-write', 'retention', 'percent', 'other']).default('other'),
})

/** "10%" is a share of the expected value, "x2" a factor either way, "exact" equality after each named convention. */
const tolerance = z.string().regex(/^(exact|\d+(\.\d+)?%|x\d+(\.\d+)?)$/, 'is not a tolerance: write "10%", "x2" or "exact"')

const target = z.strictObject({
  id: formulaName,
  ask: text.describe('Says average or peak, before or after replication'),
  unit: text.describe('An example of the unit that is expected, such as "/s" or "GB"'),
  formula: formula.describe('Over named facts, slots and other targets'),
  tolerance: tolerance.default('10%'),
  near: tolerance.optional().describe('Within this it is partly met'),
  atLeast: formula.optional().describe('Instead of a reference value: what it must reach'),
  atMost: formula.optional().describe('Instead of a reference value: what it must not pass'),
  plausible: z.tuple([formula, formula]).optional().describe('Outside it, targets downstream do not follow it'),
  rule: text.describe('The rule in words, shown after scoring'),
})

const curveball = z.strictObject({
  id: slug,
  minute: z.number().min(0).max(240),
  text,
  aspect: z.enum(aspects).default('other'),
  debrief: text.describe('What a strong answer does'),
})

const phase = z.strictObject({
  id: slug,
  title: text,
  minutes: z.number().positive(),
  parts: z.array(text).default([]).describe('Parts of the submission that it is about'),
  checklist: z.array(text).min(1),
  prompt: text.optional().describe('What the interviewer of a mock says as it begins; says nothing of the answer'),
})

/** drill.yaml. An author writes this; `toPublicDrill` decides what a candidate may see before the attempt is scored. */
export const drillSchema = z.strictObject({
  slug,
  title: text,
  level: z.enum(levels),
  minutes: z.number().int().positive().max(240),
  summary: text.describe('One line for the list; says nothing of the answer'),
  practiceOnly: z.boolean().default(false).describe('A warm-up: never timed'),
  phases: z.array(phase).min(1),
  facts: z.array(fact).default([]),
  slots: z.array(slot).default([]),
  targets: z.array(target).default([]),
  curveballs: z.array(curveball).default([]),
  lessons: z.array(slug).default([]),
  debrief: z.array(text).default([]).describe('What to take home, shown after scoring'),
  sources: z.array(text).default([]),
})

export type Drill = z.infer<typeof drillSchema>
export type Fact = Drill['facts'][number]
export type Slot = Drill['slots'][number]
export type Target = Drill['targets'][number]
export type Phase = Drill['phases'][number]

/** The half of a drill that may reach the candidate before the attempt is scored. */
export type PublicDrill = Pick<
  Drill,
  'slug' | 'title' | 'level' | 'minutes' | 'summary' | 'practiceOnly' | 'phases' | 'lessons'
> & {
  readonly facts: readonly {
    readonly id: string
    readonly text: string
    readonly name?: string | undefined
    readonly value?: string | undefined
  }[]
  readonly slots: readonly { readonly id: string; readonly ask: string; readonly unit: string }[]
  readonly targets: readonly { readonly id: string; readonly ask: string; readonly unit: string }[]
}

/**
 * The public half. Facts that are not given appear only when their id is in `asked`; formulas, values, tolerances, reference
 * assumptions, plausible ranges and curveballs never do.
 */
export function toPublicDrill(drill: Drill, asked: readonly string[] = []): PublicDrill {
  const { slug: name, title, level, minutes, summary, practiceOnly, phases, lessons } = drill
  return {
    slug: name,
    title,
    level,
    minutes,
    summary,
    practiceOnly,
    phases,
    lessons,
    facts: drill.facts
      .filter(f => f.given || asked.includes(f.id))
      .map(f => ({ id: f.id, text: f.text, ...(f.name ? { name: f.name } : {}), ...(f.value ? { value: f.value } : {}) })),
    slots: drill.slots.map(s => ({ id: s.id, ask: s.ask, unit: s.unit })),
    targets: drill.targets.map(t => ({ id: t.id, ask: t.ask, unit: t.unit })),
  }
}
