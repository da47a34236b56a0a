import { capacityNow, type Stage } from './run-stage.ts'

export type RunFlow = {
  readonly offered: number
  readonly answered: number
  /** Requests whose last try was given up, refused or found nobody. */
  readonly failed: number
  /** Response times of what was answered, seconds, ascending. */
  readonly times: Float64Array
}

export type RunPart = {
  /** Calls that came, retries included. */
  readonly calls: number
  readonly utilization: number
  readonly waitTime: number
  /** Work done for callers that had given up. */
  readonly wasted: number
  /** Calls that an open breaker kept away, or that found the queue full. */
  readonly refused: number
  readonly peakQueue: number
  /** Seconds from the end of the spike until the queue is no longer than at its longest before; null when it still is, or without a spike. */
  readonly drainTime: number | null
}

export type SampleFlow = { readonly offered: number; readonly answered: number; readonly failed: number }

export type SamplePart = {
  readonly waiting: number
  /** That serve, in each cell. */
  readonly replicas: number
  /** 1/s; null without a limit. */
  readonly capacity: number | null
  readonly calls: number
}

/** The state at a time (seconds), and what was counted since the sample before it. Answers are counted when they are given. */
export type Sample = {
  readonly time: number
  readonly flows: Readonly<Record<string, SampleFlow>>
  readonly parts: Readonly<Record<string, SamplePart>>
}

export type Run = {
  readonly events: number
  readonly measured: number
  readonly flows: Readonly<Record<string, RunFlow>>
  readonly parts: Readonly<Record<string, RunPart>>
  /** Empty unless samples were asked for. */
  readonly timeline: readonly Sample[]
}

export type FlowRecord = { readonly flow: { readonly id: string }; offered: number; failed: number; readonly times: number[] }

/** Takes samples of the counters of a run, each with what was counted since the one before. */
export function makeSampler(flows: readonly FlowRecord[], stages: ReadonlyMap<string, Stage>): (time: number) => Sample {
  const flowsBefore = new Map<string, SampleFlow>()
  const callsBefore = new Map<string, number>()
  return time => ({
    time,
    flows: Object.fromEntries(
      flows.map(({ flow, offered, failed, times }) => {
        const before = flowsBefore.get(flow.id) ?? { offered: 0, answered: 0, failed: 0 }
        flowsBefore.set(flow.id, { offered, answered: times.length, failed })
        return [
          flow.id,
          { offered: offered - before.offered, answered: times.length - before.answered, failed: failed - before.failed },
        ]
      }),
    ),
    parts: Object.fromEntries(
      [...stages].map(([id, at]) => {
        const calls = at.calls - (callsBefore.get(id) ?? 0)
        callsBefore.set(id, at.calls)
        return [id, { waiting: at.waiting, replicas: at.replicas, capacity: capacityNow(at), calls }]
      }),
    ),
  })
}

export function resultOf(
  flows: readonly FlowRecord[],
  stages: ReadonlyMap<string, Stage>,
  measured: number,
  events: number,
  timeline: readonly Sample[],
): Run {
  return {
    events,
    measured,
    flows: Object.fromEntries(
      flows.map(({ flow, offered, failed, times }) => [
        flow.id,
        { offered, failed, answered: times.length, times: Float64Array.from(times).sort() },
      ]),
    ),
    parts: Object.fromEntries(
      [...stages].map(([id, at]) => [
        id,
        {
          calls: at.calls,
          utilization: at.serverTime > 0 ? at.busyTime / at.serverTime : 0,
          waitTime: at.waits > 0 ? at.waited / at.waits : 0,
          wasted: at.wasted,
          refused: at.refused,
          peakQueue: at.peak,
          drainTime: at.drained,
        },
      ]),
    ),
    timeline,
  }
}
