import { z } from 'zod'
import { aspects } from '../design/words.ts'
import { slug } from '../drill/drill.ts'
import { where } from './criteria/where.ts'

/** A place where an answer may stand: enough records of a part that meet the conditions. */
const answerPlace = z.strictObject({
  part: z
    .string()
    .regex(/^[a-zA-Z0-9]+(\.[a-zA-Z0-9]+)*$/, 'is not a dotted path such as operations.alarms')
    .describe('Dotted path of a list or a mapping of the submission, such as failures'),
  where,
  min: z.number().int().positive().default(1),
})

const genericCurveball = z.strictObject({
  id: slug,
  aspect: z.enum(aspects).describe('What it is about; a drill with a curveball of its own on that is asked something else'),
  text: z.string().trim().min(1).describe('As the interviewer says it'),
  debrief: z.string().trim().min(1).describe('What a strong answer does'),
  answeredBy: z.array(answerPlace).min(1).describe('Any of these answers it'),
})

/** interview/curveballs.yaml: what may be thrown at any design. */
export const genericCurveballsSchema = z.strictObject({ curveballs: z.array(genericCurveball).min(1) })

export type GenericCurveball = z.infer<typeof genericCurveball>
