import { type Landing, landedCurveballs } from '#engine/interview/curveballs.ts'
import type { Attempt } from '#generated/sqlite/client.ts'
import type { Queries } from '../db/client.ts'
import { type AttemptDeps, readPinned } from './deps.ts'
import { type JudgedNemesis, judgedNemesis, letSpeak, type Spoken, spokenIn } from './interviewer.ts'
import { attemptNotFound, type Refusal } from './refusal.ts'
import { sittingOf } from './sitting-of.ts'

/** What the interviewer said: a curveball of the drill, the failure that the simulator found worst, or a question about what is missing. */
export type Said = Landing & { readonly kind: 'curveball' | 'nemesis' | 'probe' }

/** What of the drill has landed in a sitting, by the server's clock and its pinned drill; nothing lands once it is handed in. */
export const landedIn = (row: Attempt, pinned: { readonly json: string }, nowMs: number): readonly Landing[] =>
  landedCurveballs(readPinned(pinned.json).drill.curveballs, sittingOf(row), row.handedInAt?.getTime() ?? nowMs)

/** Everything that was said, in order of time. */
export const saidIn = (curveballs: readonly Landing[], { probes, nemesis }: Spoken): readonly Said[] => {
  const said = (kind: Said['kind'], { id, text, atMs, minute }: Landing): Said => ({ kind, id, text, atMs, minute })
  return [
    ...curveballs.map(c => said('curveball', c)),
    ...(nemesis ? [said('nemesis', nemesis)] : []),
    ...probes.map(p => said('probe', p)),
  ].sort((a, b) => a.atMs - b.atMs)
}

/** What the interviewer has said in this person's sitting so far. In a mock, what is due is said now. */
export async function curveballsOf(
  deps: AttemptDeps,
  userId: string,
  attemptId: string,
): Promise<{ readonly ok: true; readonly curveballs: readonly Said[] } | Refusal> {
  const row = await deps.db.attempt.findFirst({ where: { id: attemptId, userId }, include: { pinned: true } })
  if (!row) return attemptNotFound
  const landed = landedIn(row, row.pinned, deps.now())
  return { ok: true, curveballs: saidIn(landed, await letSpeak(deps, row, row.pinned, landed)) }
}

export type Interview = { readonly said: readonly Said[]; readonly nemesis: JudgedNemesis | null }

/** A handed-in mock: all that the interviewer said, and how the nemesis was met. Null for any other attempt. */
export async function interviewOf(deps: AttemptDeps, userId: string, attemptId: string): Promise<Interview | null> {
  const row = await deps.db.attempt.findFirst({ where: { id: attemptId, userId, mode: 'mock' }, include: { pinned: true } })
  if (!row?.handedInAt) return null
  const spoken = await spokenIn(deps.db, row)
  return {
    said: saidIn(landedIn(row, row.pinned, deps.now()), spoken),
    nemesis: await judgedNemesis(deps.db, row, row.pinned, spoken),
  }
}

/** What of a sitting travels in its timeline: the landings that keep a draft, and the questions that do not. */
export async function heardIn(db: Queries, row: Attempt, pinned: { readonly json: string }, nowMs: number) {
  const { nemesis, probes } = await spokenIn(db, row)
  const landings = [...landedIn(row, pinned, nowMs), ...(nemesis ? [nemesis] : [])].sort((a, b) => a.atMs - b.atMs)
  return { landings, probes }
}
