import { z } from 'zod'
import type { Agreement } from '#engine/rubric/agreement.ts'
import { agreementWithFriend, besideEngine, type GradedDimension } from '#engine/rubric/friend-grades.ts'
import { readReport } from '#engine/rubric/score-report.ts'
import { type Band, bands } from '#engine/rubric/scoring.ts'
import { newId } from '../id.ts'
import { type AttemptDeps, readPinned } from './deps.ts'
import { attemptNotFound, type Refusal, refuse } from './refusal.ts'

const MOST = 10

const grades = z.record(z.string().max(100), z.enum(bands, 'must be below, near, at or above'))

export const friendReviewInput = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'Write who held the interview.')
    .max(80, 'A name may have 80 characters. Shorten it.')
    .describe('What the candidate calls the friend'),
  grades: grades
    .refine(given => Object.keys(given).length > 0, 'Give at least one dimension a grade.')
    .describe('A band by the id of a dimension'),
  notes: z.string().trim().max(5000, 'Notes may have 5,000 characters. Shorten them.').default(''),
})
export type FriendReviewInput = z.infer<typeof friendReviewInput>

export type FriendReview = {
  readonly id: string
  readonly name: string
  readonly grades: Readonly<Record<string, Band>>
  readonly notes: string
  readonly atMs: number
  readonly changedAtMs: number | null
}

/** What friends marked of an attempt of this person's, oldest first; empty for anybody else's. */
export async function friendReviewsOf(deps: AttemptDeps, userId: string, attemptId: string): Promise<readonly FriendReview[]> {
  const rows = await deps.db.friendReview.findMany({
    where: { attemptId, attempt: { userId } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    grades: grades.parse(JSON.parse(row.grades)),
    notes: row.notes,
    atMs: row.at.getTime(),
    changedAtMs: row.changedAt?.getTime() ?? null,
  }))
}

export type FriendsView = {
  readonly dimensions: readonly { readonly id: string; readonly title: string; readonly expects: string | null }[]
  readonly reviews: readonly (FriendReview & {
    readonly graded: readonly GradedDimension[]
    readonly agreement: Agreement
  })[]
}

/** What friends marked, beside the engine's newest score; null when this person has no such attempt, or it has no score. */
export async function friendsBesideEngine(deps: AttemptDeps, userId: string, attemptId: string): Promise<FriendsView | null> {
  const row = await deps.db.attempt.findFirst({
    where: { id: attemptId, userId, handedInAt: { not: null } },
    include: { pinned: true, scores: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 } },
  })
  const report = row?.scores[0] && readReport(JSON.parse(row.scores[0].report))
  if (!row || !report) return null
  const { scoring } = readPinned(row.pinned.json)
  const level = row.level === 'L7' ? 'L7' : 'L6'
  return {
    dimensions: scoring.dimensions.map(({ id, title, expects }) => ({ id, title, expects: expects?.[level] ?? null })),
    reviews: (await friendReviewsOf(deps, userId, attemptId)).map(review => {
      const graded = besideEngine(review.grades, report, scoring)
      return { ...review, graded, agreement: agreementWithFriend(graded) }
    }),
  }
}

/** PostgreSQL keeps no NUL in a text. */
const stored = ({ name, grades: given, notes }: FriendReviewInput) => ({
  name: name.replaceAll('\0', ''),
  grades: JSON.stringify(given),
  notes: notes.replaceAll('\0', ''),
})

/** Keeps what a friend marked of a handed-in attempt. With `reviewId` it changes one that is there. */
export async function saveFriendReview(
  deps: AttemptDeps,
  userId: string,
  attemptId: string,
  input: FriendReviewInput,
  reviewId?: string,
): Promise<{ ok: true; id: string } | Refusal> {
  const attempt = await deps.db.attempt.findFirst({
    where: { id: attemptId, userId },
    select: { handedInAt: true, pinned: { select: { json: true } } },
  })
  if (!attempt) return attemptNotFound
  if (!attempt.handedInAt) return refuse(409, 'open', 'Hand the attempt in first, then enter what your friend marked.')
  const { dimensions } = readPinned(attempt.pinned.json).scoring
  const unknown = Object.keys(input.grades).find(id => !dimensions.some(d => d.id === id))
  if (unknown !== undefined) return refuse(400, 'unknown-dimension', `The sheet has no dimension "${unknown}". Reload the page.`)
  const now = new Date(deps.now())
  if (reviewId !== undefined) {
    const { count } = await deps.db.friendReview.updateMany({
      where: { id: reviewId, attemptId, attempt: { userId } },
      data: { ...stored(input), changedAt: now },
    })
    return count > 0 ? { ok: true, id: reviewId } : gone
  }
  if ((await deps.db.friendReview.count({ where: { attemptId, attempt: { userId } } })) >= MOST)
    return refuse(409, 'too-many', `An attempt keeps what ${MOST} friends marked. Delete one first.`)
  const id = newId()
  await deps.db.friendReview.create({ data: { id, attemptId, at: now, ...stored(input) } })
  return { ok: true, id }
}

const gone = refuse(404, 'not-found', 'These marks are gone. Reload the page.')

/** Deletes what a friend marked. */
export async function removeFriendReview(
  deps: AttemptDeps,
  userId: string,
  attemptId: string,
  reviewId: string,
): Promise<{ ok: true } | Refusal> {
  const { count } = await deps.db.friendReview.deleteMany({ where: { id: reviewId, attemptId, attempt: { userId } } })
  return count > 0 ? { ok: true } : gone
}
