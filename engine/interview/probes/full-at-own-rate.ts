import { evaluate } from '../../simulation/evaluate.ts'
import { calledIn, type ProbeRule } from '../probe.ts'

/** A component is full at the rates that the candidate gave the flows. */
export const fullAtOwnRate: ProbeRule = {
  id: 'full-at-own-rate',
  after: 0.4,
  missing: 'A part is full at the rates that the candidate gave',
  words: 'Take me through the numbers at this box: what comes in, and what can it do?',
  ask(view) {
    const model = view.model()
    if (model.flows.length === 0) return undefined
    const full = Object.entries(evaluate(model).components)
      .filter(([, at]) => at.saturated)
      .sort(([, a], [, b]) => b.utilization - a.utilization)[0]
    return full && `Take me through the numbers at ${calledIn(view, full[0])}: what comes in, and what can it do?`
  },
}
