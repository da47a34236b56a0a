import { z } from 'zod'
import { componentKindsSchema } from '../architecture/component-kinds.ts'
import { parseSubmission } from '../design/parse-submission.ts'
import type { Submission } from '../design/submission.ts'
import { drillSchema } from '../drill/drill.ts'
import { framesSchema } from '../rationale/frame.ts'
import { compareReports } from './compare-reports.ts'
import { engineVersion } from './engine-version.ts'
import { genericCurveballsSchema } from './generic-curveball.ts'
import { type CompiledDrill, rubricSchema } from './rubric.ts'
import { type ScoreReport, scoreReportSchema } from './score-report.ts'
import { scoreSubmission } from './score-submission.ts'
import { scoringSchema } from './scoring.ts'
import { seedOfSubmission } from './seed.ts'
import { type Timeline, timelineSchema } from './timeline.ts'

/** The name of this version of the format. */
export const bundleFormat = 'tenfold/bundle/1'

/** A pinned drill from outside: everything that scoring reads. */
export const compiledDrillSchema = z.object({
  drill: drillSchema,
  criteria: rubricSchema.shape.criteria.or(z.tuple([])),
  scoring: scoringSchema,
  kinds: componentKindsSchema.shape.kinds.or(z.tuple([])),
  generic: genericCurveballsSchema.shape.curveballs.or(z.tuple([])).optional(),
  frames: framesSchema.optional(),
  copied: z.array(z.number()).optional(),
  content: z.string(),
})

const bundleSchema = z.strictObject({
  format: z.literal(bundleFormat, { error: `is not "${bundleFormat}"; this Tenfold reads no other bundle` }),
  engine: z.string().describe('The version of the engine that made the report'),
  seed: z.number().int(),
  submission: z.unknown(),
  timeline: timelineSchema,
  drill: compiledDrillSchema.describe('The pinned drill: everything that the scoring read'),
  report: scoreReportSchema,
})

/** A score with all that it takes to compute it again. What is inside is claimed by whoever made it until it is re-run. */
export type Bundle = {
  readonly format: typeof bundleFormat
  readonly engine: string
  readonly seed: number
  readonly submission: Submission
  readonly timeline: Timeline
  readonly drill: CompiledDrill
  readonly report: ScoreReport
}

type BundleProblem = { readonly path: readonly (string | number)[]; readonly message: string }

/** Reads anything as a bundle; each problem has its place. */
export function readBundle(
  value: unknown,
): { readonly ok: true; readonly bundle: Bundle } | { readonly ok: false; readonly problems: readonly BundleProblem[] } {
  const parsed = bundleSchema.safeParse(value)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({
      path: path.map(part => (typeof part === 'number' ? part : String(part))),
      message,
    }))
    return { ok: false, problems }
  }
  const submission = parseSubmission(parsed.data.submission)
  if (!submission.ok)
    return { ok: false, problems: submission.problems.map(({ path, message }) => ({ path: ['submission', ...path], message })) }
  return { ok: true, bundle: { ...parsed.data, submission: submission.submission } }
}

/**
 * Scores a bundle again by the drill that it carries. `bytes` is the report as the server stores it; `differences` says in words what is not as the
 * bundle claims, and is empty when the report has the same bytes (`claimed`).
 */
export function rerunBundle(
  { drill, submission, timeline, report, engine, seed }: Bundle,
  claimed: string,
): { readonly bytes: string; readonly differences: readonly string[] } {
  const again = scoreSubmission(drill, { submission, timeline }, { seed: seedOfSubmission(submission) })
  const bytes = JSON.stringify(again)
  if (bytes === claimed) return { bytes, differences: [] }
  const named = [
    ...(engine === engineVersion ? [] : [`engine: the bundle was scored by ${engine}; this is ${engineVersion}`]),
    ...(report.engine === engine ? [] : [`engine: the bundle says ${engine}, its report ${report.engine}`]),
    ...(report.content === drill.content
      ? []
      : [`content: the report was made of ${report.content}; the drill in the bundle is ${drill.content}`]),
    ...(seed === again.seed ? [] : [`seed: the bundle says ${seed}; its submission gives ${again.seed}`]),
    ...(['L6', 'L7'] as const)
      .filter(level => report.bands[level] !== again.bands[level])
      .map(level => `${level}: claimed ${report.bands[level]}, comes out ${again.bands[level]}`),
    ...compareReports(report, again)
      .filter(({ change }) => change !== 'same')
      .map(({ id, left, right }) => `criterion ${id}: claimed ${inWords(left)}, comes out ${inWords(right)}`),
  ]
  return { bytes, differences: named.length > 0 ? named : otherParts(report, again) }
}

type Judged = { readonly verdict: string; readonly earned: number; readonly possible: number } | null
const inWords = (judged: Judged) => (judged ? `${judged.verdict} (${judged.earned} of ${judged.possible})` : 'not there')

function otherParts(claimed: ScoreReport, again: ScoreReport): readonly string[] {
  const mine = new Map(Object.entries(claimed))
  const parts = Object.entries(again).filter(([key, value]) => JSON.stringify(mine.get(key)) !== JSON.stringify(value))
  return parts.length > 0
    ? parts.map(([key]) => `report.${key}: says something else`)
    : ['report: the same values in another order; it was not written by Tenfold']
}
