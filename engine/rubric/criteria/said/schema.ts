import { z } from 'zod'
import { criterionFields } from '../../criterion.ts'
import { where } from '../where.ts'

/** What only prose says: a frame reads it, may only award, and never for points of a dimension. */
export const saidSchema = z.strictObject({
  ...criterionFields,
  kind: z.literal('said'),
  frame: z
    .string()
    .regex(/^[a-z_]+$/)
    .describe('A frame of content/rationale/frames.yaml'),
  in: z
    .array(z.string().regex(/^[a-zA-Z0-9]+(\.[a-zA-Z0-9]+)*$/))
    .min(1)
    .describe('Boxes of prose, by dotted path; a list on the way stands for all of its records: decisions.impact.risk'),
  unless: z
    .strictObject({
      part: z.string().regex(/^[a-zA-Z0-9]+(\.[a-zA-Z0-9]+)*$/),
      where,
      why: z.string().trim().min(1).describe('What the typed fields say instead'),
    })
    .optional()
    .describe('Typed fields that contradict the text: then nobody can be sure'),
  checklist: z.array(z.string().trim().min(1)).default([]).describe('Asked when no rule can tell; none: that of the frame'),
})
