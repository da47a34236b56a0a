import { z } from 'zod'
import { criterionFields } from '../../criterion.ts'
import { where } from '../where.ts'

/** Enough records of a part meet the conditions. Records that say the same count once. */
export const presentSchema = z.strictObject({
  ...criterionFields,
  kind: z.literal('present'),
  part: z
    .string()
    .regex(/^[a-zA-Z0-9]+(\.[a-zA-Z0-9]+)*$/)
    .describe('Dotted path of a list or a mapping of the submission, such as operations.alarms'),
  where,
  min: z.number().int().positive().default(1),
  distinct: z.string().optional().describe('Count the different values of this field instead of the records'),
  partlyFrom: z.number().int().positive().optional().describe('So many are partly met'),
})
