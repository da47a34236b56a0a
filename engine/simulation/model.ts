import type { Purchase } from '../architecture/component-kinds.ts'

/**
 * A design made ready to be run: plain data, so that it can be sent to a worker. Rates are per second, times in seconds, money in US
 * dollars, shares in [0, 1].
 */
export type Part = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly category: string
  /** Its provider runs it redundantly: `availability` is that of the whole. */
  readonly managed: boolean
  readonly scaling: 'replicas' | 'primary' | 'pulled' | 'elastic'
  readonly reach: 'zone' | 'region' | 'global'
  /** Machines of one cell; for a primary with standbys, copies of each shard. */
  readonly replicas: number
  readonly shards: number
  readonly zones: number
  readonly regions: number
  readonly cells: number
  /** Of one replica; undefined when it has no limit of its own. */
  readonly capacity: number | undefined
  readonly serviceTime: number
  readonly cv: number
  /** Share of requests that it answers by itself; undefined when it is no cache. */
  readonly hitRatio: number | undefined
  readonly availability: number
  readonly failover: number
  /** Copies of each record, of which `needed` must be there. */
  readonly copies: number
  readonly needed: number
  /** Of one machine, on demand. */
  readonly price: number
  readonly purchase: Purchase
  /** Share of the price that is left, by how a machine is bought; what is missing cannot be bought so. */
  readonly shares: Readonly<Partial<Record<Purchase, number>>>
  readonly pricePerMillion: number
  readonly storagePrice: number
  readonly storedBytes: number
  /** US dollars for a byte fetched from where it is kept; 0 in the standard tier. */
  readonly retrievalPrice: number
  readonly recordBytes: number
  /** Share of what is stored that is fetched in a month; undefined: one record a request. */
  readonly retrievedShare: number | undefined
  /** Share of the hit ratio that a cache has now: below 1 while it warms up. 1 where it is not said. */
  readonly warm?: number
  /** Calls that may wait in one queue; what comes beyond is refused. No limit where it is not said. */
  readonly queueLimit?: number
  /** It works on several requests at once, in the time of one: `capacity` is then that of full batches. */
  readonly batch?: Batch
  readonly autoscaler?: Autoscaler
  /** Keys that it is asked for, the i-th in proportion to `1 / i^exponent` (Zipf). */
  readonly keys?: Keys
  /** Share of its requests that go to its hottest queue; even where it is not said. */
  readonly hottest?: number
  readonly replication?: Replication
}

/** A batch is begun when `size` requests wait for it, or the first of them has waited `wait` seconds, and a server is free. */
export type Batch = { readonly size: number; readonly wait: number }

/**
 * Adds `step` replicas, up to `most` in each cell, whenever utilization over `period` has been at least `at`; then not again for `cooldown`
 * seconds. A new replica serves after `startTime` seconds. It never takes one away.
 */
export type Autoscaler = {
  readonly at: number
  readonly step: number
  readonly cooldown: number
  readonly startTime: number
  readonly most: number
  readonly period: number
}

export type Keys = { readonly count: number; readonly exponent: number }

/** How a store copies its records, per shard where it says so. Rates are per second. */
export type Replication = {
  readonly mode: 'none' | 'synchronous' | 'semi-synchronous' | 'asynchronous' | 'quorum'
  /** Of all shards, as the design states it; undefined when it states none. */
  readonly writeRate: number | undefined
  /** What one replica of a shard can apply; undefined without a limit. */
  readonly applyRate: number | undefined
  /** Seconds that a record is under way before it can be applied. */
  readonly delay: number
  /** Seconds between backups; undefined when there are none. */
  readonly backupInterval: number | undefined
}

/**
 * What a caller does about calls that fail; one state for each link. `backoff`: seconds before the first retry, doubled for each further
 * one, of which a random part is waited. `budget`: retries allowed for each first call; null: any number.
 */
export type CallPolicy = {
  readonly backoff: number
  readonly budget: number | null
  readonly breaker: BreakerOptions | null
}

/** Opens when `errors` of at least `calls` calls of the last `window` seconds failed; after `open` seconds one call is tried. */
export type BreakerOptions = {
  readonly errors: number
  readonly window: number
  readonly open: number
  readonly calls: number
}

/**
 * A part that a flow passes: reached from step `parent` (-1: the first), `calls` times for each call of that. A call is given up after
 * `timeout` seconds (null: never) and made again up to `retries` times.
 */
export type Step = {
  readonly part: string
  readonly parent: number
  readonly calls: number
  readonly sync: boolean
  readonly timeout: number | null
  readonly retries: number
  readonly policy?: CallPolicy
}

export type Objective = {
  readonly id: string
  readonly quality: 'latency' | 'availability'
  readonly percentile: number
  readonly target: number
}

export type ModelFlow = {
  readonly id: string
  readonly name: string
  readonly rate: number
  readonly steps: readonly Step[]
  readonly objectives: readonly Objective[]
}

/** Something that cannot be run as it stands: the part, what is wrong, and the mend. */
export type ModelProblem = { readonly part: string; readonly message: string; readonly mend: string }

/** A default that the design replaced: what it said and what was used. */
export type Override = {
  readonly component: string
  readonly what: string
  readonly stated: number
  readonly used: number
  readonly clamped: boolean
}

export type Model = {
  readonly parts: Readonly<Record<string, Part>>
  readonly flows: readonly ModelFlow[]
  readonly problems: readonly ModelProblem[]
  readonly overrides: readonly Override[]
  readonly assumptions: readonly string[]
}

/** Chances that a zone and a region work, and how long a machine that failed is away. Estimates, shown with each result. */
export const surroundings = { zone: 0.9995, region: 0.9999, repair: 3600 } as const

/** The model with some parts changed; what is not named stays. */
export function withParts(model: Model, changes: Readonly<Record<string, Partial<Part>>>): Model {
  const parts: Record<string, Part> = { ...model.parts }
  for (const [id, change] of Object.entries(changes)) {
    const part = parts[id]
    if (part) parts[id] = { ...part, ...change }
  }
  return { ...model, parts }
}

/** The model at a `scale`-th of its size: rates and capacities divided by it, times kept. Queues shrink alike; chance weighs more. */
export function thin(model: Model, scale: number): Model {
  if (scale === 1) return model
  const shrink = (part: Part): Part => ({
    ...part,
    capacity: part.capacity === undefined ? undefined : part.capacity / scale,
    ...(part.queueLimit === undefined ? {} : { queueLimit: Math.max(1, Math.round(part.queueLimit / scale)) }),
  })
  return {
    ...model,
    parts: Object.fromEntries(Object.entries(model.parts).map(([id, part]) => [id, shrink(part)])),
    flows: model.flows.map(flow => ({ ...flow, rate: flow.rate / scale })),
  }
}
