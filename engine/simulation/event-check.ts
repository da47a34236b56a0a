import { evaluate } from './evaluate.ts'
import { readFailure } from './failures.ts'
import type { Interval } from './interval.ts'
import type { LiveQuestion } from './live-run.ts'
import { simulateEvents } from './simulate-events.ts'
import { readerOf, toModel } from './to-model.ts'

/** A percentile of both models, seconds. `ratio` is the analytic one over the mean of the event runs; null where either has none. */
export type CheckedTime = { readonly analytic: number | null; readonly events: Interval | null; readonly ratio: number | null }

export type EventCheck = {
  readonly load: number
  readonly runs: number
  readonly events: number
  /** Too much arrives for a run that is long enough: there is nothing to compare. */
  readonly short: boolean
  readonly flows: readonly {
    readonly id: string
    readonly name: string
    readonly offered: number
    /** Requests a second that were answered and nobody had given up. */
    readonly goodput: Interval
    readonly p50: CheckedTime
    readonly p99: CheckedTime
  }[]
}

const RUNS = 10
const REQUESTS = 20_000
/** Requests a second beyond which a run is long, and fewer are made. */
const LARGE = 50_000
const FEW_RUNS = 3

/**
 * The same question, answered event by event: what the analytic model says beside seeded runs of 20,000 requests or more (seeds 1 to 10, or to 3 where much arrives), with
 * 95% intervals. Retries, timeouts, breakers and autoscalers are in the runs alone, so that they may differ for a reason.
 */
export function checkByEvents({ design, kinds, given, load, failures }: LiveQuestion): EventCheck {
  const model = toModel(design, kinds, readerOf(design.worksheet, given))
  const failed = failures.flatMap(name => {
    const read = readFailure(name, model)
    return read.ok ? [read.failure] : []
  })
  const analytic = evaluate(model, load, failed)
  const offered = model.flows.reduce((sum, flow) => sum + flow.rate * load, 0)
  const runs = offered > LARGE ? FEW_RUNS : RUNS
  const seen = simulateEvents(model, { load, failed, runs, requests: REQUESTS, seed: 1 })
  return {
    load,
    runs: seen.runs,
    events: seen.events,
    short: seen.short,
    flows: model.flows.flatMap(({ id, name, rate }) => {
      const found = seen.flows[id]
      if (!found) return []
      const compare = (p: 'p50' | 'p99'): CheckedTime => {
        const computed = analytic.flows[id]?.[p] ?? null
        const run = found[p]
        return { analytic: computed, events: run, ratio: computed !== null && run && run.mean > 0 ? computed / run.mean : null }
      }
      return [{ id, name, offered: rate * load, goodput: found.goodput, p50: compare('p50'), p99: compare('p99') }]
    }),
  }
}
