import { type Interval, intervalOf } from './interval.ts'
import { type Model, type Step, thin } from './model.ts'
import { runEvents } from './run-events.ts'
import type { Run } from './run-result.ts'

export type StormOptions = {
  /** Multiples of the design's load, each run by itself. */
  readonly loads?: readonly number[]
  /** The first seed; run i has seed + i. */
  readonly seed?: number
  readonly runs?: number
  /** Requests of a run at a load of 1. */
  readonly requests?: number
}

export type StormPoint = {
  readonly load: number
  /** Of all flows, 1/s. */
  readonly offered: number
  /** What is answered in time, 1/s: with the design's retries, without any, and with its retries but without breakers, budgets and backoff. */
  readonly withRetries: Interval
  readonly withoutRetries: Interval
  readonly unguarded: Interval
  /** Calls a second that are worked on for nobody, all components, with the design's retries. */
  readonly wasted: number
}

/** The model with what its callers do about failed calls changed. */
function withSteps(model: Model, change: Partial<Step>): Model {
  return {
    ...model,
    flows: model.flows.map(flow => ({ ...flow, steps: flow.steps.map(step => ({ ...step, ...change })) })),
  }
}

/**
 * Goodput against offered load, by seeded event runs. Work for callers that have given up still takes its time: past saturation retries
 * lower what is answered (a retry storm), unless a breaker, a budget or backoff holds them back. Undefined for a design without flows.
 */
export function retryStorm(model: Model, options: StormOptions = {}): readonly StormPoint[] | undefined {
  const { loads = [0.5, 0.8, 1, 1.2, 1.5, 2], seed = 1, runs = 3, requests = 10_000 } = options
  const rate = model.flows.reduce((sum, flow) => sum + flow.rate, 0)
  if (!(rate > 0)) return undefined
  // Long enough for the slowest timer to show, and for queues to fill.
  const slowest = model.flows.reduce(
    (most, flow) =>
      flow.steps.reduce((time, { timeout, policy }) => Math.max(time, timeout ?? 0, policy?.breaker?.open ?? 0), most),
    0,
  )
  const duration = Math.max(requests / rate, 40 * slowest)
  const scale = Math.max(1, Math.ceil((rate * duration) / (5 * requests)))
  const small = thin(model, scale)
  const designs = {
    withRetries: small,
    withoutRetries: withSteps(small, { retries: 0, policy: undefined }),
    unguarded: withSteps(small, { policy: undefined }),
  }
  return loads.map(load => {
    const run = (design: Model) => Array.from({ length: runs }, (_, i) => runEvents(design, { load, seed: seed + i, duration }))
    const withRetries = run(designs.withRetries)
    return {
      load,
      offered: rate * load,
      withRetries: goodputOf(withRetries, scale),
      withoutRetries: goodputOf(run(designs.withoutRetries), scale),
      unguarded: goodputOf(run(designs.unguarded), scale),
      wasted: perSecond(withRetries, scale, r => Object.values(r.parts).reduce((sum, part) => sum + part.wasted, 0)).mean,
    }
  })
}

const perSecond = (runs: readonly Run[], scale: number, count: (run: Run) => number): Interval =>
  intervalOf(runs.map(run => (scale * count(run)) / run.measured)) ?? { mean: 0, low: null, high: null }

const goodputOf = (runs: readonly Run[], scale: number) =>
  perSecond(runs, scale, run => Object.values(run.flows).reduce((sum, flow) => sum + flow.answered, 0))
