import { z } from 'zod'
import type { Submission } from '#engine/design/submission.ts'
import type { Landing } from '#engine/interview/curveballs.ts'
import { judgeNemesis, nemesisAt, nemesisQuestion } from '#engine/interview/nemesis.ts'
import { maySpeak, nextProbe } from '#engine/interview/probes.ts'
import { factScope } from '#engine/rubric/estimates.ts'
import type { CurveballVerdict } from '#engine/rubric/judge-curveball.ts'
import type { CompiledDrill } from '#engine/rubric/rubric.ts'
import { readerOf } from '#engine/simulation/to-model.ts'
import type { Attempt } from '#generated/sqlite/client.ts'
import { isUniqueViolation, type Queries } from '../db/client.ts'
import { newId } from '../id.ts'
import { type AttemptDeps, readPinned } from './deps.ts'
import { submissionAtHead, submissionAtSeq } from './history.ts'
import { revisionsAt } from './revisions-at.ts'
import { sittingOf } from './sitting-of.ts'

const PROBE = 'probe'
const NEMESIS = 'nemesis'
const MINUTE_MS = 60_000

const storedProbe = z.object({ id: z.string(), text: z.string() })
/** `failure` is null when nothing could be asked: it is settled all the same. */
const storedNemesis = z.object({ failure: z.string().nullable(), text: z.string() })

type StoredNemesis = Landing & { readonly failure: string }

/** What the interviewer of a mock said, beside the drill's curveballs. */
export type Spoken = {
  readonly probes: readonly Landing[]
  readonly nemesis: StoredNemesis | undefined
  /** The nemesis was decided on, also when there is none. */
  readonly settled: boolean
}

