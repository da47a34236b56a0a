import { z } from 'zod'
import type { Submission } from '#engine/design/submission.ts'
import { type Agreement, agreementByDimension, agreementOf, weightedKappa } from '#engine/rubric/agreement.ts'
import { readReport, type ScoreReport } from '#engine/rubric/score-report.ts'
import { type AttemptDeps, readPinned } from '../attempts/deps.ts'
import { submissionAtHead } from '../attempts/history.ts'
import { addJudgement, type JudgementInput, type JudgementView, judgementsOf, pairsOf } from '../attempts/judgements.ts'
import { attemptNotFound, type Refusal, refuse } from '../attempts/refusal.ts'
import type { Queries } from '../db/client.ts'
import { newId } from '../id.ts'

const MOST_COMMENTS = 500

export const commentInput = z.strictObject({
  place: z
    .string()
    .regex(/^(criterion:[a-z0-9-]{1,100}|part:[a-zA-Z]{1,40})$/, 'is not a place: write criterion:ID or part:NAME')
    .describe('What the comment is about'),
  text: z.string().trim().min(1, 'Write the comment first.').max(4000, 'A comment may have 4,000 characters. Shorten it.'),
})

export type CommentView = { readonly id: string; readonly place: string; readonly text: string; readonly atMs: number }

/** How a mentor and the engine agree. */
export type Columns = {
  readonly overall: Agreement
  /** Quadratic weights; null where there is nothing to agree on. */
  readonly kappa: number | null
  readonly dimensions: readonly (Agreement & { readonly id: string; readonly title: string })[]
}

/** What a mentor works on. The engine's report is not in it before the mentor is done. */
export type MentorView = {
  readonly attemptId: string
  readonly candidate: string
  readonly title: string
  readonly level: string
  readonly handedInAtMs: number
  readonly doneAtMs: number | null
  readonly submission: Submission
  readonly dimensions: readonly {
    readonly id: string
    readonly title: string
    readonly criteria: readonly { readonly id: string; readonly question: string; readonly points: number }[]
  }[]
  readonly judgements: readonly JudgementView[]
  readonly comments: readonly CommentView[]
  readonly engine: { readonly report: ScoreReport; readonly columns: Columns } | null
}

export type MentoredAttempt = {
  readonly attemptId: string
  readonly candidate: string
  readonly title: string
  readonly handedInAtMs: number
  readonly doneAtMs: number | null
}

/** Attempts that are shown to this mentor now. Whoever is no mentor any more sees none. */
const shownTo = (mentorId: string) => ({ mentorId, withdrawnAt: null, mentor: { role: 'mentor' } })

/** What candidates share with this mentor, newest first. */
export async function listMentored(deps: AttemptDeps, mentorId: string): Promise<readonly MentoredAttempt[]> {
  const rows = await deps.db.mentorReview.findMany({
    where: shownTo(mentorId),
    orderBy: { sharedAt: 'desc' },
    include: { attempt: { include: { pinned: true, user: { select: { name: true } } } } },
  })
  return rows.map(({ attempt, doneAt }) => ({
    attemptId: attempt.id,
    candidate: attempt.user.name,
    title: readPinned(attempt.pinned.json).drill.title,
    handedInAtMs: attempt.handedInAt?.getTime() ?? 0,
    doneAtMs: doneAt?.getTime() ?? null,
  }))
}

async function findReview(deps: AttemptDeps, mentorId: string, attemptId: string) {
  const review = await deps.db.mentorReview.findFirst({
    where: { attemptId, ...shownTo(mentorId) },
    include: {
      attempt: {
        include: { user: { select: { name: true } }, scores: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 } },
      },
    },
  })
  const score = review?.attempt.scores[0]
  const report = score && readReport(JSON.parse(score.report))
  return review && score && report ? { review, score, report } : null
}

