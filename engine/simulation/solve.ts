import { evaluateBatches } from './batching.ts'
import { type Failure, replicasLeft, usersLost } from './failures.ts'
import { type Moments, serviceMoments } from './gamma.ts'
import type { Model, Part } from './model.ts'
import { type Path, pathsOf } from './paths.ts'
import { evaluateStation, toStation } from './station.ts'

export type ComponentResult = {
  /** Requests a second that reach it, all cells and replicas together. */
  readonly arrivalRate: number
  /** What it can serve, 1/s; null when it has no limit of its own. */
  readonly capacity: number | null
  /** Above one when more arrives than it can serve. 0 without a limit. */
  readonly utilization: number
  /** The multiple of the given load at which it is full; null when nothing reaches it or it has no limit. */
  readonly saturatesAt: number | null
  readonly saturated: boolean
  /** Requests a second beyond what it can serve. */
  readonly shortfall: number
  /** Mean number waiting; null when saturated. */
  readonly queueLength: number | null
  readonly waitTime: number | null
  /** Mean response of one call, seconds; null when saturated. */
  readonly responseTime: number | null
  readonly response: Moments | undefined
  readonly failed: boolean
}

/** Loads, queues and responses of all components at a load and with some of them gone. */
export type Solution = {
  readonly load: number
  readonly components: Readonly<Record<string, ComponentResult>>
  readonly paths: Readonly<Record<string, readonly Path[]>>
}

/** Capacity of a part with `left` replicas in each cell, 1/s; undefined without a limit. */
export function capacityOf(part: Part, left: number): number | undefined {
  if (left <= 0) return 0
  return part.capacity === undefined ? undefined : part.capacity * (part.scaling === 'primary' ? part.shards : left) * part.cells
}

/** Share of a cache's hit ratio that is left: of its machines, and of its warmth. */
export const cacheLeft = (part: Part, left: number) =>
  (part.managed || part.replicas === 0 ? Number(left > 0) : left / part.replicas) * (part.warm ?? 1)

/**
 * Solves the open network: rates by the flows' paths, each queue by itself. Exact for exponential services (Jackson, Operations
 * Research 5(4), 1957); an approximation for others, whose departures are not Poisson.
 */
export function solve(model: Model, load: number, failed: readonly Failure[]): Solution {
  const left = new Map(Object.values(model.parts).map(part => [part.id, replicasLeft(part, failed)]))
  const paths: Record<string, readonly Path[]> = {}
  const rates = new Map<string, number>()
  for (const flow of model.flows) {
    const found = pathsOf(model, flow, part => cacheLeft(part, left.get(part.id) ?? 0))
    paths[flow.id] = found
    for (const { chance, calls } of found) {
      for (const call of calls) {
        rates.set(call.part.id, (rates.get(call.part.id) ?? 0) + flow.rate * load * chance * call.calls)
      }
    }
  }
  const components: Record<string, ComponentResult> = {}
  for (const part of Object.values(model.parts)) {
    const rate = (rates.get(part.id) ?? 0) * (1 - usersLost(part, failed))
    components[part.id] = solvePart(part, rate, left.get(part.id) ?? 0, load, 1 - usersLost(part, failed))
  }
  return { load, components, paths }
}

function solvePart(part: Part, arrivalRate: number, left: number, load: number, cells: number): ComponentResult {
  const full = capacityOf(part, left)
  const capacity = full === undefined ? undefined : full * cells
  const failed = left <= 0
  // Of a batching part: of full batches. How busy it is with batches that are not full does not tell when it is full.
  const utilization = capacity === undefined || arrivalRate === 0 ? 0 : capacity === 0 ? 1 : arrivalRate / capacity
  const station = capacity === undefined || capacity === 0 ? undefined : queueOf(part, arrivalRate, left, cells)
  const saturated = !failed && utilization >= 1
  const response = failed || saturated ? undefined : (station?.response ?? serviceMoments(part.serviceTime, part.cv))
  return {
    arrivalRate,
    capacity: capacity ?? null,
    utilization,
    saturatesAt: capacity === undefined || failed || arrivalRate === 0 ? null : (load * capacity) / arrivalRate,
    saturated,
    shortfall: saturated && capacity !== undefined ? arrivalRate - capacity : 0,
    queueLength: response ? (station?.queueLength ?? 0) : null,
    waitTime: response ? (station?.waitTime ?? 0) : null,
    responseTime: response?.mean ?? null,
    response,
    failed,
  }
}

/** One of its queues, all alike; the number waiting is that of all of them. Undefined where there is no queue or no steady state. */
function queueOf(part: Part, arrivalRate: number, left: number, cells: number) {
  if (part.scaling === 'elastic' || part.capacity === undefined) return undefined
  const queues = (part.scaling === 'pulled' ? 1 : part.scaling === 'primary' ? part.shards : left) * part.cells * cells
  const { batch } = part
  const station = toStation(part.capacity / (batch?.size ?? 1), part.serviceTime, part.cv, part.scaling === 'pulled' ? left : 1)
  const found = batch ? evaluateBatches(arrivalRate / queues, station, batch) : evaluateStation(arrivalRate / queues, station)
  return found && { ...found, queueLength: found.queueLength * queues }
}
