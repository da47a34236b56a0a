import { z } from 'zod'
import { levels, slug } from '../drill/drill.ts'

export const bands = ['below', 'near', 'at', 'above'] as const
export type Band = (typeof bands)[number]

const share = z.number().min(0).max(1)
const weights = z.strictObject({ L6: z.number().min(0).max(100), L7: z.number().min(0).max(100) })

const expects = z
  .strictObject({ L6: z.string().min(1), L7: z.string().min(1) })
  .describe('What the level is expected to show, in a sentence')

/** scoring.yaml: the ten dimensions, their weights by level, and the cut scores common to all drills. */
export const scoringSchema = z
  .strictObject({
    dimensions: z
      .array(z.strictObject({ id: slug, title: z.string().min(1), weights, expects: expects.optional() }))
      .length(10, 'needs exactly ten dimensions'),
    bands: z
      .strictObject({ near: share, at: share, above: share })
      .describe('The share of the weighted points from which a band starts'),
    minimumCoverage: share.describe('A level of whose weights a drill covers less is "not measured"'),
    capWhenMustMissed: z.enum(bands).describe('The best band that is left when a must-have is missed'),
    because: z.string().min(1).describe('Why the cut scores are what they are'),
  })
  .superRefine((scoring, context) => {
    for (const level of levels) {
      const sum = scoring.dimensions.reduce((total, d) => total + d.weights[level], 0)
      if (sum !== 100)
        context.addIssue({
          code: 'custom',
          path: ['dimensions'],
          message: `the weights of ${level} add up to ${sum}; make it 100`,
        })
    }
    const { near, at, above } = scoring.bands
    if (!(near < at && at < above)) context.addIssue({ code: 'custom', path: ['bands'], message: 'must rise: near < at < above' })
  })

export type Scoring = z.infer<typeof scoringSchema>
