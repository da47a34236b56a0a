import { littlesLaw, mmc } from '../formula/queueing.ts'
import { addMoments, fromRaw, type Moments, serviceMoments } from './gamma.ts'

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
  const mean = waitTime + serviceTime
  return {
    utilization,
    waitProbability: queue.waitProbability,
    waitTime,
    queueLength: littlesLaw(arrivalRate, waitTime),
    inside: littlesLaw(arrivalRate, mean),
    response: addMoments(momentsOfWait(arrivalRate, station, queue.waitProbability, waitTime), serviceMoments(serviceTime, cv)),
  }
}

/**
 * One server: exactly, by the recursion `E[W^k] = rate / (1 - utilization) * sum(i = 1..k) C(k, i) E[S^(i+1)] / (i + 1) E[W^(k-i)]` (Takacs,
 * Introduction to the Theory of Queues, 1962), the service fixed, exponential (cv 1) or log-normal. Several: those who wait do so for an
 * exponential time.
 */
function momentsOfWait(arrivalRate: number, { servers, perServer, cv }: Station, waits: number, waitTime: number): Moments {
  if (servers > 1) {
    const ofThose = waits > 1e-100 ? waitTime / waits : 0
    return fromRaw(waitTime, 2 * waits * ofThose ** 2, 6 * waits * ofThose ** 3)
  }
  const square = perServer ** 2 * (1 + cv * cv)
  const cube = perServer ** 3 * (cv === 1 ? 6 : (1 + cv * cv) ** 3)
  const fourth = perServer ** 4 * (cv === 1 ? 24 : (1 + cv * cv) ** 6)
  const busy = arrivalRate / (1 - arrivalRate * perServer)
  const waitSquare = busy * (square * waitTime + cube / 3)
  return fromRaw(waitTime, waitSquare, busy * (1.5 * square * waitSquare + cube * waitTime + fourth / 4))
}
