import { COUNT } from '../../../../quantity/dimension.ts'
import { quantity } from '../../../../quantity/quantity.ts'
import { readAs } from '../../../context.ts'
import { met, missed, partly } from '../../../criterion.ts'
import { saysSomething } from '../../../substance.ts'
import type { ConsistencyRule } from '../rule.ts'

const normal = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')

/** A store's partition key exists, is what its main access looks up by, and has many more values than there are shards. */
export const partitionKeyServesAccess: ConsistencyRule = {
  id: 'partition-key-serves-access',
  title: 'The partition key serves the access patterns and has enough different values',
  parameters: [],
  check({ submission, ...rest }) {
    const context = { submission, ...rest }
    const keyed = submission.data.filter(store => saysSomething(store.partitionKey))
    if (keyed.length === 0) return missed('No store names its partition key.')
    const described = keyed.filter(store => store.access.some(a => saysSomething(a.by)))
    if (described.length === 0) return missed('No store with a partition key says what it is looked up by.')
    const serves = described.filter(store =>
      store.access.some(a => a.operation !== 'scan' && normal(a.by) === normal(store.partitionKey)),
    )
    const evidence = described.map(s => ({ at: `/data/${s.id}/partitionKey`, text: s.partitionKey }))
    if (serves.length === 0)
      return missed('No access pattern looks up by the partition key, so every read asks every shard.', evidence)
    const wide = serves.filter(store => {
      const values = readAs(context, store.partitionKeyValues, quantity(1, COUNT))
      const shards = readAs(context, store.sharding.count, quantity(1, COUNT)) ?? 1
      return values !== undefined && values >= 10 * shards
    })
    if (wide.length === 0)
      return partly('It serves the access; how many different values it has is not stated, or is under ten a shard.', evidence)
    return met('It serves the access and spreads over the shards.', evidence)
  },
}
