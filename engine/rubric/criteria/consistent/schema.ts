import { z } from 'zod'
import { slug } from '../../../drill/drill.ts'
import { criterionFields } from '../../criterion.ts'

/** Two parts of the submission agree, by a rule of the library. */
export const consistentSchema = z.strictObject({
  ...criterionFields,
  kind: z.literal('consistent'),
  rule: slug.describe('A rule of engine/rubric/criteria/consistent/rules'),
  with: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .default({})
    .describe('What the rule needs to know, such as the name of a target'),
})
