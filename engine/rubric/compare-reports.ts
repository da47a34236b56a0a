import type { Verdict } from './criterion.ts'
import type { CriterionReport, ScoreReport } from './score-report.ts'

type Judged = Pick<CriterionReport, 'verdict' | 'earned' | 'possible' | 'reason'>

export type ComparedCriterion = {
  readonly id: string
  readonly dimension: string
  readonly question: string
  readonly tier: CriterionReport['tier']
  /** Null where the score has no such criterion. */
  readonly left: Judged | null
  readonly right: Judged | null
  readonly change: 'same' | 'better' | 'worse' | 'points' | 'added' | 'removed'
}

const rank: Readonly<Record<Verdict, number>> = { missed: 0, unsure: 0, partly: 1, met: 2 }

/** Two scores criterion by criterion, in the order of the left one; what only the right one has comes last. */
export function compareReports(left: ScoreReport, right: ScoreReport): readonly ComparedCriterion[] {
  const [mine, theirs] = [new Map(left.criteria.map(c => [c.id, c])), new Map(right.criteria.map(c => [c.id, c]))]
  return [...new Set([...mine.keys(), ...theirs.keys()])].flatMap(id => {
    const [l, r] = [mine.get(id), theirs.get(id)]
    const known = r ?? l
    if (!known) return []
    const { dimension, question, tier } = known
    return [{ id, dimension, question, tier, left: judged(l), right: judged(r), change: changeOf(l, r) }]
  })
}

const judged = (c: CriterionReport | undefined): Judged | null =>
  c ? { verdict: c.verdict, earned: c.earned, possible: c.possible, reason: c.reason } : null

function changeOf(l: CriterionReport | undefined, r: CriterionReport | undefined): ComparedCriterion['change'] {
  if (!l) return 'added'
  if (!r) return 'removed'
  if (rank[l.verdict] !== rank[r.verdict]) return rank[r.verdict] > rank[l.verdict] ? 'better' : 'worse'
  if (l.earned !== r.earned || l.possible !== r.possible) return 'points'
  return 'same'
}
