import type { Failure } from './failures.ts'
import { type Interval, intervalOf } from './interval.ts'
import { type Model, thin } from './model.ts'
import { runEvents } from './run-events.ts'
import type { Run, Sample } from './run-result.ts'
import { type Solution, solve } from './solve.ts'

export type SpikeOptions = {
  /** The rate of every flow is multiplied by this, for so many seconds. */
  readonly factor: number
  readonly seconds: number
  /** The load before and after. */
  readonly load?: number
  readonly failed?: readonly Failure[]
  /** The first seed; run i has seed + i. */
  readonly seed?: number
  readonly runs?: number
  /** Events of a run at most, by estimate: a larger design is run at a fraction of its size. */
  readonly events?: number
}

/** The backlog and its end if all of the spike came to it at once and nobody gave up; `drainTime` null: it does not drain. */
export type Fluid = { readonly backlog: number; readonly drainTime: number | null }

export type SpikeComponent = {
  readonly peakQueue: Interval
  /** Seconds from the end of the spike until the queue is no longer than before; null when it still was in one of the runs. */
  readonly drainTime: Interval | null
  /** Calls that it or an open breaker before it refused, and calls that were worked on for nobody. */
  readonly refused: Interval
  readonly wasted: Interval
  /** Seconds in which more came than it can serve, as it was scaled then. */
  readonly overCapacity: Interval
  /** Of a cell, at the end. */
  readonly replicas: Interval
  readonly fluid: Fluid | null
}

/** Requests that came from the start of the spike on, and what became of them by the end of the run. */
export type SpikeFlow = { readonly offered: Interval; readonly answered: Interval; readonly failed: Interval }

export type SpikeResult = {
  readonly factor: number
  readonly seconds: number
  /** Seconds from the end of the spike to the end of the run. */
  readonly after: number
  readonly runs: number
  readonly events: number
  /** Rates and capacities were divided by this, and the counts multiplied by it. 1: the design as it is. */
  readonly scale: number
  readonly flows: Readonly<Record<string, SpikeFlow>>
  readonly components: Readonly<Record<string, SpikeComponent>>
  /** What lost requests or calls: ids of components that refused any. */
  readonly sheds: readonly string[]
  /** Of the first run, at the given size; times are from the start of the spike. */
  readonly timeline: readonly Sample[]
}

/** Events of all runs together that take a few seconds; beyond them, a design is run smaller, and then less often. */
const MANY = 8_000_000

/** Samples of the spike itself; as many a second before and after. */
const SAMPLES = 20

/**
 * What a spike leaves behind, by seeded event runs with 95% intervals over the seeds: the longest queues, how long they take to drain,
 * what is refused or given up, how autoscalers follow. A backlog is `(rate * factor - capacity) * seconds` and drains in `backlog /
 * (capacity - rate)` where nobody gives up (`fluid`; Newell, Applications of Queueing Theory, 1982, chapter 2). Undefined without a flow.
 */
export function spike(model: Model, options: SpikeOptions): SpikeResult | undefined {
  const { factor, seconds, load = 1, failed = [], seed = 1, runs = 5, events = 20_000_000 } = options
  const rate = model.flows.reduce((sum, flow) => sum + flow.rate * load, 0)
  if (!(rate > 0) || !(seconds > 0) || !(factor >= 0)) return undefined
  const solution = solve(model, load, failed)
  const fluid = Object.fromEntries(
    Object.entries(solution.components).map(([id, { arrivalRate, capacity }]) => [
      id,
      capacity === null || capacity === 0 ? null : fluidOf(arrivalRate, capacity, factor, seconds),
    ]),
  )
  const { before, after } = timesOf(model, fluid, seconds)
  const duration = before + seconds + after
  // A call is two events, a request one more.
  const perRequest = 1 + (2 * callsOf(solution)) / rate
  const whole = rate * (before + factor * seconds + after) * perRequest
  const scale = Math.max(1, Math.ceil(whole / events), Math.min(Math.ceil((whole * runs) / MANY), Math.floor(finest(model))))
  const small = thin(model, scale)
  const found = Array.from({ length: Math.max(1, Math.min(runs, Math.max(2, Math.floor((MANY * scale) / whole)))) }, (_, i) =>
    runEvents(small, {
      seed: seed + i,
      load,
      failed,
      duration,
      warmUp: before / duration,
      spike: { from: before, to: before + seconds, factor },
      sample: seconds / SAMPLES,
    }),
  )
  const components = Object.fromEntries(
    Object.keys(model.parts).map(id => [id, componentOf(found, id, fluid[id] ?? null, { scale, sample: seconds / SAMPLES })]),
  )
  return {
    factor,
    seconds,
    after,
    runs: found.length,
    events: found.reduce((sum, run) => sum + run.events, 0),
    scale,
    flows: Object.fromEntries(
      model.flows.map(({ id }) => {
        const of = (what: 'offered' | 'answered' | 'failed') => over(found, run => (run.flows[id]?.[what] ?? 0) * scale)
        return [id, { offered: of('offered'), answered: of('answered'), failed: of('failed') }]
      }),
    ),
    components,
    sheds: Object.entries(components).flatMap(([id, { refused }]) => (refused.mean > 0 ? [id] : [])),
    timeline: (found[0]?.timeline ?? []).map(sample => enlarge(sample, scale, before)),
  }
}

