import { z } from 'zod'
import { levels, slug } from '../drill/drill.ts'

export const verdicts = ['met', 'partly', 'missed', 'unsure'] as const
export type Verdict = (typeof verdicts)[number]

/** Where a point comes from. The tiers are reported side by side and never added up. */
export const tiers = ['verified', 'claimed', 'self-assessed'] as const

/** A place in the submission (`/data/urls/partitionKey`: records by id) and what stands there. */
export type Evidence = { readonly at: string; readonly text: string }

/**
 * What a scorer found. `unsure` and `missed` earn nothing; `partly` earns half. What could not be measured (a criterion about time without
 * a timeline) leaves `possible`, too.
 */
export type Finding = {
  readonly verdict: Verdict
  readonly evidence: readonly Evidence[]
  readonly reason: string
  readonly unmeasured?: true
}

const text = z.string().trim().min(1)

/** What every criterion has, whatever its kind. */
export const criterionFields = {
  id: slug,
  dimension: slug.describe('One of the dimensions of scoring.yaml'),
  points: z.number().positive().max(20),
  levels: z
    .partialRecord(z.enum(levels), z.number().min(0).max(5))
    .default({})
    .describe('How much more or less it counts at a level; 1 unless said'),
  must: z.array(z.enum(levels)).default([]).describe('Levels for which missing it caps the band'),
  question: text.describe('The question it answers'),
  mend: text.describe('The cheapest change that would earn it'),
  lesson: slug.optional(),
} as const

export const met = (reason: string, evidence: readonly Evidence[] = []): Finding => ({ verdict: 'met', reason, evidence })
export const partly = (reason: string, evidence: readonly Evidence[] = []): Finding => ({ verdict: 'partly', reason, evidence })
export const missed = (reason: string, evidence: readonly Evidence[] = []): Finding => ({ verdict: 'missed', reason, evidence })
export const unmeasured = (reason: string): Finding => ({ verdict: 'unsure', reason, evidence: [], unmeasured: true })
