import type { Submission } from '../design/submission.ts'
import { toContext } from './context.ts'
import { matchingRecords } from './criteria/present/score-present.ts'
import type { GenericCurveball } from './generic-curveball.ts'
import type { CompiledDrill } from './rubric.ts'

export type CurveballVerdict = 'foreseen' | 'handled' | 'missed'

/**
 * Whether a curveball was answered by a record in the design. Foreseen when the draft of the moment at which it came had one already, and what was
 * handed in still has it.
 */
export function judgeCurveball(
  curveball: Pick<GenericCurveball, 'answeredBy'>,
  compiled: CompiledDrill,
  before: Submission,
  now: Submission,
): CurveballVerdict {
  const answered = (submission: Submission) => {
    const context = toContext(compiled, submission, undefined, 0)
    return curveball.answeredBy.some(place => matchingRecords(place, context).size >= place.min)
  }
  if (!answered(now)) return 'missed'
  return answered(before) ? 'foreseen' : 'handled'
}
