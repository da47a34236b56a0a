import { z } from 'zod'
import { qualities } from '../../../design/words.ts'
import { criterionFields } from '../../criterion.ts'

/** What a requirement may be followed to. `flow`: a flow that has it as its objective, or, for one of all flows, any. */
export const links = ['flow', 'component', 'alarm', 'decision', 'failure'] as const

/** A requirement can be followed through the design: to a flow, its components, an alarm. */
export const tracedSchema = z.strictObject({
  ...criterionFields,
  kind: z.literal('traced'),
  qualities: z.array(z.enum(qualities)).min(1).describe('Requirements of these qualities'),
  to: z.array(z.enum(links)).min(1),
  min: z.number().int().positive().default(1).describe('Different requirements that must be followed all the way'),
})