/** An attempt as its mentor sees it: blind to the engine until done. Null when it is not shared with this mentor. */
export async function mentorView(deps: AttemptDeps, mentorId: string, attemptId: string): Promise<MentorView | null> {
  const found = await findReview(deps, mentorId, attemptId)
  if (!found) return null
  const { review, score, report } = found
  const { attempt } = review
  const pinned = await deps.db.pinnedDrill.findUniqueOrThrow({ where: { hash: score.content } })
  const { drill, criteria, scoring } = readPinned(pinned.json)
  const judgements = await judgementsOf(deps.db, attemptId, mentorId)
  return {
    attemptId,
    candidate: attempt.user.name,
    title: drill.title,
    level: attempt.level,
    handedInAtMs: attempt.handedInAt?.getTime() ?? 0,
    doneAtMs: review.doneAt?.getTime() ?? null,
    submission: await submissionAtHead(deps.db, attempt),
    dimensions: scoring.dimensions
      .map(({ id, title }) => ({
        id,
        title,
        criteria: criteria
          .filter(c => c.dimension === id && c.kind !== 'self')
          .map(c => ({ id: c.id, question: c.question, points: c.points })),
      }))
      .filter(({ criteria: inIt }) => inIt.length > 0),
    judgements,
    comments: await commentsOf(deps.db, attemptId, mentorId),
    engine: review.doneAt ? { report, columns: columnsOf(judgements, report) } : null,
  }
}

function columnsOf(judgements: readonly JudgementView[], report: ScoreReport): Columns {
  const pairs = pairsOf(judgements, report)
  return { overall: agreementOf(pairs), kappa: weightedKappa(pairs), dimensions: agreementByDimension(pairs, report.dimensions) }
}