/** What is stored of the interviewer's words, in order of time. The caller has checked whose attempt it is. */
export async function spokenIn(db: Queries, row: Attempt): Promise<Spoken> {
  if (row.mode !== 'mock') return { probes: [], nemesis: undefined, settled: true }
  const rows = await db.attemptEvent.findMany({
    // A poll that met the hand-in may have come a moment too late.
    where: { attemptId: row.id, kind: { in: [PROBE, NEMESIS] }, ...(row.handedInAt ? { at: { lte: row.handedInAt } } : {}) },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const landed = (at: Date) => ({ atMs: at.getTime(), minute: Math.round((at.getTime() - row.startedAt.getTime()) / 6000) / 10 })
  const decided = rows.find(({ kind }) => kind === NEMESIS)
  const found = decided && storedNemesis.parse(JSON.parse(decided.json))
  return {
    probes: rows
      .filter(({ kind }) => kind === PROBE)
      .map(({ at, json }) => ({ ...storedProbe.parse(JSON.parse(json)), ...landed(at) })),
    nemesis:
      decided && found && found.failure !== null
        ? { id: `${NEMESIS}:${found.failure}`, failure: found.failure, text: found.text, ...landed(decided.at) }
        : undefined,
    settled: decided !== undefined,
  }
}

/**
 * Lets the interviewer of an open mock say what is due by the server's clock, and stores it once, however many tabs ask at the same time.
 * `curveballs` are those of the drill that have landed. Answers all that was said.
 */
export async function letSpeak(
  deps: AttemptDeps,
  row: Attempt,
  pinned: { readonly json: string },
  curveballs: readonly Landing[],
): Promise<Spoken> {
  const spoken = await spokenIn(deps.db, row)
  const sitting = sittingOf(row)
  const nowMs = deps.now()
  if (sitting.mode !== 'mock' || sitting.endsAtMs === null || sitting.handedInAtMs !== null || nowMs >= sitting.endsAtMs)
    return spoken
  if (!spoken.settled && (await settleNemesis(deps.db, row, pinned, nowMs))) return spokenIn(deps.db, row)

  const minuteOf = (ms: number) => (ms - sitting.startedAtMs) / MINUTE_MS
  const said = [...curveballs.map(c => ({ ...c, id: `curveball:${c.id}` })), ...(spoken.nemesis ? [spoken.nemesis] : [])]
  const newest = await deps.db.revision.findFirst({
    where: { attemptId: row.id },
    orderBy: { seq: 'desc' },
    select: { at: true },
  })
  const moment = {
    minute: minuteOf(nowMs),
    minutes: minuteOf(sitting.endsAtMs),
    asked: [...spoken.probes, ...said].map(({ id, atMs }) => ({ id, minute: minuteOf(atMs) })),
    changedAtMinute: newest ? minuteOf(newest.at.getTime()) : undefined,
  }
  // Most polls end here, before a design is read.
  if (!maySpeak(moment)) return spoken
  const compiled = readPinned(pinned.json)
  const submission = await submissionAtHead(deps.db, row)
  const probe = nextProbe({ ...moment, submission, kinds: compiled.kinds, read: readerFor(compiled, submission) })
  if (!probe) return spoken
  // Numbered, not named: of two tabs that would ask different things at once, one is heard.
  await keep(deps.db, row.id, PROBE, String(spoken.probes.length + 1), nowMs, probe)
  return spokenIn(deps.db, row)
}

/**
 * Decides on the nemesis of a mock, once, by the draft of the minute at which it lands, whenever this is called afterwards. Answers whether it was due
 * by `nowMs`.
 */
export async function settleNemesis(
  db: Queries,
  row: Attempt,
  pinned: { readonly json: string },
  nowMs: number,
): Promise<boolean> {
  const landsAtMs = nemesisAt(sittingOf(row))
  if (landsAtMs === null || nowMs < landsAtMs) return false
  const key = { attemptId_kind_subject: { attemptId: row.id, kind: NEMESIS, subject: NEMESIS } }
  if (await db.attemptEvent.findUnique({ where: key, select: { id: true } })) return true
  const compiled = readPinned(pinned.json)
  const draft = await draftAt(db, row.id, landsAtMs)
  const found = nemesisQuestion(draft, compiled.kinds, readerFor(compiled, draft))
  await keep(db, row.id, NEMESIS, NEMESIS, landsAtMs, found ?? { failure: null, text: '' })
  return true
}

async function keep(db: Queries, attemptId: string, kind: string, subject: string, atMs: number, what: object): Promise<void> {
  try {
    const json = JSON.stringify(what)
    await db.attemptEvent.create({ data: { id: newId(), attemptId, at: new Date(atMs), kind, subject, json } })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
  }
}

async function draftAt(db: Queries, attemptId: string, atMs: number): Promise<Submission> {
  const [at] = await revisionsAt(db, attemptId, [{ atMs }])
  return submissionAtSeq(db, attemptId, at?.seq ?? 0)
}

/** Reads the design's expressions with its worksheet, and the facts that the candidate knows, in scope. */
function readerFor({ drill }: CompiledDrill, submission: Submission) {
  const asked = new Set(submission.questions.map(q => q.fact))
  return readerOf(
    submission.worksheet,
    factScope(drill, fact => fact.given || asked.has(fact.id)),
  )
}

/** The nemesis of a sitting and how it was met; null when there was none. */
export type JudgedNemesis = { readonly minute: number; readonly text: string; readonly verdict: CurveballVerdict }

/** Judges the nemesis of a mock by the design as it stood when it came and as it was handed in. */
export async function judgedNemesis(
  db: Queries,
  row: Attempt,
  pinned: { readonly json: string },
  { nemesis }: Spoken,
): Promise<JudgedNemesis | null> {
  if (!nemesis) return null
  const compiled = readPinned(pinned.json)
  const withReader = (submission: Submission) => ({ submission, read: readerFor(compiled, submission) })
  const before = withReader(await draftAt(db, row.id, nemesis.atMs))
  const now = withReader(await submissionAtHead(db, row))
  return { minute: nemesis.minute, text: nemesis.text, verdict: judgeNemesis(nemesis.failure, before, now) }
}
