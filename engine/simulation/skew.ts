import { makeRandom } from '../worksheet/sample.ts'
import { weightOf } from './zipf.ts'

export type Skew = {
  /** Share of all requests that the hottest shard gets, the mean over the placements tried. */
  readonly hottest: number
  /** How many times its fair share that is. */
  readonly times: number
  /** Share of all requests that go to the one hottest key: no number of shards gets below it. */
  readonly hottestKey: number
}

/** Keys whose shards are drawn one by one; the rest are so many and so small that they are taken to be spread evenly. */
const HEAD = 2000
const PLACEMENTS = 50

/**
 * What a skewed key does to the hottest of `shards`: `keys` values of the partition key, the i-th asked in proportion to `1 / i^exponent`
 * (Zipf; 0 is even), each placed on a shard by hash. Seeded. Undefined for no keys, no shards or a negative exponent.
 */
export function skew(keys: number, shards: number, exponent: number, seed = 1): Skew | undefined {
  if (!(keys >= 1) || !(shards >= 1) || !(exponent >= 0)) return undefined
  const head = Math.min(HEAD, Math.floor(keys))
  const weights = Array.from({ length: head }, (_, i) => (i + 1) ** -exponent)
  const ofHead = weights.reduce((sum, weight) => sum + weight, 0)
  const total = ofHead + weightOf(head, keys, exponent)
  const random = makeRandom(seed)
  let sum = 0
  for (let placement = 0; placement < PLACEMENTS; placement++) {
    const loads = new Float64Array(Math.floor(shards)).fill((total - ofHead) / shards)
    for (const weight of weights) {
      const shard = Math.floor(random() * loads.length)
      loads[shard] = (loads[shard] ?? 0) + weight
    }
    sum += loads.reduce((most, load) => Math.max(most, load), 0) / total
  }
  const hottest = sum / PLACEMENTS
  return { hottest, times: hottest * Math.floor(shards), hottestKey: 1 / total }
}

export type Ring = 'modulo' | 'ring'

/** Share of keys that move when a shard is added to `shards`: by `hash mod n`, n of n + 1; on a ring with virtual nodes, 1 of n + 1. */
export function keysMoved(shards: number, strategy: Ring): number {
  if (!(shards >= 1)) return 0
  return strategy === 'modulo' ? shards / (shards + 1) : 1 / (shards + 1)
}
