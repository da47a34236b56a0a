import { TIME } from '../../../../quantity/dimension.ts'
import { formatQuantity } from '../../../../quantity/format.ts'
import { quantity } from '../../../../quantity/quantity.ts'
import { met, missed, partly } from '../../../criterion.ts'
import type { ConsistencyRule } from '../rule.ts'

const seconds = (value: number) => formatQuantity(quantity(value, TIME))

/** Along a flow with a latency objective, no single call may wait longer than the whole may take; calls have a timeout at all. */
export const timeoutsWithinObjective: ConsistencyRule = {
  id: 'timeouts-within-objective',
  title: 'No call waits longer than its whole flow may take',
  parameters: [],
  check(context) {
    const flows = context.model().flows.flatMap(flow => {
      const targets = flow.objectives.filter(o => o.quality === 'latency').map(o => o.target)
      return targets.length > 0 ? [{ flow, target: Math.min(...targets) }] : []
    })
    if (flows.length === 0) return missed('No flow that can be run has a latency objective.')
    const calls = flows.flatMap(({ flow, target }) =>
      flow.steps
        .filter(step => step.sync && step.parent >= 0)
        .map(step => ({ flow, target, step, from: flow.steps[step.parent]?.part ?? '' })),
    )
    // The way to the first server is the client's own patience.
    const ours = calls.filter(({ from }) => !context.graph.isKind(from, ['client']))
    const timed = ours.filter(({ step }) => step.timeout !== null)
    if (timed.length === 0) return missed('No call on these flows has a timeout.')
    const long = timed.filter(({ step, target }) => (step.timeout ?? 0) > target)
    const evidence = timed.slice(0, 5).map(({ flow, step, from }) => ({
      at: `/architecture/flows/${flow.id}`,
      text: `${from} → ${step.part}: ${seconds(step.timeout ?? 0)}`,
    }))
    const first = long[0]
    if (first)
      return missed(
        `${first.from} waits ${seconds(first.step.timeout ?? 0)} for ${first.step.part}; ${first.flow.id} may take ${seconds(first.target)} in all.`,
        evidence,
      )
    const without = [...new Set(ours.filter(({ step }) => step.timeout === null).map(({ step }) => step.part))]
    return without.length === 0
      ? met('Each call gives up in time.', evidence)
      : partly(`Calls without a timeout: ${without.join(', ')}.`, evidence)
  },
}
