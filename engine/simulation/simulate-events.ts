import { quantileOfSorted } from '../worksheet/sample.ts'
import { evaluate } from './evaluate.ts'
import type { Failure } from './failures.ts'
import { type Interval, intervalOf } from './interval.ts'
import type { Model, ModelFlow } from './model.ts'
import { runEvents, type Spike } from './run-events.ts'
import type { Run } from './run-result.ts'

export type EventOptions = {
  readonly load?: number
  readonly failed?: readonly Failure[]
  /** The first seed; run i has seed + i. */
  readonly seed?: number
  /** Independent runs, over which the intervals are. */
  readonly runs?: number
  /** Requests of a run at least, warm-up included; its duration follows, unless that is given. */
  readonly requests?: number
  /** Seconds. */
  readonly duration?: number
  readonly spike?: Spike
}

export type EventFlow = {
  /** 1/s, within the measured time. */
  readonly offered: Interval
  /** Goodput, 1/s: what was answered and nobody had given up. */
  readonly goodput: Interval
  /** Seconds; null when nothing was answered. */
  readonly mean: Interval | null
  readonly p50: Interval | null
  readonly p95: Interval | null
  readonly p99: Interval | null
}

export type EventComponent = {
  readonly utilization: Interval
  readonly waitTime: Interval
  /** Calls a second, retries included. */
  readonly calls: Interval
  /** Calls a second that were worked on for nobody. */
  readonly wasted: Interval
  /** Calls a second that found the queue full or a breaker open. */
  readonly refused: Interval
  readonly peakQueue: number
  /** The slowest of the runs, seconds after the spike; null without a spike, or when a run did not drain. */
  readonly drainTime: number | null
}

export type EventResult = {
  readonly events: number
  readonly runs: number
  readonly duration: number
  /** So much arrives that the run ends before slow requests do: its times are too fast to be believed. */
  readonly short: boolean
  readonly flows: Readonly<Record<string, EventFlow>>
  readonly components: Readonly<Record<string, EventComponent>>
}

/** A run lasts this many times its slowest response, so that what is slow is seen, and its warm-up is longer than any. */
const SETTLED = 20
/** Below this many times its slowest response, what is slow is hardly in it. */
const SHORT = 6
/** Requests of one run at the most: some seconds of work. */
const MOST_REQUESTS = 400_000

/** Seconds that the slowest flow takes: its p99, or, where something is full, the time of its services alone. */
function slowestOf(model: Model, load: number, failed: readonly Failure[]): number {
  const { flows } = evaluate(model, load, failed)
  const services = (flow: ModelFlow) =>
    flow.steps.reduce(
      (sum, step) => sum + (step.sync ? (model.parts[step.part]?.serviceTime ?? 0) * Math.max(1, step.calls) : 0),
      0,
    )
  return model.flows.reduce((most, flow) => Math.max(most, flows[flow.id]?.p99 ?? services(flow)), 0)
}

/** Several seeded runs of a design, with 95% intervals over the seeds. The same options give the same result. */
export function simulateEvents(model: Model, options: EventOptions = {}): EventResult {
  const { load = 1, failed = [], seed = 1, runs = 10, requests = 20_000, spike } = options
  const rate = model.flows.reduce((sum, flow) => sum + flow.rate * load, 0)
  const slowest = slowestOf(model, load, failed)
  const needed = SETTLED * slowest
  const duration = options.duration ?? (rate > 0 ? Math.max(requests / rate, Math.min(needed, MOST_REQUESTS / rate)) : 0)
  const found = Array.from({ length: duration > 0 ? runs : 0 }, (_, i) =>
    runEvents(model, { seed: seed + i, load, failed, duration, ...(spike ? { spike } : {}) }),
  )
  return {
    events: found.reduce((sum, run) => sum + run.events, 0),
    runs: found.length,
    duration,
    short: duration < SHORT * slowest,
    flows: Object.fromEntries(found.length > 0 ? model.flows.map(({ id }) => [id, flowOf(found, id)]) : []),
    components: Object.fromEntries(found.length > 0 ? Object.keys(model.parts).map(id => [id, componentOf(found, id)]) : []),
  }
}

const none: Interval = { mean: 0, low: null, high: null }

function flowOf(runs: readonly Run[], id: string): EventFlow {
  const of = (pick: (flow: Run['flows'][string], run: Run) => number) =>
    intervalOf(
      runs.flatMap(run => {
        const flow = run.flows[id]
        return flow ? [pick(flow, run)] : []
      }),
    ) ?? none
  const answered = runs.every(run => (run.flows[id]?.answered ?? 0) > 0)
  const time = (p: number) => (answered ? of(flow => quantileOfSorted(flow.times, p)) : null)
  return {
    offered: of((flow, run) => flow.offered / run.measured),
    goodput: of((flow, run) => flow.answered / run.measured),
    mean: answered ? of(flow => flow.times.reduce((sum, t) => sum + t, 0) / flow.times.length) : null,
    p50: time(0.5),
    p95: time(0.95),
    p99: time(0.99),
  }
}

function componentOf(runs: readonly Run[], id: string): EventComponent {
  const parts = runs.flatMap(run => {
    const part = run.parts[id]
    return part ? [{ part, measured: run.measured }] : []
  })
  const drains = parts.map(({ part }) => part.drainTime)
  return {
    utilization: intervalOf(parts.map(({ part }) => part.utilization)) ?? none,
    waitTime: intervalOf(parts.map(({ part }) => part.waitTime)) ?? none,
    calls: intervalOf(parts.map(({ part, measured }) => part.calls / measured)) ?? none,
    wasted: intervalOf(parts.map(({ part, measured }) => part.wasted / measured)) ?? none,
    refused: intervalOf(parts.map(({ part, measured }) => part.refused / measured)) ?? none,
    peakQueue: parts.reduce((most, { part }) => Math.max(most, part.peakQueue), 0),
    drainTime: drains.reduce<number | null>((slowest, t) => (slowest === null || t === null ? null : Math.max(slowest, t)), 0),
  }
}
