import { TIME } from '../../../../quantity/dimension.ts'
import { formatQuantity } from '../../../../quantity/format.ts'
import { quantity } from '../../../../quantity/quantity.ts'
import { met, missed, partly } from '../../../criterion.ts'
import type { ConsistencyRule } from '../rule.ts'

const seconds = (value: number) => formatQuantity(quantity(value, TIME))

/** Each flow with a latency objective meets it when the design is run at its own rates. */
export const latencyOfRun: ConsistencyRule = {
  id: 'latency-of-run',
  title: 'Run at its own rates, each flow meets its own latency objective',
  parameters: [],
  check(context) {
    const results = Object.entries(context.evaluated(1).flows).flatMap(([id, flow]) =>
      flow.objectives
        .filter(o => o.quality === 'latency')
        .map(({ percentile, target, value, met: kept }) => ({ id, percentile, target, value, kept })),
    )
    if (results.length === 0) return missed('No flow that can be run has a latency objective.')
    const late = results.filter(r => !r.kept)
    const evidence = results.slice(0, 5).map(r => ({
      at: `/architecture/flows/${r.id}`,
      text: `p${r.percentile} ${r.value === null ? 'never settles' : seconds(r.value)}`,
    }))
    const first = late[0]
    if (!first) return met('Each of them does.', evidence)
    const takes = first.value === null ? 'never settles' : `takes ${seconds(first.value)}`
    const reason = `${first.id} ${takes} at p${first.percentile}; ${seconds(first.target)} is promised.`
    return late.length < results.length ? partly(reason, evidence) : missed(reason, evidence)
  },
}
