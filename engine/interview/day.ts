/** What a day may hold: mocks, and minutes of break between two of them. */
export const dayLimits = { mocks: { min: 2, max: 4 }, breakMinutes: { min: 0, max: 180 } } as const

const minuteMs = 60_000

export type DayPlan = {
  /** When the first mock is to begin, in ms since the epoch. */
  readonly startsAtMs: number
  readonly breakMinutes: number
  readonly abandonedAtMs: number | null
  /** In the order in which they are sat; minutes with extra time. */
  readonly mocks: readonly { readonly minutes: number }[]
}

/** A mock of the day that was started. */
export type DaySitting = {
  readonly startedAtMs: number
  readonly endsAtMs: number | null
  readonly handedInAtMs: number | null
}

export type DayMockRow = {
  readonly kind: 'mock'
  readonly place: number
  readonly fromMs: number
  readonly untilMs: number
  /** next: it can be started, and is not due yet. left-out: the day went on, or ended, without it. */
  readonly state: 'over' | 'open' | 'due' | 'next' | 'ahead' | 'left-out'
}
export type DayBreakRow = {
  readonly kind: 'break'
  /** The mock that it stands before. */
  readonly place: number
  readonly fromMs: number
  readonly untilMs: number
  readonly state: 'over' | 'now' | 'ahead'
}

export type DayTimetable = {
  readonly status: 'ahead' | 'open' | 'break' | 'due' | 'over' | 'abandoned'
  readonly rows: readonly (DayMockRow | DayBreakRow)[]
  /** The mock that can be started now, early or late; null while one is open and when none is left. */
  readonly next: number | null
  /** When the day ends, as things stand. */
  readonly untilMs: number
  /** How much later than planned that is; negative when it is earlier. */
  readonly lateMs: number
}

/**
 * The day as it stands at `nowMs`, by the server's clock. What was sat stands where it was sat, and everything after it moves: an early hand-in brings
 * the rest forward, a late start puts it off. Total: any plan, sittings and time give a timetable; nothing that is still to come begins in the past.
 */
export function dayTimetable(plan: DayPlan, sittings: readonly (DaySitting | null)[], nowMs: number): DayTimetable {
  const breakMs = plan.breakMinutes * minuteMs
  const lastSat = plan.mocks.reduce((last, _, place) => (sittings[place] ? place : last), -1)
  const rows: (DayMockRow | DayBreakRow)[] = []
  let endedMs: number | null = null
  let freeMs = plan.startsAtMs
  let waiting: DayMockRow['state'] | null = null
  let next: number | null = null

  for (const [place, { minutes }] of plan.mocks.entries()) {
    const lengthMs = minutes * minuteMs
    const sitting = sittings[place] ?? null
    if (!sitting && (plan.abandonedAtMs !== null || place < lastSat)) {
      rows.push({ kind: 'mock', place, fromMs: freeMs, untilMs: freeMs, state: 'left-out' })
      continue
    }
    let row: DayMockRow
    if (sitting) {
      const endsMs = sitting.handedInAtMs ?? sitting.endsAtMs
      const over = endsMs !== null && (sitting.handedInAtMs !== null || nowMs >= endsMs)
      const fromMs = sitting.startedAtMs
      const untilMs = Math.max(fromMs, endsMs ?? Math.max(nowMs, fromMs + lengthMs))
      row = { kind: 'mock', place, fromMs, untilMs, state: over ? 'over' : 'open' }
      if (!over) waiting = 'open'
    } else if (waiting === null) {
      // The first that is left: it waits for its time, and when that has come, for the candidate.
      next = place
      waiting = nowMs >= freeMs ? 'due' : 'next'
      const fromMs = Math.max(freeMs, nowMs)
      row = { kind: 'mock', place, fromMs, untilMs: fromMs + lengthMs, state: waiting }
    } else {
      row = { kind: 'mock', place, fromMs: freeMs, untilMs: freeMs + lengthMs, state: 'ahead' }
    }
    if (endedMs !== null) {
      const untilMs = sitting ? row.fromMs : endedMs + breakMs
      const state = sitting || row.state === 'due' ? 'over' : row.state === 'next' && nowMs >= endedMs ? 'now' : 'ahead'
      if (untilMs > endedMs) rows.push({ kind: 'break', place, fromMs: endedMs, untilMs, state })
    }
    rows.push(row)
    // A mock that goes on past the end of a later one still keeps the rest waiting.
    endedMs = Math.max(endedMs ?? row.untilMs, row.untilMs)
    freeMs = endedMs + breakMs
  }

  const untilMs = rows.reduce((latest, row) => Math.max(latest, row.untilMs), plan.startsAtMs)
  return { status: statusOf(plan, rows, lastSat), rows, next, untilMs, lateMs: untilMs - plannedEnd(plan) }
}

/** When the day ends if everything goes as planned. */
export const plannedEnd = ({ startsAtMs, breakMinutes, mocks }: DayPlan): number =>
  startsAtMs + (mocks.reduce((sum, { minutes }) => sum + minutes, 0) + Math.max(0, mocks.length - 1) * breakMinutes) * minuteMs

function statusOf({ abandonedAtMs }: DayPlan, rows: DayTimetable['rows'], lastSat: number): DayTimetable['status'] {
  const has = (state: DayMockRow['state']) => rows.some(row => row.state === state)
  // A mock that is open when the day is given up goes on by its own clock.
  if (abandonedAtMs !== null) return 'abandoned'
  if (has('open')) return 'open'
  if (has('due')) return 'due'
  if (has('next')) return lastSat < 0 ? 'ahead' : 'break'
  return 'over'
}
