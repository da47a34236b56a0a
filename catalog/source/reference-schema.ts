import { z } from 'zod'

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not an id: use lower-case words joined by "-"')
const date = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'is not a date: write 2026, 2026-09 or 2026-09-20')

/** How far a number can be trusted: from its maker's documentation, measured by somebody, read second-hand, a habit of the trade, in dispute. */
const certainties = ['documented', 'measured', 'reported', 'rule of thumb', 'disputed'] as const

const fact = z.strictObject({
  id: id.describe('a name of its own, used by <Fact id="...">'),
  name: z.string().min(1).describe('what the number is'),
  value: z.string().min(1).max(100).describe('the number with its unit, in the worksheet language; ranges are written 15..25'),
  sure: z.enum(certainties).describe(`how far it can be trusted: ${certainties.join(', ')}`),
  source: z
    .strictObject({ title: z.string().min(1), url: z.url({ protocol: /^https?$/ }).optional() })
    .describe('where it comes from'),
  date: date.describe('when the source said so, or when it was read'),
  note: z.string().min(1).optional().describe('what to keep in mind when using it'),
})

/** content/reference/*.yaml, components.yaml aside: numbers, each with its source, its date and how sure it is. */
export const referenceSchema = z.strictObject({ title: z.string().min(1), facts: z.array(fact).min(1) })

export type ReferenceFact = z.infer<typeof fact>
