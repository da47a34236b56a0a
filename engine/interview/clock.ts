import type { Phase } from '../drill/drill.ts'

export const modes = ['practice', 'drill', 'mock'] as const
/** practice: no clock, hints. drill: clock. mock: clock, phases in order, interviewer, no hints. */
export type Mode = (typeof modes)[number]

export type Sitting = {
  readonly mode: Mode
  readonly startedAtMs: number
  /** Length of the drill in minutes, before extra time. */
  readonly minutes: number
  /** Extra time as an accommodation, in percent of the length. */
  readonly extraTimePercent: number
  readonly handedInAtMs?: number | null | undefined
}

export type ClockState = {
  readonly status: 'open' | 'expired' | 'handed-in'
  readonly elapsedMs: number
  readonly remainingMs: number | null
  readonly endsAtMs: number | null
  /** How close the end is; a sitting without a clock is always calm. */
  readonly warning: 'none' | 'gentle' | 'final'
}

const minuteMs = 60_000

/** When the sitting ends by itself, in ms since the epoch; null without a clock. Extra time stretches the whole. */
export function endsAt(sitting: Pick<Sitting, 'mode' | 'startedAtMs' | 'minutes' | 'extraTimePercent'>): number | null {
  if (sitting.mode === 'practice') return null
  return sitting.startedAtMs + Math.round(sitting.minutes * minuteMs * (1 + sitting.extraTimePercent / 100))
}

/**
 * The state of a sitting at `nowMs`, by the server's clock. Total: any numbers give a state. A clock that runs backwards never gives a
 * negative time, and what was handed in stays handed in.
 */
export function clockState(sitting: Sitting, nowMs: number): ClockState {
  const endsAtMs = endsAt(sitting)
  const handedIn = sitting.handedInAtMs ?? null
  const until = handedIn ?? (endsAtMs === null ? nowMs : Math.min(nowMs, endsAtMs))
  const elapsedMs = Math.max(0, until - sitting.startedAtMs)
  const remainingMs = endsAtMs === null ? null : Math.max(0, endsAtMs - Math.max(until, sitting.startedAtMs))
  const status = handedIn !== null ? 'handed-in' : endsAtMs !== null && nowMs >= endsAtMs ? 'expired' : 'open'
  const warning =
    remainingMs === null || status !== 'open'
      ? 'none'
      : remainingMs <= 5 * minuteMs
        ? 'final'
        : remainingMs <= 10 * minuteMs
          ? 'gentle'
          : 'none'
  return { status, elapsedMs, remainingMs, endsAtMs, warning }
}

/** What a question costs in a mock: about as long as it takes to ask it aloud and to be answered. */
export const questionCostMs = 15_000

/** A sitting is never brought closer to its end than this by asking. */
const spareMs = minuteMs

/** When a sitting ends once a question has been asked at `nowMs`. Only a mock's clock pays, and never its last minute. */
export function endAfterQuestion(mode: Mode, endsAtMs: number | null, nowMs: number): number | null {
  if (mode !== 'mock' || endsAtMs === null) return endsAtMs
  return Math.max(Math.min(endsAtMs, nowMs + spareMs), endsAtMs - questionCostMs)
}

export type PhaseState = {
  readonly phase: Phase
  readonly startsMs: number
  readonly endsMs: number
  readonly state: 'past' | 'now' | 'ahead'
}

/**
 * Where time should be: the drill's phases, stretched to the length of the sitting (extra time included), and which one `elapsedMs` is in.
 * After the last phase the last one stays "now".
 */
export function phaseStates(phases: readonly Phase[], totalMs: number, elapsedMs: number): readonly PhaseState[] {
  const planned = phases.reduce((sum, phase) => sum + phase.minutes, 0)
  let startsMs = 0
  return phases.map((phase, index) => {
    const from = startsMs
    const endsMs = index === phases.length - 1 ? totalMs : from + (totalMs * phase.minutes) / planned
    startsMs = endsMs
    const last = index === phases.length - 1
    const state = elapsedMs < from ? 'ahead' : elapsedMs < endsMs || last ? 'now' : 'past'
    return { phase, startsMs: from, endsMs, state }
  })
}
