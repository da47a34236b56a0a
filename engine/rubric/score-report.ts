import { z } from 'zod'
import { tiers, verdicts } from './criterion.ts'
import { bands } from './scoring.ts'

const pointsFields = { earned: z.number(), possible: z.number() }
const points = z.object(pointsFields)
const band = z.union([z.enum(bands), z.literal('not measured')])
const number = z.number().nullable()

const levelScore = z.object({
  band,
  score: number.describe('Share of the weighted points, 0 to 1; null when not measured'),
  covered: z.number().describe("Share of the level's weights that this drill covers"),
  cappedBy: z.array(z.string()).describe('Must-haves that were missed and cap the band'),
})

const criterionReport = z.object({
  id: z.string(),
  dimension: z.string(),
  kind: z.string(),
  tier: z.enum(tiers),
  verdict: z.enum(verdicts),
  ...pointsFields,
  reason: z.string(),
  evidence: z.array(z.object({ at: z.string(), text: z.string() })),
  question: z.string(),
  mend: z.string(),
  lesson: z.string().nullable(),
})

/** Numbers are in base units (s, bytes, USD, counts); `ratio` is stated over what it is judged by. */
const estimate = z.object({
  target: z.string(),
  ask: z.string(),
  verdict: z.enum(['met', 'partly', 'missed', 'not stated']),
  reason: z.string(),
  unit: z.string(),
  stated: number,
  recomputed: number,
  reference: number,
  ratio: number,
  slip: z.object({ id: z.string(), explanation: z.string() }).nullable(),
  text: z.object({ stated: z.string(), recomputed: z.string(), reference: z.string() }),
})

/** The score of one submission: plain JSON; the same input always gives the same bytes. */
export const scoreReportSchema = z.object({
  drill: z.string(),
  bands: z.object({ L6: band, L7: band }),
  levels: z.object({ L6: levelScore, L7: levelScore }),
  tiers: z.object({ verified: points, claimed: points, selfAssessed: points }),
  dimensions: z.array(z.object({ id: z.string(), title: z.string(), ...pointsFields })),
  criteria: z.array(criterionReport),
  estimates: z.array(estimate),
  worksheet: z.object({ errors: z.array(z.object({ line: z.number(), column: z.number(), message: z.string() })) }),
  engine: z.string(),
  content: z.string(),
  seed: z.number(),
})

export type ScoreReport = z.infer<typeof scoreReportSchema>
export type CriterionReport = z.infer<typeof criterionReport>
export type Estimate = z.infer<typeof estimate>
export type LevelScore = z.infer<typeof levelScore>

/** Reads a stored score; undefined when it is none. */
export function readReport(stored: unknown): ScoreReport | undefined {
  const parsed = scoreReportSchema.safeParse(stored)
  return parsed.success ? parsed.data : undefined
}
