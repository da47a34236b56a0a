import type { Agreement } from './agreement.ts'
import { bandOf } from './bands.ts'
import type { ScoreReport } from './score-report.ts'
import { type Band, bands, type Scoring } from './scoring.ts'

/** What a friend who held the interview gave a dimension, beside the band of the engine's points in it. */
export type GradedDimension = {
  readonly id: string
  readonly title: string
  readonly friend: Band
  /** Of the dimension's own share of its points; null where the drill measures nothing of it. */
  readonly engine: Band | null
  /** By how many bands the friend is higher; negative when lower, null with nothing to compare. */
  readonly apart: number | null
}

/** A friend's grades beside the engine's, in the order of the dimensions. Grades of dimensions that there are not are left out. They add no points. */
export function besideEngine(
  grades: Readonly<Record<string, Band>>,
  report: ScoreReport,
  scoring: Scoring,
): readonly GradedDimension[] {
  return scoring.dimensions.flatMap(({ id, title }) => {
    const friend = Object.hasOwn(grades, id) ? grades[id] : undefined
    if (friend === undefined) return []
    const points = report.dimensions.find(d => d.id === id)
    const engine = points && points.possible > 0 ? bandOf(scoring, points.earned / points.possible) : null
    return [{ id, title, friend, engine, apart: engine === null ? null : bands.indexOf(friend) - bands.indexOf(engine) }]
  })
}

/** On how many dimensions a friend and the engine gave the same band, of those that both could grade. */
export const agreementWithFriend = (graded: readonly GradedDimension[]): Agreement => ({
  agreed: graded.filter(({ apart }) => apart === 0).length,
  judged: graded.filter(({ apart }) => apart !== null).length,
})
