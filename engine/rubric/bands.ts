import type { Level, levels } from '../drill/drill.ts'
import type { Criterion } from './rubric.ts'
import type { LevelScore } from './score-report.ts'
import { type Band, bands, type Scoring } from './scoring.ts'

export type Marked = {
  readonly criterion: Criterion
  readonly earned: number
  readonly possible: number
  readonly missed: boolean
}

/**
 * The band of each level: per dimension the share of its points (each criterion times its weight at the level), weighted by the level's
 * dimension weights, cut by scores common to all drills. Only verified points enter.
 */
export function toBands(scoring: Scoring, marked: readonly Marked[]): Readonly<Record<Level, LevelScore>> {
  const of = (level: Level) => levelScore(level, scoring, marked)
  return { L6: of('L6'), L7: of('L7') }
}

function levelScore(level: (typeof levels)[number], scoring: Scoring, marked: readonly Marked[]): LevelScore {
  const weighted = scoring.dimensions.flatMap(dimension => {
    const inIt = marked.filter(m => m.criterion.dimension === dimension.id)
    const weigh = (m: Marked, points: number) => points * (m.criterion.levels[level] ?? 1)
    const possible = inIt.reduce((sum, m) => sum + weigh(m, m.possible), 0)
    const earned = inIt.reduce((sum, m) => sum + weigh(m, m.earned), 0)
    return possible > 0 ? [{ weight: dimension.weights[level], share: earned / possible }] : []
  })
  const total = weighted.reduce((sum, w) => sum + w.weight, 0)
  const covered = total / 100
  if (total === 0 || covered < scoring.minimumCoverage) return { band: 'not measured', score: null, covered, cappedBy: [] }
  const score = weighted.reduce((sum, w) => sum + w.weight * w.share, 0) / total
  const cappedBy = marked.filter(m => m.missed && m.criterion.must.includes(level)).map(m => m.criterion.id)
  const reached = bandOf(scoring, score)
  const cap = scoring.capWhenMustMissed
  const band = cappedBy.length > 0 && bands.indexOf(reached) > bands.indexOf(cap) ? cap : reached
  return { band, score, covered, cappedBy }
}

/** The band that a share of the points reaches by the cut scores. */
export function bandOf({ bands: cuts }: Scoring, score: number): Band {
  const reached = score + 1e-9
  if (reached >= cuts.above) return 'above'
  if (reached >= cuts.at) return 'at'
  return reached >= cuts.near ? 'near' : 'below'
}
