import { z } from 'zod'
import { criterionFields } from '../../criterion.ts'

const kinds = z.array(z.string()).min(1).describe('Component kinds, or @category')

/** A property of the drawn graph: kinds, direction and paths, never labels. */
export const topologySchema = z.strictObject({
  ...criterionFields,
  kind: z.literal('topology'),
  check: z.discriminatedUnion('is', [
    z.strictObject({
      is: z.literal('flow-passes'),
      stages: z.array(kinds).min(1).describe('In this order, on one flow that is linked all the way'),
    }),
    z.strictObject({ is: z.literal('path'), from: kinds, to: kinds, avoiding: z.array(z.string()).default([]) }),
    z.strictObject({
      is: z.literal('off-path'),
      kinds,
      path: kinds.describe('Reached asynchronously from one of these, and on no synchronous flow of theirs'),
    }),
    z.strictObject({ is: z.literal('no-single-point'), ignoring: z.array(z.string()).default([]) }),
    z.strictObject({ is: z.literal('flows-linked'), min: z.number().int().positive().default(1) }),
  ]),
})
