import { z } from 'zod'
import { emptySubmission, type Submission } from '#engine/design/submission.ts'
import type { CompiledDrill } from '#engine/rubric/rubric.ts'
import { type AskedQuestion, questionsAsked } from './asked-questions.ts'
import type { AttemptFilter } from './attempt-filter.ts'
import { unpack } from './body.ts'
import { type AttemptDeps, readPinned } from './deps.ts'
import { expireAttempt, expireDue } from './hand-in.ts'
import { readSubmission, submissionAtHead } from './history.ts'
import { type SittingView, sittingOf } from './sitting-of.ts'

type StoredScore = {
  readonly id: string
  readonly atMs: number
  readonly engine: string
  readonly content: string
  readonly seed: number
  /** It came in a file and could not be computed again here. */
  readonly imported: boolean
  readonly report: unknown
}

/** One attempt with all that its pages show. `drill` is the pinned one, PRIVATE HALF INCLUDED: pass it through `toPublicDrill` before it leaves. */
export type AttemptView = SittingView & {
  readonly pinnedHash: string
  readonly drill: CompiledDrill
  readonly serverNowMs: number
  readonly headId: string | null
  readonly headSeq: number
  readonly savedAtMs: number | null
  readonly submission: Submission
  readonly questions: readonly AskedQuestion[]
  /** Oldest first: the first is the score at hand-in. */
  readonly scores: readonly StoredScore[]
  readonly lateDrafts: readonly {
    readonly id: string
    readonly writtenAtMs: number
    readonly receivedAtMs: number
    readonly submission: Submission
  }[]
  /** The newest of each criterion. */
  readonly selfAssessments: readonly {
    readonly criterionId: string
    readonly verdict: string
    readonly span: string | null
    readonly atMs: number
  }[]
  readonly note: string
}

export type AttemptSummary = SittingView & {
  /** Of the newest score; null while there is none. */
  readonly bands: { readonly L6: string; readonly L7: string } | null
  /** Share of the weighted points at the level that it aimed at, 0 to 1; null while there is none. */
  readonly score: number | null
}

const share = z.object({ score: z.number().nullable() })
const summarized = z.object({ bands: z.object({ L6: z.string(), L7: z.string() }), levels: z.object({ L6: share, L7: share }) })

/** One attempt of this person, or null. One whose time is over is handed in on the way. */
export async function loadAttempt(deps: AttemptDeps, userId: string, attemptId: string): Promise<AttemptView | null> {
  await expireAttempt(deps, attemptId)
  const row = await deps.db.attempt.findFirst({
    where: { id: attemptId, userId },
    include: {
      pinned: true,
      scores: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
      lateDrafts: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
      selfAssessments: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
      notes: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 },
      revisions: { orderBy: { seq: 'desc' }, take: 1, select: { at: true } },
    },
  })
  if (!row) return null
  return {
    ...sittingOf(row),
    pinnedHash: row.pinnedHash,
    drill: readPinned(row.pinned.json),
    serverNowMs: deps.now(),
    headId: row.headId,
    headSeq: row.headSeq,
    savedAtMs: row.revisions[0]?.at.getTime() ?? null,
    submission: row.headSeq === 0 ? emptySubmission : await submissionAtHead(deps.db, row),
    questions: await questionsAsked(deps.db, row.id),
    scores: row.scores.map(score => ({
      id: score.id,
      atMs: score.at.getTime(),
      engine: score.engine,
      content: score.content,
      seed: Number(score.seed),
      imported: score.imported,
      report: JSON.parse(score.report),
    })),
    lateDrafts: row.lateDrafts.map(draft => ({
      id: draft.id,
      writtenAtMs: draft.writtenAt.getTime(),
      receivedAtMs: draft.at.getTime(),
      submission: readSubmission(JSON.parse(unpack(draft.body))),
    })),
    selfAssessments: [
      ...new Map(
        row.selfAssessments.map(({ criterionId, verdict, span, at }) => [
          criterionId,
          { criterionId, verdict, span, atMs: at.getTime() },
        ]),
      ).values(),
    ],
    note: row.notes[0]?.text ?? '',
  }
}

/** This person's attempts, newest first, narrowed to what is asked for. */
export async function listAttempts(deps: AttemptDeps, userId: string, filter: AttemptFilter = {}): Promise<AttemptSummary[]> {
  await expireDue(deps)
  const { drill, mode, level: aimed, band, since } = filter
  const rows = await deps.db.attempt.findMany({
    where: {
      userId,
      ...(drill === undefined ? {} : { drillSlug: drill }),
      ...(mode === undefined ? {} : { mode }),
      ...(aimed === undefined ? {} : { level: aimed }),
      ...(since === undefined ? {} : { startedAt: { gte: new Date(`${since}T00:00:00Z`) } }),
    },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    include: { scores: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1, select: { report: true } } },
  })
  const attempts = rows.map(row => {
    const newest = row.scores[0]
    const report = newest && summarized.safeParse(JSON.parse(newest.report)).data
    const sitting = sittingOf(row)
    return { ...sitting, bands: report?.bands ?? null, score: report?.levels[sitting.level].score ?? null }
  })
  return attempts.filter(attempt => band === undefined || attempt.bands?.[attempt.level] === band)
}
