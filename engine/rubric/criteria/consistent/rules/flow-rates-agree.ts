import { linksOfFlow } from '../../../../architecture/graph.ts'
import { formatQuantity } from '../../../../quantity/format.ts'
import { compatible } from '../../../../quantity/quantity.ts'
import { met, missed } from '../../../criterion.ts'
import { type ConsistencyRule, parameter } from '../rule.ts'

/** Some flow of those who use it, linked all the way, carries the rate that was estimated, average or peak, within a fifth. */
export const flowRatesAgree: ConsistencyRule = {
  id: 'flow-rates-agree',
  title: 'The flows carry the rates that you estimated',
  parameters: ['average', 'peak'],
  check(context, parameters) {
    const estimates = ['average', 'peak'].flatMap(name => context.answer(parameter(parameters, name)) ?? [])
    if (estimates.length === 0) return missed('The rate is not estimated.')
    const { graph } = context
    const flows = graph.flows.filter(
      flow => graph.isKind(flow.route[0] ?? '', ['@client', '@external']) && linksOfFlow(graph, flow) !== undefined,
    )
    if (flows.length === 0)
      return missed('No flow that starts with those who use it is linked all the way, so none carries a rate.')
    const rates = flows.flatMap(flow => {
      const rate = context.read(flow.rate)?.quantity
      return rate ? [{ flow, rate }] : []
    })
    if (rates.length === 0) return missed('No flow states its rate.')
    const fitting = rates.find(({ rate }) => estimates.some(e => compatible(rate, e) && Math.abs(rate.base / e.base - 1) <= 0.2))
    const evidence = (fitting ? [fitting] : rates)
      .slice(0, 3)
      .map(({ flow, rate }) => ({ at: `/architecture/flows/${flow.id}/rate`, text: formatQuantity(rate) }))
    return fitting
      ? met('A flow carries the estimated rate.', evidence)
      : missed('No flow carries the rate that you estimated.', evidence)
  },
}
