import { formatQuantity } from '../../../../quantity/format.ts'
import { compatible, multiply } from '../../../../quantity/quantity.ts'
import { met, missed } from '../../../criterion.ts'
import { type ConsistencyRule, parameter } from '../rule.ts'

/** Bytes a record times records of a store is the stored size that was estimated, within a fifth. */
export const storeBytesAgree: ConsistencyRule = {
  id: 'store-bytes-agree',
  title: 'The stores add up to the storage that you estimated',
  parameters: ['stored'],
  check(context, parameters) {
    const stored = context.answer(parameter(parameters, 'stored'))
    if (!stored) return missed('The stored bytes are not estimated.')
    const sized = context.submission.data.flatMap(store => {
      const bytes = context.read(store.bytes)?.quantity
      const records = context.read(store.records)?.quantity
      return bytes && records ? [{ store, size: multiply(bytes, records) }] : []
    })
    if (sized.length === 0) return missed('No store states both its bytes a record and its records.')
    const fitting = sized.find(({ size }) => compatible(size, stored) && Math.abs(size.base / stored.base - 1) <= 0.2)
    const evidence = (fitting ? [fitting] : sized)
      .slice(0, 3)
      .map(({ store, size }) => ({ at: `/data/${store.id}`, text: formatQuantity(size) }))
    return fitting
      ? met('A store holds what was estimated.', evidence)
      : missed(`No store comes to ${formatQuantity(stored)}.`, evidence)
  },
}
