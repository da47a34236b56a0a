import { z } from 'zod'
import { slug } from '../../../drill/drill.ts'
import { criterionFields } from '../../criterion.ts'

const kinds = z.array(z.string()).min(1).describe('Component kinds, or @category')
const bound = z.string().trim().min(1).max(200).describe("A quantity, over the drill's names")
const load = z.number().positive().max(1000).default(1).describe('Multiple of the load')
const flow = z.array(kinds).default([]).describe('Only flows that pass these, in this order; none: every flow')

/** What the design does when it is run: never what it says of itself. */
export const simulatedSchema = z.strictObject({
  ...criterionFields,
  kind: z.literal('simulated'),
  demand: slug
    .or(z.string().regex(/^[a-z][a-z0-9_]*$/))
    .optional()
    .describe('A target: requests a second that the flows must carry in all; stated rates below it are scaled up'),
  through: flow.describe(
    'Flows that the demand is about, by what they pass in order, so that others do not fill it up; none: every flow',
  ),
  check: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('carries'), load }),
    z.strictObject({ is: z.literal('latency'), flow, percentile: z.number().gt(0).lt(100).default(99), atMost: bound, load }),
    z.strictObject({ is: z.literal('availability'), flow, atLeast: bound }),
    z.strictObject({
      is: z.literal('survives'),
      failures: z
        .array(z.string())
        .min(1)
        .describe('zone, region, cell, or kinds of component: each alone; one that the design does not have is survived'),
      atMost: bound.describe('Share of requests that may be lost, such as 1%'),
    }),
    z.strictObject({ is: z.literal('predicted'), at: z.union([z.literal(10), z.literal(100)]) }),
    z.strictObject({ is: z.literal('buys-something'), kinds: kinds.describe('Only kinds whose purpose is simulated') }),
    z.strictObject({ is: z.literal('not-oversized'), factor: z.number().gt(1).default(10) }),
    z.strictObject({ is: z.literal('cost'), atMost: bound.describe('USD a month') }),
  ]),
})
