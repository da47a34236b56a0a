import { z } from 'zod'

const scalar = z.union([z.string(), z.number(), z.boolean()])

/** What a field of a record must be: a value, one of several, or a condition. */
export const condition = z.union([
  scalar,
  z.array(scalar).min(1),
  z.strictObject({ filled: z.literal(true).describe('Says something: not empty, not a placeholder') }),
  z.strictObject({ quantity: z.literal(true).describe('Can be read as a quantity') }),
  z.strictObject({
    atLeast: z.string().optional().describe('A quantity in the worksheet language'),
    atMost: z.string().optional(),
  }),
  z.strictObject({ component: z.array(z.string()).min(1).describe('Names a component of one of these kinds, or @category') }),
  z.strictObject({ refersTo: z.array(z.enum(['requirement', 'target', 'component', 'store', 'flow'])).min(1) }),
  z.strictObject({ items: z.number().int().positive().describe('A list with at least so many entries') }),
])

export const where = z.record(z.string(), condition).default({})

export type Condition = z.infer<typeof condition>
export type Where = z.infer<typeof where>
