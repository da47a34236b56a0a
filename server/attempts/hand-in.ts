import { emptySubmission, type Submission } from '#engine/design/submission.ts'
import { seedOfSubmission } from '#engine/rubric/seed.ts'
import type { Attempt } from '#generated/sqlite/client.ts'
import type { Queries } from '../db/client.ts'
import { newId } from '../id.ts'
import { log } from '../log.ts'
import { questionsAsked } from './asked-questions.ts'
import { heardIn } from './curveballs.ts'
import { type AttemptDeps, readPinned } from './deps.ts'
import { forgetHead } from './head-cache.ts'
import { replayRevisions, submissionAtHead } from './history.ts'
import { attemptNotFound, type Refusal } from './refusal.ts'
import { revisionsAt } from './revisions-at.ts'
import { staleRevision } from './stale.ts'
import { type Timeline, timelineCollector } from './timeline.ts'

const TRIES = 5

export type HandedIn = {
  readonly ok: true
  readonly attemptId: string
  readonly handedInAtMs: number
  readonly handedInBy: 'candidate' | 'clock'
  readonly scored: boolean
}

/**
 * Hands the newest revision in and scores it. However often it is called, from two tabs or after a reload, there is one hand-in and one score at
 * hand-in. With a `revisionId` that is not the newest it refuses, so that nobody hands in what they have not seen.
 */
export async function handIn(
  deps: AttemptDeps,
  userId: string,
  attemptId: string,
  input: { revisionId?: string | null | undefined },
): Promise<HandedIn | Refusal> {
  const { db } = deps
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const row = await db.attempt.findFirst({ where: { id: attemptId, userId } })
    if (!row) return attemptNotFound
    if (row.handedInAt) return answer(deps, row, row.handedInAt)
    const nowMs = deps.now()
    const late = row.endsAt !== null && nowMs >= row.endsAt.getTime()
    if (!late && input.revisionId !== undefined && input.revisionId !== row.headId) {
      return staleRevision(db, row, await submissionAtHead(db, row))
    }
    if (late) await expireAttempt(deps, attemptId)
    else await close(deps, row, 'candidate', nowMs)
  }
  throw new Error(`Attempt ${attemptId} changed at each of ${TRIES} tries to hand it in.`)
}

/** Hands an attempt in for a candidate whose time is over. Answers whether this call did it; an attempt that is not due stays as it is. */
export async function expireAttempt(deps: AttemptDeps, attemptId: string): Promise<boolean> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const row = await deps.db.attempt.findFirst({
      where: { id: attemptId, handedInAt: null, endsAt: { lte: new Date(deps.now()) } },
    })
    if (!row?.endsAt) return false
    if (await close(deps, row, 'clock', row.endsAt.getTime())) return true
  }
  return false
}

/** Hands in every attempt whose time is over, also when its browser never comes back. Returns how many. */
export async function expireDue(deps: AttemptDeps): Promise<number> {
  const due = await deps.db.attempt.findMany({
    where: { handedInAt: null, endsAt: { lte: new Date(deps.now()) } },
    select: { id: true },
    orderBy: { endsAt: 'asc' },
    take: 100,
  })
  let closed = 0
  for (const { id } of due) {
    try {
      if (await expireAttempt(deps, id)) closed += 1
    } catch (error) {
      // One attempt that cannot be closed must not keep the others open.
      log.error({ attemptId: id, error }, 'an expired attempt could not be handed in')
    }
  }
  return closed
}

/** Closes the attempt on the revision that `row` knows as its newest, and scores that. False when a save or another hand-in was first. */
async function close(deps: AttemptDeps, row: Attempt, by: 'candidate' | 'clock', atMs: number): Promise<boolean> {
  const score = await scoreOf(deps, row, atMs)
  const closed = await deps.db.$transaction(async tx => {
    const { count } = await tx.attempt.updateMany({
      where: { id: row.id, handedInAt: null, headSeq: row.headSeq },
      data: { handedInAt: new Date(atMs), handedInBy: by, handedInRevisionId: row.headId, openKey: null },
    })
    if (count === 0) return false
    if (score) await tx.score.create({ data: { id: newId(), attemptId: row.id, at: new Date(deps.now()), ...score } })
    return true
  })
  if (closed) {
    forgetHead(row.id)
    log.info({ attemptId: row.id, by, revisions: row.headSeq, scored: score !== null }, 'handed in')
  }
  return closed
}

type NewScore = { engine: string; content: string; seed: string; report: string }

/** A hand-in stands even when our scoring has a bug: then there is no score yet, the log says why, and a rescore can add one. */
async function scoreOf(deps: AttemptDeps, row: Attempt, atMs: number): Promise<NewScore | null> {
  try {
    const pinned = await deps.db.pinnedDrill.findUniqueOrThrow({ where: { hash: row.pinnedHash } })
    const { submission, timeline } = await whatWasHandedIn(deps.db, row, pinned, atMs)
    return computeScore(deps, pinned, { submission, timeline })
  } catch (error) {
    log.error({ attemptId: row.id, error }, 'scoring failed')
    return null
  }
}

/** The submission at the attempt's head and the timeline that led to it, until it was handed in or until now. */
export async function whatWasHandedIn(
  db: Queries,
  row: Attempt,
  pinned: { readonly json: string },
  nowMs: number,
): Promise<{ submission: Submission; timeline: Timeline }> {
  const collector = timelineCollector(row.startedAt.getTime())
  const heard = await heardIn(db, row, pinned, nowMs)
  const landings = await revisionsAt(db, row.id, heard.landings)
  const drafts = new Map<number, unknown>([[0, emptySubmission]])
  for await (const { seq, atMs, document } of replayRevisions(db, row.id, row.headSeq)) {
    collector.add({ atMs, submission: document })
    // The next revision changes the document in place.
    if (landings.some(landing => landing.seq === seq)) drafts.set(seq, structuredClone(document))
  }
  const curveballs = landings.map(({ id, minute, seq }) => ({ id, minute, draft: drafts.get(seq) }))
  const timeline = collector.finish(await questionsAsked(db, row.id), curveballs)
  const probes = heard.probes.map(({ id, minute, text }) => ({ id, minute, text }))
  return { submission: await submissionAtHead(db, row), timeline: probes.length > 0 ? { ...timeline, probes } : timeline }
}

/** A score's row: the report of a drill on a submission, with all that it takes to compute it again. */
export function computeScore(
  deps: AttemptDeps,
  pinned: { hash: string; json: string },
  input: { submission: Submission; timeline: Timeline },
): NewScore {
  const seed = seedOfSubmission(input.submission)
  const report = deps.score(readPinned(pinned.json), input, { seed })
  return { engine: deps.engine, content: pinned.hash, seed: String(seed), report: JSON.stringify(report) }
}

async function answer(deps: AttemptDeps, row: Attempt, handedInAt: Date): Promise<HandedIn> {
  const scored = (await deps.db.score.count({ where: { attemptId: row.id } })) > 0
  const handedInBy = row.handedInBy === 'clock' ? 'clock' : 'candidate'
  return { ok: true, attemptId: row.id, handedInAtMs: handedInAt.getTime(), handedInBy, scored }
}
