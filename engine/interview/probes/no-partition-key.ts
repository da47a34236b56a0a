import type { ProbeRule } from '../probe.ts'

/** At half time no store says by what its records are found, or one that is cut into shards does not say by what. */
export const noPartitionKey: ProbeRule = {
  id: 'no-partition-key',
  after: 0.5,
  missing: 'Half time, and no store says by what its records are found',
  words: 'A request asks for one record. How do you know where to look?',
  ask({ submission: { architecture, data } }) {
    if (architecture.components.length === 0) return undefined
    const bare = data.find(s => s.partitionKey.trim() === '' && s.sharding.strategy !== 'none')
    if (data.length > 0 && !bare) return undefined
    const what = bare?.entity.trim() ? `one ${bare.entity.trim()}` : 'one record'
    return `A request asks for ${what}. How do you know where to look?`
  },
}
