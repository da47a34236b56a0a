import { MONEY } from '../../../../quantity/dimension.ts'
import { formatNumber, formatQuantity } from '../../../../quantity/format.ts'
import { quantity } from '../../../../quantity/quantity.ts'
import { met, missed, partly } from '../../../criterion.ts'
import { type ConsistencyRule, parameter } from '../rule.ts'

const SECONDS = 30 * 86_400

/** The stated monthly cost is what the drawn design costs by the price book, within `within` (3: a third to three times). */
export const costAgrees: ConsistencyRule = {
  id: 'cost-agrees',
  title: 'The monthly cost that you state is about what your own design costs',
  parameters: ['within'],
  check(context, parameters) {
    const text = context.submission.cost.monthly
    const stated = context.read(text)?.quantity
    if (stated?.dimension.money !== 1) return missed('The monthly cost is not stated as an amount of money.')
    // "$5000 /month" is an amount a second to the engine.
    const month = stated.dimension.time === -1 ? stated.base * SECONDS : stated.base
    const { cost } = context.evaluated(1)
    if (!(cost.month > 0)) return missed('The drawn design has nothing that costs: count its replicas.')
    const within = Number(parameter(parameters, 'within') || '3')
    const ratio = month / cost.month
    const evidence = [{ at: '/cost/monthly', text }]
    const said = `By the price book it is about ${formatQuantity(quantity(cost.month, MONEY))} a month (bytes sent left out)`
    if (ratio <= within && ratio >= 1 / within) return met(`${said}.`, evidence)
    const off = `${said}; yours is ${formatNumber(ratio >= 1 ? ratio : 1 / ratio)} times ${ratio >= 1 ? 'more' : 'less'}.`
    return ratio <= within * 3 && ratio >= 1 / (within * 3) ? partly(off, evidence) : missed(off, evidence)
  },
}
