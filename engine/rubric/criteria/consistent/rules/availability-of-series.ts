import { met, missed, partly } from '../../../criterion.ts'
import type { ConsistencyRule } from '../rule.ts'

const percent = (share: number) => `${(Math.floor(share * 1e6) / 1e4).toFixed(4)}%`

/** Each flow with an availability objective reaches it with the parts that it passes, in series, with their replicas and zones. */
export const availabilityOfSeries: ConsistencyRule = {
  id: 'availability-of-series',
  title: 'The parts of each flow, one after the other, reach the availability that you promise',
  parameters: [],
  check(context) {
    const results = Object.entries(context.evaluated(1).flows).flatMap(([id, flow]) =>
      flow.objectives.filter(o => o.quality === 'availability').map(o => ({ id, target: o.target, value: flow.availability })),
    )
    if (results.length === 0) return missed('No flow that can be run has an availability objective as a percentage.')
    const short = results.filter(r => r.value < r.target)
    const evidence = results.slice(0, 5).map(r => ({ at: `/architecture/flows/${r.id}`, text: percent(r.value) }))
    const first = short[0]
    if (!first) return met('Each of them does.', evidence)
    const reason = `${first.id} reaches ${percent(first.value)} and promises ${percent(first.target)}.`
    return short.length < results.length ? partly(reason, evidence) : missed(reason, evidence)
  },
}
