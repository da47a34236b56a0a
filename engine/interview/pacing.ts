import type { Phase } from '../drill/drill.ts'

/** One stretch of a sitting and the parts of the submission that were written in it. Minutes from the start; `to` is not in it. */
type Stretch = { readonly from: number; readonly to: number; readonly changed: readonly string[] }

export type PhasePace = {
  readonly id: string
  readonly title: string
  /** Minutes that the plan gives it, stretched to the length of the sitting. */
  readonly planned: number
  /** Minutes in which its parts were written. */
  readonly spent: number
  /** The minute at which its parts were first written; null when they never were. */
  readonly begun: number | null
}

export type Pacing = {
  readonly phases: readonly PhasePace[]
  /** Minutes in which nothing was written: reading, drawing breath, talking. */
  readonly quiet: number
  /** Minutes spent on parts that no phase names. */
  readonly elsewhere: number
}

/**
 * Where the time of a sitting went, against the plan. A stretch belongs to the phases whose parts were written in it, in equal shares; a part that
 * several phases name (decisions, say) belongs to the one that was on at that minute, if it is one of them. All minutes together are those of the
 * stretches. `plannedMinutes` is the length of the sitting, extra time included.
 */
export function pacingOf(
  phases: readonly Pick<Phase, 'id' | 'title' | 'minutes' | 'parts'>[],
  stretches: readonly Stretch[],
  plannedMinutes: number,
): Pacing {
  const sum = phases.reduce((total, { minutes }) => total + minutes, 0)
  const stretch = sum > 0 ? plannedMinutes / sum : 0
  let start = 0
  const rows = phases.map(phase => {
    const from = start
    start += phase.minutes * stretch
    return { phase, from, to: start, spent: 0, begun: null as number | null }
  })
  let quiet = 0
  let elsewhere = 0
  for (const { from, to, changed } of stretches) {
    const minutes = to - from
    const middle = (from + to) / 2
    const now = rows.find(row => middle >= row.from && middle < row.to)
    const owners = new Set(
      changed.flatMap(part => {
        if (now?.phase.parts.includes(part)) return [now]
        return rows.filter(({ phase }) => phase.parts.includes(part))
      }),
    )
    for (const row of owners) {
      row.spent += minutes / owners.size
      row.begun ??= from
    }
    if (changed.length === 0) quiet += minutes
    else if (owners.size === 0) elsewhere += minutes
  }
  const rounded = (minutes: number) => Math.round(minutes * 10) / 10
  return {
    phases: rows.map(({ phase, from, to, spent, begun }) => ({
      id: phase.id,
      title: phase.title,
      planned: rounded(to - from),
      spent: rounded(spent),
      begun,
    })),
    quiet: rounded(quiet),
    elsewhere: rounded(elsewhere),
  }
}
