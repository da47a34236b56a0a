import { type Landing, landedCurveballs } from '#engine/interview/curveballs.ts'
import { chooseGeneric, type TimedCurveball } from '#engine/interview/generic-curveballs.ts'
import { type CurveballVerdict, judgeCurveball } from '#engine/rubric/judge-curveball.ts'
import type { CompiledDrill } from '#engine/rubric/rubric.ts'
import type { Attempt } from '#generated/sqlite/client.ts'
import type { Queries } from '../db/client.ts'
import { type AttemptDeps, pinnedOf, readPinned } from './deps.ts'
import { submissionAtHead, submissionAtSeq } from './history.ts'
import { type JudgedNemesis, judgedNemesis, letSpeak, type Spoken, settleNemesis, spokenIn } from './interviewer.ts'
import { attemptNotFound, type Refusal } from './refusal.ts'
import { revisionsAt } from './revisions-at.ts'
import { sittingOf } from './sitting-of.ts'

/** What the interviewer said: a curveball of the drill, the failure that the simulator found worst, or a question about what is missing. */
export type Said = Landing & { readonly kind: 'curveball' | 'nemesis' | 'probe' }

/** What this mock throws in beside the drill's own curveballs. */
function genericOf(row: Attempt, { drill, generic = [] }: CompiledDrill): readonly TimedCurveball[] {
  if (row.mode !== 'mock') return []
  return chooseGeneric(generic, drill, row.id).map(curveball => ({ ...curveball, id: `generic:${curveball.id}` }))
}

/** What has landed in a sitting, by the server's clock and its pinned drill; nothing lands once it is handed in. */
export function landedIn(row: Attempt, pinned: { readonly json: string }, nowMs: number): readonly Landing[] {
  const compiled = readPinned(pinned.json)
  const curveballs = [...compiled.drill.curveballs, ...genericOf(row, compiled)]
  return landedCurveballs(curveballs, sittingOf(row), row.handedInAt?.getTime() ?? nowMs)
}

/** Everything that was said, in order of time. */
export const saidIn = (curveballs: readonly Landing[], { probes, nemesis }: Spoken): readonly Said[] => {
  const said = (kind: Said['kind'], { id, text, atMs, minute }: Landing): Said => ({ kind, id, text, atMs, minute })
  return [
    ...curveballs.map(c => said('curveball', c)),
    ...(nemesis ? [said('nemesis', nemesis)] : []),
    ...probes.map(p => said('probe', p)),
  ].sort((a, b) => a.atMs - b.atMs)
}

/** What the interviewer has said in this person's sitting so far, and the server's time. In a mock, what is due is said now. */
export async function curveballsOf(
  deps: AttemptDeps,
  userId: string,
  attemptId: string,
): Promise<
  | {
      readonly ok: true
      readonly curveballs: readonly Said[]
      readonly endsAtMs: number | null
      readonly serverNowMs: number
    }
  | Refusal
> {
  const row = await deps.db.attempt.findFirst({ where: { id: attemptId, userId } })
  if (!row) return attemptNotFound
  const pinned = await pinnedOf(deps.db, row.pinnedHash)
  const landed = landedIn(row, pinned, deps.now())
  const curveballs = saidIn(landed, await letSpeak(deps, row, pinned, landed))
  return { ok: true, curveballs, endsAtMs: row.endsAt?.getTime() ?? null, serverNowMs: deps.now() }
}

/** A curveball of the general list, and how it was met. */
export type JudgedCurveball = {
  readonly id: string
  readonly minute: number
  readonly text: string
  readonly debrief: string
  readonly verdict: CurveballVerdict
}

export type Interview = {
  readonly said: readonly Said[]
  readonly generic: readonly JudgedCurveball[]
  readonly nemesis: JudgedNemesis | null
}

/** A handed-in mock: all that the interviewer said, and how what is not in the drill's rubric was met. Null for any other attempt. */
export async function interviewOf(deps: AttemptDeps, userId: string, attemptId: string): Promise<Interview | null> {
  const row = await deps.db.attempt.findFirst({ where: { id: attemptId, userId, mode: 'mock' }, include: { pinned: true } })
  if (!row?.handedInAt) return null
  const spoken = await spokenIn(deps.db, row)
  const landed = landedIn(row, row.pinned, deps.now())
  return {
    said: saidIn(landed, spoken),
    generic: await judgedGeneric(deps.db, row, row.pinned, landed),
    nemesis: await judgedNemesis(deps.db, row, row.pinned, spoken),
  }
}

async function judgedGeneric(
  db: Queries,
  row: Attempt,
  pinned: { readonly json: string },
  landed: readonly Landing[],
): Promise<readonly JudgedCurveball[]> {
  const compiled = readPinned(pinned.json)
  const now = await submissionAtHead(db, row)
  const judged: JudgedCurveball[] = []
  for (const curveball of genericOf(row, compiled)) {
    const landing = landed.find(({ id }) => id === curveball.id)
    if (!landing) continue
    const [at] = await revisionsAt(db, row.id, [landing])
    const before = await submissionAtSeq(db, row.id, at?.seq ?? 0)
    const { id, minute, text } = landing
    judged.push({ id, minute, text, debrief: curveball.debrief, verdict: judgeCurveball(curveball, compiled, before, now) })
  }
  return judged
}

/**
 * What of a sitting travels in its timeline: the landings that keep a draft, and the questions that do not. A nemesis that was due by `nowMs` and that
 * no page asked for is settled here, so that two sittings that went alike read alike.
 */
export async function heardIn(db: Queries, row: Attempt, pinned: { readonly json: string }, nowMs: number) {
  await settleNemesis(db, row, pinned, row.handedInAt?.getTime() ?? nowMs)
  const { nemesis, probes } = await spokenIn(db, row)
  const landings = [...landedIn(row, pinned, nowMs), ...(nemesis ? [nemesis] : [])].sort((a, b) => a.atMs - b.atMs)
  return { landings, probes }
}
