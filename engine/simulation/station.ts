import { littlesLaw, mmc } from '../formula/queueing.ts'
import type { Moments } from './gamma.ts'

/**
 * One queue and its servers. `perServer` is the time for which a request keeps a server (so that `servers / perServer` is the capacity),
 * `serviceTime` the time that the caller sees; they differ only where something other than the request's own time bounds the capacity.
 */
export type Station = {
  readonly servers: number
  readonly perServer: number
  readonly serviceTime: number
  /** Coefficient of variation of the service time: 0 deterministic, 1 exponential. */
  readonly cv: number
}

export type StationResult = {
  readonly utilization: number
  readonly waitProbability: number
  readonly waitTime: number
  /** Mean number waiting. */
  readonly queueLength: number
  /** Mean number waiting and in service. */
  readonly inside: number
  readonly response: Moments
}

/** How many requests a replica of this capacity (1/s) works on at a time, when each takes `serviceTime` seconds. */
export const parallelism = (capacity: number, serviceTime: number) => Math.max(1, Math.round(capacity * serviceTime))

/** A station of one replica's capacity (1/s) and service time (s), `replicas` of them behind one queue. */
export function toStation(capacity: number, serviceTime: number, cv: number, replicas = 1): Station {
  const servers = parallelism(capacity, serviceTime)
  return { servers: servers * replicas, perServer: servers / capacity, serviceTime, cv }
}

/**
 * A station at `arrivalRate` (1/s), in the steady state; undefined at or above full utilization, where there is none. M/M/c, with the
 * wait scaled by `(1 + cv^2) / 2` for other services. Source: Allen, Probability, Statistics and Queueing Theory (Academic Press 1990),
 * section 5.3 (Allen-Cunneen); exact for one server (Pollaczek-Khinchine) and for exponential services.
 */
export function evaluateStation(arrivalRate: number, station: Station): StationResult | undefined {
  const { servers, perServer, serviceTime, cv } = station
  const utilization = (arrivalRate * perServer) / servers
  if (!(utilization < 1)) return undefined
  const variability = (1 + cv * cv) / 2
  const queue = mmc(arrivalRate, 1 / perServer, servers)
  const waitTime = queue.waitTime * variability
  const waitVariance = varianceOfWait(arrivalRate, station, queue.waitProbability, waitTime)
  const mean = waitTime + serviceTime
  return {
    utilization,
    waitProbability: queue.waitProbability,
    waitTime,
    queueLength: littlesLaw(arrivalRate, waitTime),
    inside: littlesLaw(arrivalRate, mean),
    response: { mean, variance: waitVariance + (cv * serviceTime) ** 2 },
  }
}

/**
 * One server: exactly, `E[W^2] = 2 E[W]^2 + rate E[S^3] / (3 (1 - utilization))` (Takacs 1962), the third moment that of the
 * service: fixed, exponential (cv 1), or log-normal.
 * Several: those who wait do so for an exponential time.
 */
function varianceOfWait(arrivalRate: number, { servers, perServer, cv }: Station, waits: number, waitTime: number): number {
  if (servers > 1) return waits > 1e-100 ? waitTime * waitTime * (2 / waits - 1) : 0
  const third = perServer ** 3 * (cv === 1 ? 6 : (1 + cv * cv) ** 3)
  return waitTime * waitTime + (arrivalRate * third) / (3 * (1 - arrivalRate * perServer))
}

/** A part without a queue: its provider adds what is needed. */
export const withoutQueue = (serviceTime: number, cv: number): Moments => ({
  mean: serviceTime,
  variance: (cv * serviceTime) ** 2,
})
