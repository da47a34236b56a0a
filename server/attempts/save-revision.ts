import type { Submission } from '#engine/design/submission.ts'
import type { Attempt } from '#generated/sqlite/client.ts'
import type { Database } from '../db/client.ts'
import { sql, writeTogether } from '../db/write-together.ts'
import { packLarge, packSmall } from './body.ts'
import { deltaBetween } from './delta.ts'
import type { AttemptDeps } from './deps.ts'
import { expireAttempt } from './hand-in.ts'
import { knownHead, rememberHead, takeHead, type WritableHead } from './head-cache.ts'
import { submissionAtHead } from './history.ts'
import { keepLateDraft, LATE_DRAFTS } from './late-draft.ts'
import { type Checked, parseEdited, parseWhole } from './parse-edited.ts'
import { attemptNotFound, invalidSubmission, type Refusal, refuse } from './refusal.ts'
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
  /** The newest revision: another one when a repeated save was gone on from since. */
  readonly headId: string | null
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
  const known = knownHead(attemptId, userId, input.parentId)
  const parsed = known ? parseEdited(known, input.submission) : parseWhole(input.submission)
  if (!parsed.ok) return invalidSubmission(parsed.problems)
  const draft = { ...input, submission: parsed.submission, bytes: parsed.bytes }
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const answer = await trySave(deps, userId, attemptId, draft)
    if (answer) return answer
  }
  return refuse(409, 'busy', 'Several saves of this attempt met. Save again.')
}

type Draft = SaveInput & Checked

/** One try; null when another save came in between. */
async function trySave(deps: AttemptDeps, userId: string, attemptId: string, input: Draft): Promise<Saved | Refusal | null> {
  const { db } = deps
  const nowMs = deps.now()
  // The common save follows the one before in the same process: it needs no look at the database, which still has the last word.
  const known = takeHead(attemptId, userId, input.parentId)
  const inTime = (endsAt: Date | null) => endsAt === null || nowMs < endsAt.getTime()
  const quick = known && inTime(known.endsAt) ? await append(db, known, input, nowMs) : null
  if (quick) return quick

  const attempt = await db.attempt.findFirst({ where: { id: attemptId, userId } })
  if (!attempt) return attemptNotFound
  if (attempt.handedInAt || input.parentId !== attempt.headId) {
    const repeated = await storedAs(db, attemptId, input.id)
    if (repeated) return saved(attempt, repeated, nowMs, attempt.headId)
  }
  if (attempt.handedInAt) return closed(deps, attempt, input)
  if (!inTime(attempt.endsAt)) {
    await expireAttempt(deps, attemptId)
    return null
  }
  const submission = await submissionAtHead(db, attempt)
  if (input.parentId !== attempt.headId) return staleRevision(db, attempt, submission)
  return append(db, { ...attempt, attemptId, submission }, input, nowMs)
}

const storedAs = (db: Database, attemptId: string, id: string) =>
  db.revision.findUnique({ where: { attemptId_id: { attemptId, id } }, select: { id: true, seq: true, at: true } })

/** Stores a revision on a head, if it still is the head and the attempt is open; null when not. Uses the head's submission up. */
async function append(db: Database, head: Omit<WritableHead, 'bytes'>, input: Draft, nowMs: number): Promise<Saved | null> {
  const { attemptId, userId } = head
  const seq = head.headSeq + 1
  const at = new Date(nowMs)
  const { id, parentId } = input
  const { kind, body, counters } = await bodyOf(head, input.submission)
  const { deltaCount, deltaBytes, checkpointBytes } = counters
  // Whether it is the head, still open, in time and new is asked by the write itself: another process may have been here since.
  const moveHead = sql`
    UPDATE attempt SET head_id = ${id}, head_seq = ${seq},
      delta_count = ${deltaCount}, delta_bytes = ${deltaBytes}, checkpoint_bytes = ${checkpointBytes}
    WHERE id = ${attemptId} AND user_id = ${userId} AND handed_in_at IS NULL AND head_seq = ${head.headSeq}
      AND (ends_at IS NULL OR ends_at > ${at})
      AND COALESCE(head_id, '') = ${head.headId ?? ''}
      AND NOT EXISTS (SELECT 1 FROM revision WHERE attempt_id = ${attemptId} AND id = ${id})`
  const addRevision = sql`
    INSERT INTO revision (attempt_id, id, seq, parent_id, at, kind, body)
    VALUES (${attemptId}, ${id}, ${seq}, ${parentId}, ${at}, ${kind}, ${body})`
  if (!(await writeTogether(db, moveHead, addRevision))) {
    const repeated = await storedAs(db, attemptId, id)
    if (!repeated) return null
    const now = await db.attempt.findFirst({ where: { id: attemptId, userId }, select: { headId: true } })
    return saved(head, repeated, nowMs, now?.headId ?? null)
  }
  const { submission, bytes } = input
  rememberHead({ ...head, ...counters, headId: id, headSeq: seq, submission, bytes })
  return saved(head, { id, seq, at }, nowMs, id)
}

type Stored = {
  kind: 'delta' | 'checkpoint'
  body: Uint8Array<ArrayBuffer>
  counters: { deltaCount: number; deltaBytes: number; checkpointBytes: number }
}

async function bodyOf(head: Omit<WritableHead, 'bytes'>, after: Submission): Promise<Stored> {
  const { deltaCount, deltaBytes, checkpointBytes } = head
  const due =
    head.headSeq === 0 ||
    deltaCount + 1 >= CHECKPOINT_AFTER.atMost ||
    (deltaCount + 1 >= CHECKPOINT_AFTER.atLeast && deltaBytes > checkpointBytes)
  const delta = due ? null : deltaBetween(head.submission, after)
  if (delta !== null) {
    const body = packSmall(delta)
    return {
      kind: 'delta',
      body,
      counters: { deltaCount: deltaCount + 1, deltaBytes: deltaBytes + body.length, checkpointBytes },
    }
  }
  const body = await packLarge(JSON.stringify(after))
  return { kind: 'checkpoint', body, counters: { deltaCount: 0, deltaBytes: 0, checkpointBytes: body.length } }
}

function saved(
  attempt: { readonly endsAt: Date | null },
  revision: { id: string; seq: number; at: Date },
  serverNowMs: number,
  headId: string | null,
): Saved {
  const endsAtMs = attempt.endsAt?.getTime() ?? null
  return { ok: true, revisionId: revision.id, seq: revision.seq, savedAtMs: revision.at.getTime(), serverNowMs, endsAtMs, headId }
}

async function closed(deps: AttemptDeps, attempt: Attempt, input: Draft): Promise<Refusal> {
  const byClock = attempt.handedInBy === 'clock'
  const lateDraftKept = byClock && (await keepLateDraft(deps, attempt.id, input))
  const message = !byClock
    ? 'This attempt was handed in already, so nothing more can be saved to it.'
    : lateDraftKept
      ? 'The time is up: the last saved version was handed in. This draft came later; it is kept beside it, unscored.'
      : `The time is up: the last saved version was handed in. This draft came later, and ${LATE_DRAFTS} are kept beside it already; it stays in this browser.`
  return refuse(409, 'handed-in', message, {
    handedInAtMs: attempt.handedInAt?.getTime() ?? null,
    handedInBy: attempt.handedInBy,
    lateDraftKept,
  })
}