async function commentsOf(db: Queries, attemptId: string, userId: string): Promise<readonly CommentView[]> {
  const rows = await db.mentorComment.findMany({ where: { attemptId, userId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
  return rows.map(({ id, place, text, at }) => ({ id, place, text, atMs: at.getTime() }))
}

/** Keeps a mentor's verdict on a criterion. Once the mentor is done and has seen the engine's, no more. */
export async function judgeAsMentor(
  deps: AttemptDeps,
  mentorId: string,
  attemptId: string,
  input: JudgementInput,
): Promise<{ ok: true } | Refusal> {
  const found = await findReview(deps, mentorId, attemptId)
  if (!found) return notShared
  if (found.review.doneAt)
    return refuse(409, 'done', "You are done with this attempt and have seen the engine's verdicts; yours stay as they are.")
  if (!found.report.criteria.some(({ id }) => id === input.criterionId))
    return refuse(400, 'unknown-criterion', `The rubric has no criterion "${input.criterionId}". Reload the page.`)
  await addJudgement(deps, attemptId, mentorId, { ...input, appealed: false })
  return { ok: true }
}

const notShared: Refusal = {
  ok: false,
  status: 404,
  error: { code: 'not-found', message: 'No such attempt is shared with you.' },
}

/** Keeps what a mentor says of a criterion or a part; the candidate reads it at once. */
export async function commentAsMentor(
  deps: AttemptDeps,
  mentorId: string,
  attemptId: string,
  { place, text }: z.infer<typeof commentInput>,
): Promise<{ ok: true } | Refusal> {
  if (!(await findReview(deps, mentorId, attemptId))) return notShared
  if ((await deps.db.mentorComment.count({ where: { attemptId, userId: mentorId } })) >= MOST_COMMENTS)
    return refuse(409, 'too-many', `An attempt may have ${MOST_COMMENTS} comments of one mentor.`)
  const at = new Date(deps.now())
  // PostgreSQL keeps no NUL in a text.
  const data = { id: newId(), attemptId, userId: mentorId, at, place, text: text.replaceAll('\0', '') }
  await deps.db.mentorComment.create({ data })
  return { ok: true }
}

/** Ends a mentor's scoring: from here on the mentor sees the engine's verdicts, and the candidate the mentor's. */
export async function finishMentorReview(
  deps: AttemptDeps,
  mentorId: string,
  attemptId: string,
): Promise<{ ok: true } | Refusal> {
  if (!(await findReview(deps, mentorId, attemptId))) return notShared
  if ((await judgementsOf(deps.db, attemptId, mentorId)).length === 0)
    return refuse(
      409,
      'nothing-judged',
      "Judge at least one criterion first; afterwards you see the engine's verdicts and yours stay.",
    )
  await deps.db.mentorReview.updateMany({
    where: { attemptId, doneAt: null, ...shownTo(mentorId) },
    data: { doneAt: new Date(deps.now()) },
  })
  return { ok: true }
}

export type MentorChoice = { readonly id: string; readonly name: string }

/** Whom an attempt can be shared with. */
export const listMentors = (deps: AttemptDeps, userId: string): Promise<readonly MentorChoice[]> =>
  deps.db.user.findMany({
    where: { role: 'mentor', id: { not: userId } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })

export const mentorInput = z.strictObject({ mentorId: z.string().min(1).max(64).describe('The mentor whom it is shared with') })

/** Shows this person's scored attempt to a mentor; again after it was taken back. */
export async function shareWithMentor(
  deps: AttemptDeps,
  userId: string,
  attemptId: string,
  { mentorId }: z.infer<typeof mentorInput>,
): Promise<{ ok: true } | Refusal> {
  const row = await deps.db.attempt.findFirst({
    where: { id: attemptId, userId },
    select: { handedInAt: true, _count: { select: { scores: true } } },
  })
  if (!row) return attemptNotFound
  if (!row.handedInAt || row._count.scores === 0)
    return refuse(409, 'no-score', 'Hand the attempt in first; then a mentor can score it.')
  const mentors = await listMentors(deps, userId)
  if (!mentors.some(({ id }) => id === mentorId))
    return refuse(400, 'no-mentor', 'That person is no mentor here. Choose one from the list.')
  await deps.db.mentorReview.upsert({
    where: { attemptId_mentorId: { attemptId, mentorId } },
    create: { attemptId, mentorId, sharedAt: new Date(deps.now()) },
    update: { withdrawnAt: null },
  })
  return { ok: true }
}

/** Takes this person's attempt back from a mentor. What the mentor wrote stays with it. */
export async function withdrawFromMentor(
  deps: AttemptDeps,
  userId: string,
  attemptId: string,
  mentorId: string,
): Promise<{ ok: true } | Refusal> {
  const { count } = await deps.db.mentorReview.updateMany({
    where: { attemptId, mentorId, attempt: { userId } },
    data: { withdrawnAt: new Date(deps.now()) },
  })
  return count > 0 ? { ok: true } : refuse(404, 'not-found', 'No attempt of yours is shared with that mentor.')
}

export type ReviewOfMine = {
  readonly mentorId: string
  readonly mentor: string
  readonly sharedAtMs: number
  readonly doneAtMs: number | null
  readonly withdrawn: boolean
  readonly comments: readonly CommentView[]
  /** Once the mentor is done. */
  readonly verdicts: { readonly judgements: readonly JudgementView[]; readonly columns: Columns } | null
}

/** What mentors say of this person's attempt. */
export async function mentorReviewsOf(deps: AttemptDeps, userId: string, attemptId: string): Promise<readonly ReviewOfMine[]> {
  const rows = await deps.db.mentorReview.findMany({
    where: { attemptId, attempt: { userId } },
    orderBy: { sharedAt: 'asc' },
    include: {
      mentor: { select: { name: true } },
      attempt: { select: { scores: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1, select: { report: true } } } },
    },
  })
  const reviews: ReviewOfMine[] = []
  for (const { mentorId, mentor, sharedAt, doneAt, withdrawnAt, attempt } of rows) {
    const report = attempt.scores[0] && readReport(JSON.parse(attempt.scores[0].report))
    const judgements = await judgementsOf(deps.db, attemptId, mentorId)
    reviews.push({
      mentorId,
      mentor: mentor.name,
      sharedAtMs: sharedAt.getTime(),
      doneAtMs: doneAt?.getTime() ?? null,
      withdrawn: withdrawnAt !== null,
      comments: await commentsOf(deps.db, attemptId, mentorId),
      verdicts: doneAt && report ? { judgements, columns: columnsOf(judgements, report) } : null,
    })
  }
  return reviews
}
