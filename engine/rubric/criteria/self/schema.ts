import { z } from 'zod'
import { criterionFields } from '../../criterion.ts'

/** What nothing typed can decide: the candidate ticks the list after the score. No points. */
export const selfSchema = z.strictObject({
  ...criterionFields,
  points: z.number().positive().max(20).default(1),
  kind: z.literal('self'),
  checklist: z.array(z.string().trim().min(1)).min(1),
})
