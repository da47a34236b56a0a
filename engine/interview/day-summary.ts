import type { Level } from '../drill/drill.ts'
import { bandOf } from '../rubric/bands.ts'
import type { ScoreReport } from '../rubric/score-report.ts'
import type { Scoring } from '../rubric/scoring.ts'
import type { BegunPhase } from './phases-begun.ts'

/** A mock of the day that was scored. */
export type ScoredMock = {
  readonly place: number
  readonly report: ScoreReport
  /** Length with extra time, and what of it was used. */
  readonly minutes: number
  readonly usedMinutes: number
  readonly phases: readonly BegunPhase[]
  /** The questions that the interviewer asked because something was missing. */
  readonly probes: readonly { readonly id: string; readonly text: string }[]
}

/** Something that came up in more than one mock, and in which. */
export type Repeated = { readonly id: string; readonly text: string; readonly places: readonly number[] }

export type DimensionOverDay = {
  readonly id: string
  readonly title: string
  /** Share of the points, 0 to 1, of each mock in the order given; null where the drill asks nothing of it. */
  readonly shares: readonly (number | null)[]
  /** Share of the points of all of them together. */
  readonly together: number | null
}

export type DaySummary = {
  readonly bands: readonly {
    readonly place: number
    readonly band: ScoreReport['bands'][Level]
    readonly score: number | null
  }[]
  readonly dimensions: readonly DimensionOverDay[]
  readonly repeated: {
    /** Verified criteria that were missed. */
    readonly criteria: readonly Repeated[]
    /** Dimensions whose share does not reach the bar. */
    readonly dimensions: readonly Repeated[]
    readonly slips: readonly Repeated[]
    readonly probes: readonly Repeated[]
  }
}

/** What a loop shows that one mock cannot: the same dimensions side by side, and what came up again. Mocks without a score are left out before. */
export function daySummary(mocks: readonly ScoredMock[], level: Level, scoring: Scoring): DaySummary {
  const dimensions = scoring.dimensions.map(({ id, title }): DimensionOverDay => {
    const points = mocks.map(({ report }) => report.dimensions.find(d => d.id === id))
    const possible = points.reduce((sum, p) => sum + (p?.possible ?? 0), 0)
    const earned = points.reduce((sum, p) => sum + (p?.earned ?? 0), 0)
    return {
      id,
      title,
      shares: points.map(p => (p && p.possible > 0 ? p.earned / p.possible : null)),
      together: possible > 0 ? earned / possible : null,
    }
  })
  const reachesBar = (share: number) => ['at', 'above'].includes(bandOf(scoring, share))
  return {
    bands: mocks.map(({ place, report }) => ({ place, band: report.bands[level], score: report.levels[level].score })),
    dimensions,
    repeated: {
      criteria: repeated(mocks, ({ report }) =>
        report.criteria
          .filter(c => c.tier === 'verified' && c.verdict === 'missed' && c.possible > 0)
          .map(c => ({ id: c.id, text: c.question })),
      ),
      dimensions: repeated(mocks, (_, index) =>
        dimensions.flatMap(({ id, title, shares }) => {
          const share = shares[index] ?? null
          return share === null || reachesBar(share) ? [] : [{ id, text: title }]
        }),
      ),
      slips: repeated(mocks, ({ report }) =>
        report.estimates.flatMap(({ slip }) => (slip ? [{ id: slip.id, text: slip.id.replaceAll('_', ' ') }] : [])),
      ),
      probes: repeated(mocks, ({ probes }) => probes),
    },
  }
}

/** What stands in more than one mock, most often first, in the words of the first; what one mock has twice counts once. */
function repeated(
  mocks: readonly ScoredMock[],
  of: (mock: ScoredMock, index: number) => readonly { readonly id: string; readonly text: string }[],
): readonly Repeated[] {
  const found = new Map<string, { id: string; text: string; places: number[] }>()
  for (const [index, mock] of mocks.entries())
    for (const { id, text } of of(mock, index)) {
      const known = found.get(id)
      if (!known) found.set(id, { id, text, places: [mock.place] })
      else if (!known.places.includes(mock.place)) known.places.push(mock.place)
    }
  return [...found.values()].filter(({ places }) => places.length > 1).sort((a, b) => b.places.length - a.places.length)
}
