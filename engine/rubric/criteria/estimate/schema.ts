import { z } from 'zod'
import { formulaName } from '../../../drill/drill.ts'
import { criterionFields } from '../../criterion.ts'

/** A stated number is right by our reference, or right by the candidate's own earlier numbers. */
export const estimateSchema = z.strictObject({ ...criterionFields, kind: z.literal('estimate'), target: formulaName })
