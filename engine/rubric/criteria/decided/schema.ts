import { z } from 'zod'
import { aspects } from '../../../design/words.ts'
import { criterionFields } from '../../criterion.ts'

/** A decision record with its alternatives, its price and what drives it. */
export const decidedSchema = z.strictObject({
  ...criterionFields,
  kind: z.literal('decided'),
  aspects: z.array(z.enum(aspects)).default([]).describe('What it must be about; any when empty'),
  min: z.number().int().positive().default(1).describe('So many different decisions'),
  needs: z
    .array(z.enum(['alternative', 'gives-up', 'gives-up-amount', 'driver', 'door', 'reversal', 'impact']))
    .min(1)
    .default(['alternative', 'gives-up', 'driver']),
  drivers: z
    .array(z.string())
    .default([])
    .describe('Targets, quality:NAME, kind:KIND or @category one of which must drive it; any when empty'),
  impactBoxes: z.number().int().min(1).max(4).default(2),
})
