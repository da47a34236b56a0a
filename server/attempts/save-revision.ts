import { parseSubmission } from '#engine/design/parse-submission.ts'
import type { Submission } from '#engine/design/submission.ts'
import type { Attempt } from '#generated/sqlite/client.ts'
import { isUniqueViolation } from '../db/client.ts'
import { packLarge, packSmall } from './body.ts'
import { deltaBetween } from './delta.ts'
import type { AttemptDeps } from './deps.ts'
import { expireAttempt } from './hand-in.ts'
import { recallHead, rememberHead } from './head-cache.ts'
import { submissionAtHead } from './history.ts'
import { keepLateDraft } from './late-draft.ts'
import { attemptNotFound, type Refusal, refuse } from './refusal.ts'
import { staleRevision } from './stale.ts'

/** A whole document is stored again after at least this many deltas, once they weigh more than it does, and at the latest after the second. */
const CHECKPOINT_AFTER = { atLeast: 25, atMost: 100 } as const
/** How often a save that lost a race looks again before it asks the browser to. */
const TRIES = 3

export type SaveInput = {
  /** Made by the browser; the same id again is the same save. */
  readonly id: string
  /** The revision that this one was written on; null for the first. */
  readonly parentId: string | null
  readonly submission: unknown
  /** When the browser says it was written; kept with a late draft. */
  readonly writtenAtMs?: number | undefined
}

export type Saved = {
  readonly ok: true
  readonly revisionId: string
  readonly seq: number
  readonly savedAtMs: number
  readonly serverNowMs: number
  readonly endsAtMs: number | null
}

/**
 * Stores one autosave. `ok` means on disk. A repeated id answers as the first time and stores nothing; a parent that is no longer the newest
 * revision is refused with that newest one, so that neither side is lost; once the attempt is closed the draft is kept aside, unscored.
 */
export async function saveRevision(
  deps: AttemptDeps,
  userId: string,
  attemptId: string,
  input: SaveInput,
): Promise<Saved | Refusal> {
  const parsed = parseSubmission(input.submission)
  if (!parsed.ok) return invalidSubmission(parsed.problems)
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const answer = await trySave(deps, userId, attemptId, { ...input, submission: parsed.submission })
    if (answer) return answer
  }
  return refuse(409, 'busy', 'Several saves of this attempt met. Save again.')
}

/** The refusal for a submission that does not parse: each problem with its place. */
export function invalidSubmission(problems: readonly { path: readonly (string | number)[]; message: string }[]): Refusal {
  const tooLarge = problems.some(({ path, message }) => path.length === 0 && /1 MB/.test(message))
  if (tooLarge) return refuse(413, 'too-large', `The submission ${problems[0]?.message ?? 'is larger than 1 MB.'}`)
  const first = problems[0]
  const where = first?.path.join('.') || 'the submission'
  return refuse(400, 'invalid', `Not saved: ${where} ${first?.message ?? 'is not right'}`, { problems })
}

/** One try; null when another save came in between. */
async function trySave(
  deps: AttemptDeps,
  userId: string,
  attemptId: string,
  input: SaveInput & { submission: Submission },
): Promise<Saved | Refusal | null> {
  const { db } = deps
  const attempt = await db.attempt.findFirst({ where: { id: attemptId, userId } })
  if (!attempt) return attemptNotFound
  const nowMs = deps.now()

  // Only a save that cannot go on is looked up: the common one costs no extra query.
  if (attempt.handedInAt || input.parentId !== attempt.headId) {
    const known = await db.revision.findUnique({ where: { attemptId_id: { attemptId, id: input.id } } })
    if (known) return saved(attempt, known, nowMs)
  }
  if (attempt.handedInAt) return closed(deps, attempt, input)
  if (attempt.endsAt && nowMs >= attempt.endsAt.getTime()) {
    await expireAttempt(deps, attemptId)
    return null
  }
  const current = recallHead(attempt.id, attempt.headId) ?? (await submissionAtHead(db, attempt))
  if (input.parentId !== attempt.headId) return staleRevision(db, attempt, current)

  const revision = await bodyOf(attempt, current, input.submission)
  const at = new Date(nowMs)
  try {
    const first = await db.$transaction(async tx => {
      const moved = await tx.attempt.updateMany({
        where: { id: attemptId, userId, handedInAt: null, headSeq: attempt.headSeq },
        data: { headId: input.id, headSeq: attempt.headSeq + 1, ...revision.counters },
      })
      if (moved.count === 0) return false
      await tx.revision.create({
        data: {
          attemptId,
          id: input.id,
          seq: attempt.headSeq + 1,
          parentId: input.parentId,
          at,
          kind: revision.kind,
          body: revision.body,
        },
        select: { seq: true },
      })
      return true
    })
    if (!first) return null
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const known = await db.revision.findUnique({ where: { attemptId_id: { attemptId, id: input.id } } })
    return known && saved(attempt, known, nowMs)
  }
  rememberHead(attempt.id, input.id, input.submission)
  return saved(attempt, { id: input.id, seq: attempt.headSeq + 1, at }, nowMs)
}

type Stored = {
  kind: 'delta' | 'checkpoint'
  body: Uint8Array<ArrayBuffer>
  counters: { deltaCount: number; deltaBytes: number; checkpointBytes?: number }
}

async function bodyOf(attempt: Attempt, before: Submission, after: Submission): Promise<Stored> {
  const { deltaCount, deltaBytes, checkpointBytes } = attempt
  const due =
    attempt.headSeq === 0 ||
    deltaCount + 1 >= CHECKPOINT_AFTER.atMost ||
    (deltaCount + 1 >= CHECKPOINT_AFTER.atLeast && deltaBytes > checkpointBytes)
  const delta = due ? null : deltaBetween(before, after)
  if (delta !== null) {
    const body = packSmall(delta)
    return { kind: 'delta', body, counters: { deltaCount: deltaCount + 1, deltaBytes: deltaBytes + body.length } }
  }
  const body = await packLarge(JSON.stringify(after))
  return { kind: 'checkpoint', body, counters: { deltaCount: 0, deltaBytes: 0, checkpointBytes: body.length } }
}

function saved(attempt: Attempt, revision: { id: string; seq: number; at: Date }, serverNowMs: number): Saved {
  const endsAtMs = attempt.endsAt?.getTime() ?? null
  return { ok: true, revisionId: revision.id, seq: revision.seq, savedAtMs: revision.at.getTime(), serverNowMs, endsAtMs }
}

async function closed(deps: AttemptDeps, attempt: Attempt, input: SaveInput & { submission: Submission }): Promise<Refusal> {
  const byClock = attempt.handedInBy === 'clock'
  const lateDraftKept = byClock && (await keepLateDraft(deps, attempt.id, input))
  const message = byClock
    ? 'The time is up: the last saved version was handed in. This draft came later; it is kept beside it, unscored.'
    : 'This attempt was handed in already, so nothing more can be saved to it.'
  return refuse(409, 'handed-in', message, {
    handedInAtMs: attempt.handedInAt?.getTime() ?? null,
    handedInBy: attempt.handedInBy,
    lateDraftKept,
  })
}
