import type { Submission } from '../../design/submission.ts'
import type { Verdict } from '../criterion.ts'
import type { Criterion } from '../rubric.ts'
import type { CriterionReport } from '../score-report.ts'
import type { Timeline } from '../timeline.ts'
import type { RubricTest } from './rubric-tests.ts'

type Part = Exclude<keyof Submission, 'schema'>

/** What every criterion may need to read the rest: expressions use names of the worksheet. */
const always: readonly Part[] = ['worksheet', 'assumptions']

/** The parts that a criterion of each kind reads, besides those in which it found its evidence. */
function partsOf(criterion: Criterion): readonly string[] {
  switch (criterion.kind) {
    case 'estimate':
      return ['answers']
    case 'present':
    case 'foreseen':
      return [criterion.part]
    case 'decided':
      return ['decisions', 'requirements', 'answers']
    case 'said':
      return criterion.in
    case 'traced':
      return ['requirements', 'architecture', 'operations', 'decisions', 'failures']
    case 'topology':
      return ['architecture']
    case 'simulated':
      return ['architecture', 'data', 'requirements', 'predictions']
    case 'consistent':
      return ['requirements', 'answers', 'architecture', 'data']
    case 'self':
      return []
  }
}

const isEmpty = (value: unknown): boolean =>
  value === '' ||
  value === undefined ||
  value === null ||
  (typeof value === 'object' && value !== null && Object.values(value).every(isEmpty))

/** The parts of a submission that a criterion reads; what is empty left out. */
export function excerptFor(
  criterion: Criterion,
  report: CriterionReport,
  submission: Submission,
): Readonly<Record<string, unknown>> {
  const named = [...partsOf(criterion), ...report.evidence.map(({ at }) => at.replace(/^\//, ''))]
  const wanted = new Set<string>([...always, ...named.map(place => place.split(/[./]/)[0] ?? '')])
  return Object.fromEntries(Object.entries(submission).filter(([part, value]) => wanted.has(part) && !isEmpty(value)))
}

/**
 * An appeal as a test of the rubric: the excerpt is put into an empty submission, and the criterion must say what the appeal expects. It goes into
 * `tests.yaml` of the drill as it is.
 */
export function appealTest(
  criterion: Criterion,
  report: CriterionReport,
  sitting: { readonly submission: Submission; readonly timeline: Timeline },
  appeal: { readonly verdict: Verdict; readonly reason: string },
): RubricTest {
  const landing =
    criterion.kind === 'foreseen' ? sitting.timeline.curveballs.find(({ id }) => id === criterion.curveball) : undefined
  const landed: RubricTest['landed'] = {}
  if (criterion.kind === 'foreseen' && landing) {
    const [part = ''] = criterion.part.split('.')
    const { draft } = landing
    const stood =
      typeof draft === 'object' && draft !== null && !isEmpty(Object.entries(draft).find(([key]) => key === part)?.[1])
    landed[criterion.curveball] = stood ? 'after' : 'before'
  }
  return {
    about: appeal.reason,
    start: 'empty',
    change: excerptFor(criterion, report, sitting.submission),
    landed,
    expects: { [criterion.id]: appeal.verdict },
  }
}