/** Backlog (requests) and drain time (s) of a queue at `rate` and `capacity` (1/s) after `seconds` at `factor` times the rate. */
export function fluidOf(rate: number, capacity: number, factor: number, seconds: number): Fluid {
  const backlog = Math.max(0, (rate * factor - capacity) * seconds)
  return { backlog, drainTime: backlog === 0 ? 0 : rate < capacity ? backlog / (capacity - rate) : null }
}

/** The scale at which a call takes a tenth of its timeout from a server: beyond that, chance alone would make callers give up. */
function finest(model: Model): number {
  return model.flows
    .flatMap(flow => flow.steps)
    .reduce((least, { part, timeout }) => {
      const { capacity, batch } = model.parts[part] ?? {}
      return timeout === null || capacity === undefined ? least : Math.min(least, (timeout * capacity) / (batch?.size ?? 1) / 10)
    }, MANY)
}

/** Long enough before for a steady state, and after for the longest queue to drain, within ten times the spike. */
function timesOf(model: Model, fluid: Readonly<Record<string, Fluid | null>>, seconds: number) {
  const service = Object.values(model.parts).reduce((most, part) => Math.max(most, part.serviceTime), 0)
  const timeout = model.flows.flatMap(flow => flow.steps).reduce((most, step) => Math.max(most, step.timeout ?? 0), 0)
  const drain = Object.values(fluid).reduce((most, found) => Math.max(most, found?.drainTime ?? seconds), 0)
  const before = Math.max(seconds / 4, 20 * service)
  return { before, after: Math.max(seconds / 2, 20 * service, 4 * timeout, Math.min(10 * seconds, 1.3 * drain)) }
}

const callsOf = ({ components }: Solution) => Object.values(components).reduce((sum, c) => sum + c.arrivalRate, 0)

const over = (runs: readonly Run[], count: (run: Run) => number): Interval =>
  intervalOf(runs.map(count)) ?? { mean: 0, low: null, high: null }

function componentOf(
  runs: readonly Run[],
  id: string,
  fluid: Fluid | null,
  { scale, sample }: { scale: number; sample: number },
): SpikeComponent {
  const drains = runs.flatMap(run => run.parts[id]?.drainTime ?? [])
  const overCapacity = (run: Run) =>
    run.timeline.reduce((sum, { parts }) => {
      const part = parts[id]
      return part && part.capacity !== null && part.calls / sample > part.capacity ? sum + sample : sum
    }, 0)
  return {
    peakQueue: over(runs, run => (run.parts[id]?.peakQueue ?? 0) * scale),
    drainTime: drains.length === runs.length ? (intervalOf(drains) ?? null) : null,
    refused: over(runs, run => (run.parts[id]?.refused ?? 0) * scale),
    wasted: over(runs, run => (run.parts[id]?.wasted ?? 0) * scale),
    overCapacity: over(runs, overCapacity),
    replicas: over(runs, run => run.timeline.at(-1)?.parts[id]?.replicas ?? 0),
    fluid,
  }
}

function enlarge({ time, flows, parts }: Sample, scale: number, start: number): Sample {
  return {
    time: time - start,
    flows: Object.fromEntries(
      Object.entries(flows).map(([id, flow]) => [
        id,
        { offered: flow.offered * scale, answered: flow.answered * scale, failed: flow.failed * scale },
      ]),
    ),
    parts: Object.fromEntries(
      Object.entries(parts).map(([id, part]) => [
        id,
        {
          ...part,
          waiting: part.waiting * scale,
          calls: part.calls * scale,
          capacity: part.capacity === null ? null : part.capacity * scale,
        },
      ]),
    ),
  }
}
