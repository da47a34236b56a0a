import { unusedAnswers } from '../../rubric/coach/unused-answers.ts'
import type { ProbeRule } from '../probe.ts'

/** An estimate stands there and no decision, flow, store or cost uses it. */
export const unusedEstimate: ProbeRule = {
  id: 'unused-estimate',
  after: 0.55,
  missing: 'A number that no decision, flow, store or cost uses',
  words: 'You worked this number out. What does it change in your design?',
  ask({ submission }) {
    const [unused] = submission.architecture.components.length > 0 ? unusedAnswers(submission) : []
    return unused && `You worked out the ${unused.target.replaceAll('_', ' ')}. What does it change in your design?`
  },
}
