import type { Store } from '../../../../design/submission.ts'
import { COUNT, INFORMATION } from '../../../../quantity/dimension.ts'
import { formatQuantity } from '../../../../quantity/format.ts'
import { quantity } from '../../../../quantity/quantity.ts'
import { type Context, readAs } from '../../../context.ts'
import { met, missed, partly } from '../../../criterion.ts'
import { type ConsistencyRule, parameter } from '../rule.ts'

/** Shards times shard size holds the stored bytes. A store said to need one shard must hold them alone. */
export const shardsHoldStored: ConsistencyRule = {
  id: 'shards-hold-stored',
  title: 'The shards, at your own shard size, hold the bytes that you store',
  parameters: ['stored', 'shard_size'],
  check(context, parameters) {
    const stored = context.answer(parameter(parameters, 'stored'))
    const slot = context.submission.assumptions.find(a => a.slot === parameter(parameters, 'shard_size'))
    const size = slot ? readAs(context, slot.value, quantity(1, INFORMATION)) : undefined
    if (!stored) return missed('The stored bytes are not stated.')
    if (size === undefined) return missed('The size that one shard may have is not stated.')
    const sharded = context.submission.data
      .map(store => ({ store, shards: shardsOf(context, store) }))
      .filter(s => s.shards !== undefined)
    const largest = sharded.toSorted((a, b) => (b.shards ?? 0) - (a.shards ?? 0))[0]
    if (!largest?.shards) return missed('No store says how many shards it has.')
    const at = [
      { at: `/data/${largest.store.id}/sharding`, text: `${largest.shards} x ${formatQuantity(quantity(size, INFORMATION))}` },
    ]
    const holds = largest.shards * size
    const total = formatQuantity(quantity(holds, INFORMATION))
    if (holds < stored.base * (1 - 1e-9))
      return missed(`${total} in all is less than the ${formatQuantity(stored)} that you store.`, at)
    if (holds > stored.base * 8)
      return partly(`${total} in all is more than eight times the ${formatQuantity(stored)} that you store.`, at)
    return met(`${total} in all holds the ${formatQuantity(stored)}.`, at)
  },
}

function shardsOf(context: Context, store: Store): number | undefined {
  if (store.sharding.strategy === 'none') return 1
  return store.sharding.strategy === '' ? undefined : readAs(context, store.sharding.count, quantity(1, COUNT))
}
