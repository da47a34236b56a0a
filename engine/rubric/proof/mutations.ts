import { parseSubmission } from '../../design/parse-submission.ts'
import type { Submission } from '../../design/submission.ts'
import type { CompiledDrill } from '../rubric.ts'
import { scoreSubmission } from '../score-submission.ts'

/** The parts that can be deleted from a submission, by dotted path. */
export const deletableParts = [
  'requirements.functional',
  'requirements.nonFunctional',
  'questions',
  'worksheet',
  'assumptions',
  'answers',
  'api',
  'architecture.components',
  'architecture.links',
  'architecture.flows',
  'data',
  'decisions',
  'failures',
  'operations.alarms',
  'operations.deployment',
  'operations.rollback',
  'operations.runbook',
  'security',
  'cost',
  'evolution.triggers',
  'evolution.steps',
  'organization',
  'predictions',
] as const

export type Mutation = {
  readonly part: (typeof deletableParts)[number]
  /** Verified points that are lost with it; negative when it earns more without, which is a fault of the rubric. */
  readonly lost: number
  /** Criteria whose verdict falls, and those whose verdict rises. */
  readonly fell: readonly string[]
  readonly rose: readonly string[]
}

const rank = { met: 2, partly: 1, unsure: 0, missed: 0 } as const

/** The submission without a part. */
export function without(submission: Submission, part: string): Submission {
  const [first = '', second] = part.split('.')
  const whole: Record<string, unknown> = { ...submission }
  if (second === undefined) delete whole[first]
  else {
    const { [second]: _, ...rest } = Object(whole[first])
    whole[first] = rest
  }
  const parsed = parseSubmission(whole)
  return parsed.ok ? parsed.submission : submission
}

/** Deletes each part of a submission in turn and scores it again: what falls, and what should not have risen. Parts that are empty are left out. */
export function mutations(compiled: CompiledDrill, submission: Submission): readonly Mutation[] {
  const score = (of: Submission) => scoreSubmission(compiled, { submission: of }, { seed: 1 })
  const whole = score(submission)
  const before = new Map(whole.criteria.map(c => [c.id, c.verdict]))
  return deletableParts.flatMap(part => {
    const changed = without(submission, part)
    if (JSON.stringify(changed) === JSON.stringify(submission)) return []
    const report = score(changed)
    const moved = (up: boolean) =>
      report.criteria
        .filter(c => {
          const step = rank[c.verdict] - rank[before.get(c.id) ?? 'missed']
          return c.tier === 'verified' && (up ? step > 0 : step < 0)
        })
        .map(c => c.id)
    return [{ part, lost: whole.tiers.verified.earned - report.tiers.verified.earned, fell: moved(false), rose: moved(true) }]
  })
}
