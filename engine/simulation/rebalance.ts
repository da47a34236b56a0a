import { makeRandom } from '../worksheet/sample.ts'
import { type Interval, intervalOf } from './interval.ts'

export type RebalanceOptions = {
  readonly shards: number
  /** Points of each shard on the ring. */
  readonly virtualNodes: number
  /** The first seed; run i has seed + i. */
  readonly seed?: number
  readonly runs?: number
}

export type Placement = {
  /** Share of the keys that move when a shard is added. */
  readonly moved: Interval
  /** Load of the fullest shard over the mean, before it is added; all keys are asked for alike. */
  readonly imbalance: Interval
}

export type Rebalance = { readonly ring: Placement; readonly modulo: Placement }

/** Keys whose hashes are drawn for modulo. */
const KEYS = 20_000

/**
 * A shard is added to `shards`: keys placed by consistent hashing on a ring with virtual nodes, and by `hash mod n` beside it. Seeded;
 * 95% intervals over the seeds. On the ring a shard's keys are the arcs before its points, measured exactly for endlessly many keys.
 * Expected: 1 / (n + 1) moves on the ring and n / (n + 1) by modulo; the load of a shard on the ring varies by about 1 / sqrt(virtual
 * nodes) of the mean. Source: Karger et al., Consistent Hashing and Random Trees (STOC 1997). Undefined for no shards or no points.
 */
export function rebalance({ shards, virtualNodes, seed = 1, runs = 20 }: RebalanceOptions): Rebalance | undefined {
  if (!(shards >= 1) || !(virtualNodes >= 1) || !(runs >= 1)) return undefined
  const [n, points] = [Math.floor(shards), Math.floor(virtualNodes)]
  const rings: Measured[] = []
  const modulos: Measured[] = []
  for (let i = 0; i < runs; i++) {
    const random = makeRandom(seed + i)
    rings.push(ringOf(n, points, random))
    modulos.push(moduloOf(n, random))
  }
  return { ring: summarize(rings), modulo: summarize(modulos) }
}

type Measured = { readonly moved: number; readonly imbalance: number }

function summarize(found: readonly Measured[]): Placement {
  const none: Interval = { mean: 0, low: null, high: null }
  return {
    moved: intervalOf(found.map(({ moved }) => moved)) ?? none,
    imbalance: intervalOf(found.map(({ imbalance }) => imbalance)) ?? none,
  }
}

/** Points on a circle of length one; a key belongs to the next point. What moves are the arcs before the points of the new shard. */
function ringOf(shards: number, virtualNodes: number, random: () => number): Measured {
  const points = Array.from({ length: (shards + 1) * virtualNodes }, (_, i) => ({ at: random(), shard: i % (shards + 1) }))
  points.sort((a, b) => a.at - b.at)
  const loads = new Float64Array(shards)
  let moved = 0
  // The last point comes before the first, once around. Keys of the new shard belonged to the next old point.
  let last = (points.at(-1)?.at ?? 1) - 1
  let waiting = 0
  let first: number | undefined
  for (const { at, shard } of points) {
    const arc = at - last
    last = at
    if (shard === shards) {
      moved += arc
      waiting += arc
      continue
    }
    first ??= shard
    loads[shard] = (loads[shard] ?? 0) + arc + waiting
    waiting = 0
  }
  if (first !== undefined) loads[first] = (loads[first] ?? 0) + waiting
  return { moved, imbalance: loads.reduce((most, load) => Math.max(most, load), 0) * shards }
}

function moduloOf(shards: number, random: () => number): Measured {
  const loads = new Float64Array(shards)
  let moved = 0
  for (let i = 0; i < KEYS; i++) {
    const hash = Math.floor(random() * 2 ** 32)
    const shard = hash % shards
    loads[shard] = (loads[shard] ?? 0) + 1
    if (shard !== hash % (shards + 1)) moved++
  }
  return { moved: moved / KEYS, imbalance: (loads.reduce((most, load) => Math.max(most, load), 0) * shards) / KEYS }
}
