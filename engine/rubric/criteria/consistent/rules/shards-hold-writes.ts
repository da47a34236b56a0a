import { COUNT, RATE } from '../../../../quantity/dimension.ts'
import { formatQuantity } from '../../../../quantity/format.ts'
import { quantity } from '../../../../quantity/quantity.ts'
import { readAs } from '../../../context.ts'
import { met, missed } from '../../../criterion.ts'
import { type ConsistencyRule, parameter } from '../rule.ts'

/** Shards times what one shard's primary can serve holds the peak of the writes. Capacities by the model, overrides in their range. */
export const shardsHoldWrites: ConsistencyRule = {
  id: 'shards-hold-writes',
  title: 'The shards together can take the peak of the writes',
  parameters: ['peak_writes'],
  check(context, parameters) {
    const peak = context.answer(parameter(parameters, 'peak_writes'))
    if (!peak) return missed('The peak of the writes is not stated.')
    const stores = context.submission.data.flatMap(store => {
      const part = context.model().parts[store.component]
      const shards = store.sharding.strategy === 'none' ? 1 : readAs(context, store.sharding.count, quantity(1, COUNT))
      if (part?.category !== 'store' || shards === undefined) return []
      // A store without a limit of its own takes what comes.
      return [{ store, shards, capacity: part.capacity === undefined ? Number.POSITIVE_INFINITY : part.capacity * shards }]
    })
    const largest = stores.toSorted((a, b) => b.capacity - a.capacity)[0]
    if (!largest) return missed('No store that is drawn says how it is sharded.')
    const evidence = [{ at: `/data/${largest.store.id}/sharding`, text: `${largest.shards} shards` }]
    if (largest.capacity === Number.POSITIVE_INFINITY) return met('Its provider adds shards as the writes grow.', evidence)
    const total = formatQuantity(quantity(largest.capacity, RATE))
    return largest.capacity >= peak.base
      ? met(`Together they take ${total}; the peak is ${formatQuantity(peak)}.`, evidence)
      : missed(`Together they take ${total}, less than the peak of ${formatQuantity(peak)}.`, evidence)
  },
}
