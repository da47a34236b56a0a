import { z } from 'zod'
import { slug } from '../../../drill/drill.ts'
import { criterionFields } from '../../criterion.ts'
import { where } from '../where.ts'

/** Was it there before its curveball? Foreseen is met, answered afterwards is partly met. */
export const foreseenSchema = z.strictObject({
  ...criterionFields,
  kind: z.literal('foreseen'),
  curveball: slug.describe('The curveball that brings it up'),
  part: z
    .string()
    .regex(/^[a-zA-Z0-9]+(\.[a-zA-Z0-9]+)*$/)
    .describe('Dotted path of a list or a mapping of the submission, such as failures'),
  where,
  min: z.number().int().positive().default(1),
})
