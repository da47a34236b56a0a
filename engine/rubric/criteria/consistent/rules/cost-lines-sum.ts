import { MONEY } from '../../../../quantity/dimension.ts'
import { formatQuantity } from '../../../../quantity/format.ts'
import { compatible, quantity } from '../../../../quantity/quantity.ts'
import type { Context } from '../../../context.ts'
import { met, missed, partly } from '../../../criterion.ts'
import type { ConsistencyRule } from '../rule.ts'

/** Seconds of the 30-day month by which a rate of money ("$5K /month") is read as an amount a month. */
const month = quantity(30 * 86_400, { time: 1, information: 0, money: 0 })

function monthly(context: Context, text: string): number | undefined {
  const value = context.read(text)?.quantity
  if (!value) return undefined
  if (compatible(value, quantity(1, MONEY))) return value.base
  return compatible(value, quantity(1, { time: -1, information: 0, money: 1 })) ? value.base * month.base : undefined
}

/** The lines of the monthly cost add up to the total that is stated, within a tenth. */
export const costLinesSum: ConsistencyRule = {
  id: 'cost-lines-sum',
  title: 'The lines of the monthly cost add up to the total',
  parameters: [],
  check(context) {
    const { cost } = context.submission
    const total = monthly(context, cost.monthly)
    const lines = cost.lines.flatMap(l => monthly(context, l.amount) ?? [])
    if (total === undefined && lines.length === 0) return missed('No monthly cost is stated.')
    const evidence = [{ at: '/cost/monthly', text: cost.monthly }]
    if (total === undefined)
      return partly('The lines are there; the total a month is not stated as an amount of money.', evidence)
    if (lines.length < 2) return partly('A total without at least two lines cannot be checked.', evidence)
    const sum = lines.reduce((a, b) => a + b, 0)
    const ratio = sum / total
    const text = `The lines add up to ${formatQuantity(quantity(sum, MONEY))}`
    return Math.abs(ratio - 1) <= 0.1
      ? met(`${text}, as stated.`, evidence)
      : missed(`${text}, not to the total stated.`, evidence)
  },
}
