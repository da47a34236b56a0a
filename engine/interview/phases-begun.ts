import type { Phase } from '../drill/drill.ts'
import { phaseStates } from './clock.ts'

export type BegunPhase = {
  readonly id: string
  readonly title: string
  /** Where the phase was planned, in minutes of the sitting. */
  readonly from: number
  readonly until: number
  /** The minute at which something of its parts first stood there; null when nothing did. */
  readonly begunAt: number | null
  readonly pace: 'in time' | 'late' | 'not begun'
}

/**
 * How a sitting kept to its phases, from the minute at which each record first stood there (`Timeline.firstMinutes`). A part that an earlier phase has
 * too does not begin the later one, unless that has no other. Phases without parts are left out. `minutes`: the sitting, extra time included.
 */
export function phasesBegun(
  phases: readonly Phase[],
  minutes: number,
  firstMinutes: Readonly<Record<string, number>>,
): readonly BegunPhase[] {
  const before = new Set<string>()
  return phaseStates(phases, minutes, 0).flatMap(({ phase, startsMs: from, endsMs: until }) => {
    const fresh = phase.parts.filter(part => !before.has(part))
    for (const part of phase.parts) before.add(part)
    if (phase.parts.length === 0) return []
    const parts = fresh.length > 0 ? fresh : phase.parts
    const begun = Object.entries(firstMinutes)
      .filter(([place]) => parts.some(part => place === `/${part}` || place.startsWith(`/${part}/`)))
      .map(([, minute]) => minute)
    const begunAt = begun.length > 0 ? Math.min(...begun) : null
    const pace = begunAt === null ? 'not begun' : begunAt > until ? 'late' : 'in time'
    return [{ id: phase.id, title: phase.title, from, until, begunAt, pace }]
  })
}
