import { COUNT, TIME } from '../../../../quantity/dimension.ts'
import { formatQuantity } from '../../../../quantity/format.ts'
import { quantity } from '../../../../quantity/quantity.ts'
import { readAs } from '../../../context.ts'
import { met, missed, partly } from '../../../criterion.ts'
import type { ConsistencyRule } from '../rule.ts'

const monthSeconds = 30 * 86_400

/** The longest recovery that a failure is given fits the month's downtime budget of the availability objective: (1 - a) x 30 days. */
export const rtoWithinBudget: ConsistencyRule = {
  id: 'rto-within-budget',
  title: 'The recovery times fit the downtime that the availability objective allows',
  parameters: [],
  check(context) {
    const { failures, requirements } = context.submission
    const objectives = requirements.nonFunctional
      .filter(r => r.quality === 'availability')
      .flatMap(r => readAs(context, r.target, quantity(1, COUNT)) ?? [])
      .filter(a => a > 0 && a < 1)
    const availability = Math.max(...objectives)
    if (objectives.length === 0) return missed('No availability objective is stated as a percentage.')
    const recoveries = failures.flatMap(f => {
      const seconds = readAs(context, f.rto, quantity(1, TIME))
      const share = readAs(context, f.blastRadius, quantity(1, COUNT)) ?? 1
      return seconds === undefined ? [] : [{ id: f.id, seconds: seconds * Math.min(1, Math.max(0, share)) }]
    })
    if (recoveries.length === 0) return missed('No failure says how long its recovery takes (RTO).')
    const budget = (1 - availability) * monthSeconds
    const allowed = formatQuantity(quantity(budget, TIME))
    const worst = recoveries.toSorted((a, b) => b.seconds - a.seconds)[0]
    const evidence = worst ? [{ at: `/failures/${worst.id}/rto`, text: formatQuantity(quantity(worst.seconds, TIME)) }] : []
    if (!worst || worst.seconds > budget)
      return missed(`One such failure uses more than the ${allowed} that a month allows.`, evidence)
    return recoveries.length >= 2
      ? met(`The worst of them stays within the ${allowed} a month.`, evidence)
      : partly(`It fits the ${allowed} a month; one failure is little to judge by.`, evidence)
  },
}
