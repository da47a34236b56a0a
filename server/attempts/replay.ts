import { setImmediate as afterOthers } from 'node:timers/promises'
import { changedParts } from '#engine/design/compare-submissions.ts'
import { emptySubmission, type Submission } from '#engine/design/submission.ts'
import { endsAt } from '#engine/interview/clock.ts'
import { pacingOf } from '#engine/interview/pacing.ts'
import { quietMinutes } from '#engine/interview/quiet-minutes.ts'
import type { Replay, ReplayPoint } from '#engine/interview/replay.ts'
import { readReport } from '#engine/rubric/score-report.ts'
import { seedOfSubmission } from '#engine/rubric/seed.ts'
import type { Attempt } from '#generated/sqlite/client.ts'
import { questionsAsked } from './asked-questions.ts'
import { heardIn, landedIn } from './curveballs.ts'
import { type AttemptDeps, readPinned } from './deps.ts'
import { readSubmission, replayRevisions, submissionAtSeq } from './history.ts'
import { attemptNotFound, type Refusal, refuse } from './refusal.ts'
import { revisionsAt } from './revisions-at.ts'
import { sittingOf } from './sitting-of.ts'
import { timelineCollector } from './timeline.ts'

/** A sitting is cut into at most so many stretches, of whole minutes; the draft of each is scored. */
const MOST = 60
const MINUTE_MS = 60_000

export type Replayed = Replay & { readonly ok: true }

/** The submission as it stood at one revision of this person's attempt, or null. */
export async function draftAt(deps: AttemptDeps, userId: string, attemptId: string, seq: number): Promise<Submission | null> {
  const row = await deps.db.attempt.findFirst({ where: { id: attemptId, userId } })
  if (!row || seq < 0 || seq > row.headSeq) return null
  return submissionAtSeq(deps.db, attemptId, seq)
}

/**
 * A handed-in sitting minute by minute: the draft at the end of each is scored by the pinned drill, as it was known then, without what was asked or
 * landed later. The last one is what was handed in.
 */
export async function replayAttempt(deps: AttemptDeps, userId: string, attemptId: string): Promise<Replayed | Refusal> {
  const row = await deps.db.attempt.findFirst({ where: { id: attemptId, userId }, include: { pinned: true } })
  if (!row) return attemptNotFound
  if (!row.handedInAt) return refuse(409, 'open', 'Hand the attempt in first; then its replay is scored.')
  const { drill, scoring } = readPinned(row.pinned.json)
  const handedInAtMs = row.handedInAt.getTime()
  const startedAtMs = row.startedAt.getTime()
  const minutesOf = (ms: number) => Math.max(0, Math.round((ms - startedAtMs) / 6000) / 10)
  const points = await scoredMinutes(deps, row, row.pinned)
  const heard = await heardIn(deps.db, row, row.pinned, handedInAtMs)
  // Where practice has no end, its phases are drawn over what the drill allows.
  const planned = ((endsAt(sittingOf(row)) ?? startedAtMs + row.minutes * MINUTE_MS) - startedAtMs) / MINUTE_MS
  return {
    ok: true,
    minutes: points.at(-1)?.to ?? 1,
    level: sittingOf(row).level,
    phases: phasesOf(drill.phases, planned),
    cuts: scoring.bands,
    questions: (await questionsAsked(deps.db, attemptId)).map(({ text, factId, atMs }) => ({
      minute: minutesOf(atMs),
      text,
      answered: factId !== null,
    })),
    curveballs: heard.landings.map(({ minute, text }) => ({ minute, text })),
    probes: heard.probes.map(({ minute, text }) => ({ minute, text })),
    points,
    quiet: quietMinutes(points),
    pacing: pacingOf(drill.phases, points, planned),
  }
}

function phasesOf(phases: readonly { readonly title: string; readonly minutes: number }[], planned: number): Replay['phases'] {
  const total = phases.reduce((sum, { minutes }) => sum + minutes, 0)
  let from = 0
  return phases.map(({ title, minutes }) => {
    const to = from + (minutes / total) * planned
    const phase = { title, from, to }
    from = to
    return phase
  })
}

/** Walks the revisions once; the draft at the end of each stretch is scored, unless it is the one before and nothing has landed since. */
async function scoredMinutes(deps: AttemptDeps, row: Attempt, pinned: { readonly json: string }): Promise<ReplayPoint[]> {
  const startedAtMs = row.startedAt.getTime()
  const handedInAtMs = row.handedInAt?.getTime() ?? startedAtMs
  const minutes = Math.max(1, Math.ceil((handedInAtMs - startedAtMs) / MINUTE_MS))
  const width = Math.ceil(minutes / MOST)
  const count = Math.ceil(minutes / width)
  const stretchOf = (atMs: number) => Math.min(count - 1, Math.max(0, Math.floor((atMs - startedAtMs) / (width * MINUTE_MS))))

  const compiled = readPinned(pinned.json)
  const landings = await revisionsAt(deps.db, row.id, landedIn(row, pinned, handedInAtMs))
  const questions = await questionsAsked(deps.db, row.id)
  const times = await deps.db.revision.findMany({
    where: { attemptId: row.id, seq: { lte: row.headSeq } },
    orderBy: { seq: 'asc' },
    select: { seq: true, at: true },
  })
  const lasts = new Set(new Map(times.map(({ seq, at }) => [stretchOf(at.getTime()), seq])).values())

  const drafts = new Map<number, unknown>([[0, emptySubmission]])
  const collector = timelineCollector(startedAtMs)
  const points: ReplayPoint[] = []
  let [before, draft, seq] = [emptySubmission, emptySubmission, 0]

  async function endStretch(): Promise<void> {
    const from = points.length * width
    const to = Math.min(minutes, from + width)
    const endMs = to === minutes ? handedInAtMs : startedAtMs + to * MINUTE_MS
    const landed = landings.filter(({ atMs }) => atMs <= endMs)
    const known = points.at(-1)
    const changed = changedParts(before, draft)
    before = draft
    if (known && changed.length === 0 && !landed.some(({ atMs }) => atMs > startedAtMs + from * MINUTE_MS)) {
      points.push({ ...known, from, to, seq, changed })
      return
    }
    const timeline = collector.finish(
      questions.filter(({ atMs }) => atMs <= endMs),
      landed.map(({ id, minute, seq: at }) => ({ id, minute, draft: drafts.get(at) })),
    )
    const report = readReport(deps.score(compiled, { submission: draft, timeline }, { seed: seedOfSubmission(draft) }))
    if (!report) throw new Error(`The draft of minute ${to} of attempt ${row.id} got no score.`)
    const { earned, possible } = report.tiers.verified
    const scores = { L6: report.levels.L6.score, L7: report.levels.L7.score }
    points.push({ from, to, seq, changed, earned, possible, scores, bands: report.bands })
    // Others are served in between: sixty scores take longer than one answer should hold the process.
    await afterOthers()
  }

  for await (const revision of replayRevisions(deps.db, row.id, row.headSeq)) {
    while (points.length < stretchOf(revision.atMs)) await endStretch()
    seq = revision.seq
    collector.add({ atMs: revision.atMs, submission: revision.document })
    // The next revision changes the document in place.
    if (landings.some(landing => landing.seq === seq)) drafts.set(seq, structuredClone(revision.document))
    if (lasts.has(seq)) draft = readSubmission(structuredClone(revision.document))
  }
  while (points.length < count) await endStretch()
  return points
}
