import { evaluateBatches } from './batching.ts'
import { type Model, type Part, withParts } from './model.ts'
import { skew } from './skew.ts'
import { capacityOf, solve } from './solve.ts'
import { evaluateStation, toStation } from './station.ts'

export type HotShardOptions = {
  readonly load?: number
  /** Different values of the partition key, such as tenants; instead of those of the design. */
  readonly keys?: number
  readonly seed?: number
}

export type HotShard = {
  readonly shards: number
  readonly keys: number
  /** Share of all requests that the hottest shard gets, and how many times its fair share that is. */
  readonly share: number
  readonly times: number
  /** Requests a second of the hottest shard, of what one shard can serve. */
  readonly arrivalRate: number
  readonly capacity: number
  readonly utilization: number
  readonly saturated: boolean
  /** The multiple of the model's load at which the hottest shard is full; all of them evenly would be at `evenSaturatesAt`. */
  readonly saturatesAt: number
  readonly evenSaturatesAt: number
  /** Mean wait at the hottest shard, seconds; null when it is full. */
  readonly waitTime: number | null
  /** The one hottest key (a whale of a tenant): its share, what it takes of a shard, and the load at which it fills one by itself. */
  readonly hottestKey: { readonly share: number; readonly utilization: number; readonly saturatesAt: number }
}

export type HotShardResult =
  | ({ readonly ok: true } & HotShard)
  | { readonly ok: false; readonly message: string; readonly mend: string }

/** Queues among which the keys of a part are spread. */
const shardsOf = (part: Part) => (part.scaling === 'primary' ? part.shards : part.replicas) * part.cells

/**
 * What a skewed key does to the hottest shard of a component: keys asked in proportion to `1 / i^exponent` (Zipf) and placed by hash, the
 * mean over seeded placements. More shards help until the hottest key fills one by itself.
 */
export function hotShard(model: Model, component: string, exponent: number, options: HotShardOptions = {}): HotShardResult {
  const { load = 1, seed = 1 } = options
  const part = model.parts[component]
  const refuse = (message: string, mend: string) => ({ ok: false, message, mend }) as const
  if (!part)
    return refuse(`there is no component "${component}" in the design.`, `Name one of: ${Object.keys(model.parts).join(', ')}.`)
  const whole = capacityOf(part, part.replicas)
  if (whole === undefined || !(whole > 0) || part.scaling === 'pulled' || part.scaling === 'elastic') {
    return refuse(`${component} has no shards with a limit of their own.`, 'Name a store, a cache or a service with replicas.')
  }
  const keys = options.keys ?? part.keys?.count
  if (keys === undefined) {
    return refuse(
      `how many keys ${component} has is not known.`,
      `Set keys on ${component}, or the values of the partition key of its data.`,
    )
  }
  const shards = shardsOf(part)
  const found = skew(keys, shards, exponent, seed)
  if (!found)
    return refuse(`${keys} keys with an exponent of ${exponent} cannot be spread.`, 'Give a key or more, and an exponent from 0.')
  const rate = solve(model, load, []).components[component]?.arrivalRate ?? 0
  const capacity = whole / shards
  const arrivalRate = rate * found.hottest
  const { batch } = part
  const one = toStation(capacity / (batch?.size ?? 1), part.serviceTime, part.cv)
  const station = batch ? evaluateBatches(arrivalRate, one, batch) : evaluateStation(arrivalRate, one)
  const fullAt = (share: number) => (rate > 0 ? (load * capacity) / (rate * share) : Number.POSITIVE_INFINITY)
  return {
    ok: true,
    shards,
    keys,
    share: found.hottest,
    times: found.times,
    arrivalRate,
    capacity,
    utilization: arrivalRate / capacity,
    saturated: arrivalRate >= capacity,
    saturatesAt: fullAt(found.hottest),
    evenSaturatesAt: fullAt(1 / shards),
    waitTime: station?.waitTime ?? null,
    hottestKey: {
      share: found.hottestKey,
      utilization: (rate * found.hottestKey) / capacity,
      saturatesAt: fullAt(found.hottestKey),
    },
  }
}

/** The model whose component gets its requests as unevenly as its hottest shard says, for the event run. */
export const withHotShard = (model: Model, component: string, { share }: Pick<HotShard, 'share'>): Model =>
  withParts(model, { [component]: { hottest: share } })
