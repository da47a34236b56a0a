import type { Drill } from '../drill/drill.ts'
import { endsAt, type Sitting } from './clock.ts'

export type Landing = {
  readonly id: string
  /** As the interviewer says it. */
  readonly text: string
  readonly atMs: number
  /** Minutes from the start, to the tenth. */
  readonly minute: number
}

/**
 * The curveballs that have landed by `untilMs` (ms since the epoch), in the order in which they did. Each lands at its minute, stretched with
 * the sitting by extra time; a sitting without a clock has none, and none lands at or after its end.
 */
export function landedCurveballs(
  curveballs: Drill['curveballs'],
  sitting: Pick<Sitting, 'mode' | 'startedAtMs' | 'minutes' | 'extraTimePercent'>,
  untilMs: number,
): readonly Landing[] {
  const end = endsAt(sitting)
  if (end === null) return []
  const stretch = 1 + sitting.extraTimePercent / 100
  return curveballs
    .map(({ id, text, minute }) => {
      const afterMs = Math.round(minute * 60_000 * stretch)
      return { id, text, atMs: sitting.startedAtMs + afterMs, minute: Math.round(afterMs / 6000) / 10 }
    })
    .filter(({ atMs }) => atMs <= untilMs && atMs < end)
    .sort((a, b) => a.atMs - b.atMs)
}
