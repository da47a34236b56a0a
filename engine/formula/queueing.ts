/**
 * Steady-state queues with Poisson arrivals and exponential service. Rates are per second, times in seconds.
 * Source: Kleinrock, Queueing Systems I (Wiley 1975), chapter 3; Erlang C by the stable recursion over Erlang B
 * (Erlang 1917; see Cooper, Introduction to Queueing Theory, chapter 3).
 */

export type QueueResult = {
  readonly utilization: number
  /** Chance that an arrival waits. */
  readonly waitProbability: number
  /** Mean number waiting, not counting those in service. */
  readonly queueLength: number
  readonly waitTime: number
  readonly responseTime: number
}

/** Chance that all of `servers` are busy and an arrival is lost, at `load` erlangs. NaN for no servers or negative load. */
export function erlangB(servers: number, load: number): number {
  if (!Number.isInteger(servers) || servers < 1 || servers > 1_000_000 || !(load >= 0)) return Number.NaN
  let blocking = 1
  for (let n = 1; n <= servers; n++) blocking = (load * blocking) / (n + load * blocking)
  return blocking
}

/**
 * Chance that an arrival must wait for one of `servers` at `utilization` each. One at or above full utilization (the
 * queue grows without end); NaN when servers is not a whole number from 1 or utilization is negative.
 */
export function erlangC(servers: number, utilization: number): number {
  if (utilization >= 1 && Number.isInteger(servers) && servers >= 1) return 1
  const blocking = erlangB(servers, servers * utilization)
  return blocking / (1 - utilization * (1 - blocking))
}

/** M/M/c: `servers` equal servers behind one queue. Waits are Infinity at or above full utilization. */
export function mmc(arrivalRate: number, serviceRate: number, servers: number): QueueResult {
  const utilization = arrivalRate / (servers * serviceRate)
  const waitProbability = erlangC(servers, utilization)
  const waitTime = utilization < 1 ? waitProbability / (servers * serviceRate - arrivalRate) : Number.POSITIVE_INFINITY
  return {
    utilization,
    waitProbability,
    queueLength: littlesLaw(arrivalRate, waitTime),
    waitTime,
    responseTime: waitTime + 1 / serviceRate,
  }
}

/** M/M/1: one server. */
export function mm1(arrivalRate: number, serviceRate: number): QueueResult {
  return mmc(arrivalRate, serviceRate, 1)
}

/** Little's law, `L = lambda * W`: how many are inside a system that each passes in `time`. Source: Little, Operations Research 9(3), 1961. */
export function littlesLaw(arrivalRate: number, time: number): number {
  return arrivalRate === 0 ? 0 : arrivalRate * time
}
