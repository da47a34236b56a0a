import { erlangB, erlangC, littlesLaw } from '../formula/queueing.ts'
import { addMoments, gammaCdf, logGamma, serviceMoments } from './gamma.ts'
import type { Batch } from './model.ts'
import type { Station, StationResult } from './station.ts'

/** How a batch fills: means of its size, of the waits of all its requests together (s), of its time (s) and of the square of that. */
export type Filling = { readonly size: number; readonly waits: number; readonly time: number; readonly square: number }

/**
 * A batch of at most `size` that is closed when it is full or `within` seconds after its first request; `rate` in 1/s, Poisson. It is
 * still open at t when at most size - 2 others have come, so each mean is a sum of Poisson tails, P(N > n) = P(Gamma(n + 1) < x):
 * `E[size] = 1 + sum P(N > n)`, `E[waits] = sum (n + 1) P(N > n) / rate`, over n from 0 to size - 2.
 */
export function fillOf(rate: number, size: number, within: number): Filling {
  const x = rate * within
  const endless = !Number.isFinite(x)
  const tail = (n: number) => (endless ? 1 : gammaCdf(n, x))
  let [mean, waits, time, square] = [1, 0, 0, 0]
  let [more, next] = [tail(1), tail(2)]
  for (let n = 0; n <= size - 2; n++) {
    mean += more
    waits += ((n + 1) * more) / rate
    time += more / rate
    square += (2 * (n + 1) * next) / (rate * rate)
    // What is left of the sum is too little to be seen.
    if (n > x && more < 1e-12) break
    more = next
    // The next tail is this one less the chance of exactly n + 2.
    if (!endless) next = Math.max(0, next - Math.exp((n + 2) * Math.log(x) - x - logGamma(n + 3)))
  }
  return { size: mean, waits, time, square }
}

/**
 * The wait where nothing is waited for but a server, which then takes all that are there up to `size`: M/M(1, b)/c. The number waiting
 * while all are busy is geometric; its ratio r solves `c mu r^(b + 1) - (rate + c mu) r + rate = 0`. Exact for exponential services, scaled
 * by the variation of others.
 * Source: Gross et al., Fundamentals of Queueing Theory (Wiley 2008), section 3.2.
 */
function waitForServer(rate: number, { servers, perServer, cv }: Station, size: number): number {
  const all = servers / perServer
  const balance = (r: number) => all * r ** (size + 1) - (rate + all) * r + rate
  let [low, high] = [0, 1 - 1e-12]
  // It is positive at 0, and negative between its root and the one at 1.
  for (let i = 0; i < 200 && balance(high) > 0; i++) high = 1 - (1 - high) * 2
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2
    if (balance(middle) > 0) low = middle
    else high = middle
  }
  const blocking = erlangB(servers, rate * perServer)
  const allBusy = 1 / ((1 - blocking) / blocking + 1 / (1 - low))
  const wait = (allBusy * low) / (1 - low) ** 2 / rate
  // Most of it is what is left of the services under way; the rest, what did not fit into the next batch.
  const rest = Math.min(wait, allBusy / (1 - low) / all)
  const even = 1 / size
  return rest * ((1 + cv * cv) / 2) + (wait - rest) * ((even + cv * cv) / (even + 1))
}

/**
 * One queue whose servers work on batches: `station` says for how long a server is kept by one; `arrivalRate` in 1/s. Two cases are known:
 * servers are free when batches are ready (the batch fills for its own time, and waits for a server as Allen and Cunneen 1990, section
 * 5.3, say), or batches fill while they wait for a server. Between them the wait is put together from both: an approximation, a
 * quarter off in most cases where half-full batches queue. Undefined when full batches are too slow: there is no steady state.
 */
export function evaluateBatches(arrivalRate: number, station: Station, batch: Batch): StationResult | undefined {
  const { servers, perServer, serviceTime, cv } = station
  if (!((arrivalRate * perServer) / (servers * batch.size) < 1)) return undefined
  const alone = serviceMoments(serviceTime, cv)
  if (arrivalRate === 0) return { utilization: 0, waitProbability: 0, waitTime: 0, queueLength: 0, inside: 0, response: alone }
  const fill = fillOf(arrivalRate, batch.size, batch.wait)
  const own = fill.waits / fill.size
  const ready = own + waitOfBatches(arrivalRate, station, fill)
  const busy = waitForServer(arrivalRate, station, batch.size)
  const waitTime = Math.min(ready, Math.hypot(own, busy))
  const even = { mean: Math.min(own, waitTime), variance: Math.min(own, waitTime) ** 2 / 3, third: 0 }
  const exponential = serviceMoments(waitTime - even.mean, 1)
  const utilization = Math.min(1, (arrivalRate * perServer) / (servers * fill.size))
  return {
    utilization,
    waitProbability: erlangC(servers, utilization),
    waitTime,
    queueLength: littlesLaw(arrivalRate, waitTime),
    inside: littlesLaw(arrivalRate, waitTime + serviceTime),
    // The wait for others is spread evenly, the rest is exponential as a wait for a server is.
    response: [even, exponential, alone].reduce(addMoments),
  }
}

/** The wait of ready batches for a server; Infinity when batches of this size come faster than they are done. */
function waitOfBatches(arrivalRate: number, { servers, perServer, cv }: Station, fill: Filling): number {
  const rate = arrivalRate / fill.size
  const utilization = (rate * perServer) / servers
  if (!(utilization < 1)) return Number.POSITIVE_INFINITY
  // From one close to the next: an exponential time until a request comes, and the filling.
  const gap = 1 / arrivalRate + fill.time
  const variation = (1 / arrivalRate ** 2 + Math.max(0, fill.square - fill.time ** 2)) / gap ** 2
  return (erlangC(servers, utilization) / (servers / perServer - rate)) * burst(utilization, variation, cv * cv)
}

/**
 * What the variation of arrivals and services makes of an exponential wait: their mean, and less when arrivals are more even than Poisson.
 * Source: Kraemer and Langenbach-Belz, 8th International Teletraffic Congress (1976).
 */
function burst(utilization: number, arrivals: number, services: number): number {
  const mean = (arrivals + services) / 2
  if (arrivals >= 1 || mean === 0) return mean
  return mean * Math.exp((-2 * (1 - utilization) * (1 - arrivals) ** 2) / (3 * utilization * (arrivals + services)))
}
