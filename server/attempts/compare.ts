import { z } from 'zod'
import { type ComparedPart, compareSubmissions } from '#engine/design/compare-submissions.ts'
import { parseSubmission } from '#engine/design/parse-submission.ts'
import type { Submission } from '#engine/design/submission.ts'
import { type ComparedCriterion, compareReports } from '#engine/rubric/compare-reports.ts'
import { readReport, type ScoreReport } from '#engine/rubric/score-report.ts'
import { scoreSubmission } from '#engine/rubric/score-submission.ts'
import { seedOfSubmission } from '#engine/rubric/seed.ts'
import { type AttemptDeps, readPinned } from './deps.ts'
import { type AttemptView, loadAttempt } from './load-attempt.ts'
import { attemptNotFound, type Refusal, refuse } from './refusal.ts'

/** With what an attempt is compared: `exemplar:NAME`, or the id of another attempt. */
export const comparedWith = z.string().regex(/^(exemplar:[a-z0-9-]{1,100}|[\w-]{1,64})$/)

export type NamedExemplar = {
  readonly name: string
  readonly exemplar: { readonly title: string; readonly submission?: unknown }
}

export type ComparedSide = {
  readonly kind: 'attempt' | 'exemplar'
  readonly title: string
  /** When it was handed in; null for an exemplar. */
  readonly atMs: number | null
  readonly submission: Submission
  readonly report: ScoreReport
}

export type Comparison = {
  readonly ok: true
  readonly left: ComparedSide
  readonly right: ComparedSide
  readonly parts: readonly ComparedPart[]
  readonly criteria: readonly ComparedCriterion[]
  /** Whether both scores come from the same rules and the same content; otherwise they differ for more reasons than the design. */
  readonly alike: boolean
}

/**
 * This person's attempt beside another one of theirs or beside an exemplar, of the same drill. An exemplar is scored by the drill that the attempt's
 * newest score used, so that both are judged alike.
 */
export async function compareAttempt(
  deps: AttemptDeps,
  userId: string,
  attemptId: string,
  input: { readonly with: string; readonly exemplars: readonly NamedExemplar[] },
): Promise<Comparison | Refusal> {
  const other = comparedWith.safeParse(input.with)
  if (!other.success)
    return refuse(400, 'invalid', 'The address does not say with what to compare. Choose an attempt or an exemplar below.')
  const attempt = await loadAttempt(deps, userId, attemptId)
  if (!attempt) return attemptNotFound
  const left = sideOf(attempt, 'This attempt')
  if (!left) return noScore('This attempt')
  const right = other.data.startsWith('exemplar:')
    ? await exemplarSide(deps, attempt, input.exemplars, other.data.slice('exemplar:'.length))
    : await attemptSide(deps, userId, attempt, other.data)
  if ('ok' in right) return right
  return {
    ok: true,
    left,
    right,
    parts: compareSubmissions(left.submission, right.submission),
    criteria: compareReports(left.report, right.report),
    alike: left.report.engine === right.report.engine && left.report.content === right.report.content,
  }
}

const noScore = (which: string) =>
  refuse(409, 'no-score', `${which} has no score yet. Hand it in first; if it was, open it and score it again.`)

function sideOf(view: AttemptView, title: string): ComparedSide | null {
  const report = view.handedInAtMs === null ? undefined : readReport(view.scores.at(-1)?.report)
  return report ? { kind: 'attempt', title, atMs: view.handedInAtMs, submission: view.submission, report } : null
}

async function attemptSide(
  deps: AttemptDeps,
  userId: string,
  attempt: AttemptView,
  otherId: string,
): Promise<ComparedSide | Refusal> {
  const other = await loadAttempt(deps, userId, otherId)
  if (!other) return attemptNotFound
  if (other.drillSlug !== attempt.drillSlug)
    return refuse(
      409,
      'other-drill',
      `That attempt is of "${other.drill.drill.title}", this one of "${attempt.drill.drill.title}": their criteria have nothing in common. Choose one of the same drill below.`,
    )
  return sideOf(other, 'The other attempt') ?? noScore('The other attempt')
}

async function exemplarSide(
  deps: AttemptDeps,
  attempt: AttemptView,
  exemplars: readonly NamedExemplar[],
  name: string,
): Promise<ComparedSide | Refusal> {
  const found = exemplars.find(e => e.name === name)
  const parsed = found && parseSubmission(found.exemplar.submission)
  if (!found || !parsed?.ok)
    return refuse(404, 'unknown-exemplar', `This drill has no exemplar "${name}". Choose one of those below.`)
  const hash = attempt.scores.at(-1)?.content ?? attempt.pinnedHash
  const pinned = await deps.db.pinnedDrill.findUniqueOrThrow({ where: { hash } })
  const { submission } = parsed
  const report = scoreSubmission(readPinned(pinned.json), { submission }, { seed: seedOfSubmission(submission) })
  return { kind: 'exemplar', title: found.exemplar.title, atMs: null, submission, report }
}
