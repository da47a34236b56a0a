import type { CriterionReport, ScoreReport } from '#engine/rubric/score-report.ts'

/** The criteria on which most of the level's points are left, each with its mend. */
export function mostLeft(
  report: ScoreReport,
  level: 'L6' | 'L7',
  weights: Readonly<Record<string, number>>,
  count = 3,
): readonly CriterionReport[] {
  const possible = new Map(report.dimensions.map(d => [d.id, d.possible]))
  const lost = (c: CriterionReport) => ((c.possible - c.earned) / (possible.get(c.dimension) || 1)) * (weights[c.dimension] ?? 0)
  return report.criteria
    .filter(c => c.tier === 'verified' && c.earned < c.possible && report.levels[level].band !== 'not measured')
    .toSorted((a, b) => lost(b) - lost(a))
    .slice(0, count)
}
