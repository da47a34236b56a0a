import { TIME } from '../../../../quantity/dimension.ts'
import { formatQuantity } from '../../../../quantity/format.ts'
import { quantity } from '../../../../quantity/quantity.ts'
import { readAs } from '../../../context.ts'
import { met, missed, partly } from '../../../criterion.ts'
import type { ConsistencyRule } from '../rule.ts'

const second = quantity(1, TIME)
const seconds = (value: number) => formatQuantity(quantity(value, TIME))

/** A promised recovery takes at least as long as failover, and, where another region takes over, the TTL of the name that points to it. */
export const rtoAgainstFailover: ConsistencyRule = {
  id: 'rto-against-failover',
  title: 'No recovery is promised sooner than the failover and the TTL of the DNS allow',
  parameters: [],
  check(context) {
    const { failures, architecture } = context.submission
    const { parts } = context.model()
    const ttls = architecture.components
      .filter(c => c.kind === 'dns' || c.kind === 'global-router')
      .flatMap(c => readAs(context, c.settings.ttl ?? '', second) ?? [])
    const ttl = Math.max(0, ...ttls)
    const promised = failures.flatMap(failure => {
      const rto = readAs(context, failure.rto, second)
      if (rto === undefined) return []
      const ofStore = parts[failure.component]?.failover ?? 0
      const slowest = Math.max(0, ...Object.values(parts).map(part => part.failover))
      const least = failure.scope === 'region' ? slowest + ttl : ofStore
      return [{ failure, rto, least }]
    })
    if (promised.length === 0) return missed('No failure says how long its recovery takes (RTO).')
    const short = promised.filter(p => p.rto < p.least)
    const evidence = promised.slice(0, 5).map(p => ({ at: `/failures/${p.failure.id}/rto`, text: p.failure.rto }))
    const first = short[0]
    if (!first) return met('Each leaves time for it.', evidence)
    const reason = `${first.failure.id} promises ${seconds(first.rto)}; failover${first.failure.scope === 'region' ? ' and TTL take' : ' takes'} ${seconds(first.least)}.`
    return short.length < promised.length ? partly(reason, evidence) : missed(reason, evidence)
  },
}
