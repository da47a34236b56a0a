import type { Submission } from '../design/submission.ts'
import { type Marked, toBands } from './bands.ts'
import { type Context, toContext } from './context.ts'
import { scoreConsistent } from './criteria/consistent/score-consistent.ts'
import { scoreDecided } from './criteria/decided/score-decided.ts'
import { scoreEstimate } from './criteria/estimate/score-estimate.ts'
import { scoreForeseen } from './criteria/foreseen/score-foreseen.ts'
import { scorePresent } from './criteria/present/score-present.ts'
import { scoreSaid } from './criteria/said/score-said.ts'
import { scoreSimulated } from './criteria/simulated/score-simulated.ts'
import { scoreTopology } from './criteria/topology/score-topology.ts'
import { scoreTraced } from './criteria/traced/score-traced.ts'
import { type Finding, missed } from './criterion.ts'
import { engineVersion } from './engine-version.ts'
import { otherDrill } from './other-drill.ts'
import { round } from './round.ts'
import type { CompiledDrill, Criterion } from './rubric.ts'
import type { CriterionReport, LevelScore, ScoreReport } from './score-report.ts'
import type { Timeline } from './timeline.ts'

type Points = { readonly earned: number; readonly possible: number }

export type ScoringInput = { readonly submission: Submission; readonly timeline?: Timeline | undefined }

/**
 * Scores a submission against a compiled drill. Pure and total: no clock, no chance but `seed`; what is not there earns nothing and keeps
 * its `possible`. Tiers are never added up; bands are made of verified points alone.
 */
export function scoreSubmission(
  compiled: CompiledDrill,
  { submission, timeline }: ScoringInput,
  { seed }: { readonly seed: number },
): ScoreReport {
  const context = toContext(compiled, submission, timeline, seed)
  const stranger = otherDrill(compiled.drill, submission)
  const criteria = compiled.criteria.map(criterion => report(criterion, findingOf(criterion, context, stranger)))
  const verified = criteria.filter(c => c.tier === 'verified')
  const byId = new Map(compiled.criteria.map(c => [c.id, c]))
  const marked: Marked[] = verified.flatMap(c => {
    const criterion = byId.get(c.id)
    return criterion ? [{ criterion, earned: c.earned, possible: c.possible, missed: c.verdict === 'missed' }] : []
  })
  const { L6, L7 } = toBands(compiled.scoring, marked)
  const rounded = (level: LevelScore): LevelScore => ({
    ...level,
    score: round(level.score),
    covered: round(level.covered) ?? 0,
  })
  return {
    drill: compiled.drill.slug,
    bands: { L6: L6.band, L7: L7.band },
    levels: { L6: rounded(L6), L7: rounded(L7) },
    tiers: {
      verified: total(verified),
      claimed: total(criteria.filter(c => c.tier === 'claimed')),
      selfAssessed: total(criteria.filter(c => c.tier === 'self-assessed')),
    },
    dimensions: compiled.scoring.dimensions.map(d => ({
      id: d.id,
      title: d.title,
      ...total(verified.filter(c => c.dimension === d.id)),
    })),
    criteria,
    estimates: [...context.estimates.values()],
    worksheet: { errors: context.sheet.errors.map(({ line, column, message }) => ({ line, column, message })) },
    engine: engineVersion,
    content: compiled.content,
    seed,
  }
}

function total(criteria: readonly Points[]): Points {
  const add = (key: keyof Points) => round(criteria.reduce((sum, c) => sum + c[key], 0)) ?? 0
  return { earned: add('earned'), possible: add('possible') }
}

/** What was made for another drill earns nothing in this one. */
function findingOf(criterion: Criterion, context: Context, stranger: string | undefined): Finding {
  const finding = score(criterion, context)
  if (stranger === undefined || (finding.verdict !== 'met' && finding.verdict !== 'partly')) return finding
  return criterion.kind === 'said' ? { verdict: 'unsure', reason: stranger, evidence: [] } : missed(stranger)
}

function report(criterion: Criterion, finding: Finding): CriterionReport {
  const possible = finding.unmeasured ? 0 : criterion.kind === 'self' ? criterion.checklist.length : criterion.points
  const share = finding.verdict === 'met' ? 1 : finding.verdict === 'partly' ? 0.5 : 0
  return {
    id: criterion.id,
    dimension: criterion.dimension,
    kind: criterion.kind,
    tier: criterion.kind === 'self' ? 'self-assessed' : criterion.kind === 'said' ? 'claimed' : 'verified',
    verdict: finding.verdict,
    earned: round(possible * share) ?? 0,
    possible,
    reason: finding.reason,
    evidence: [...finding.evidence],
    question: criterion.question,
    mend: criterion.mend,
    lesson: criterion.lesson ?? null,
  }
}

function score(criterion: Criterion, context: Context): Finding {
  switch (criterion.kind) {
    case 'estimate':
      return scoreEstimate(criterion, context)
    case 'present':
      return scorePresent(criterion, context)
    case 'consistent':
      return scoreConsistent(criterion, context)
    case 'topology':
      return scoreTopology(criterion, context)
    case 'simulated':
      return scoreSimulated(criterion, context)
    case 'decided':
      return scoreDecided(criterion, context)
    case 'foreseen':
      return scoreForeseen(criterion, context)
    case 'traced':
      return scoreTraced(criterion, context)
    case 'said':
      return scoreSaid(criterion, context)
    case 'self':
      return { verdict: 'unsure', reason: 'Nothing typed can decide this; look for yourself with the checklist.', evidence: [] }
  }
}
