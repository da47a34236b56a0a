import { makeRandom, normalQuantile } from '../worksheet/sample.ts'
import { makeEventHeap } from './event-heap.ts'
import { type Failure, replicasLeft } from './failures.ts'
import type { Model, Part } from './model.ts'
import { type Call, pathsOf } from './paths.ts'
import { cacheLeft } from './solve.ts'
import { toStation } from './station.ts'

/** More load for a while: the rates are multiplied by `factor` from `from` to `to`, in seconds from the start. */
export type Spike = { readonly from: number; readonly to: number; readonly factor: number }

export type RunOptions = {
  readonly seed: number
  readonly load?: number
  readonly failed?: readonly Failure[]
  /** Seconds that are simulated, warm-up included. */
  readonly duration: number
  /** Share of the duration that is not measured. */
  readonly warmUp?: number
  readonly spike?: Spike
}

export type RunFlow = {
  readonly offered: number
  readonly answered: number
  /** Requests whose last try was given up or found nobody. */
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
  readonly peakQueue: number
  /** Seconds from the end of the spike until the queue is as short as before; null when it is not by the end, or without a spike. */
  readonly drainTime: number | null
}

export type Run = {
  readonly events: number
  readonly measured: number
  readonly flows: Readonly<Record<string, RunFlow>>
  readonly parts: Readonly<Record<string, RunPart>>
}

const ARRIVAL = 0
const DONE = 1
const FREE = 2
const REPLY = 3
const TIMEOUT = 4
/** After so many uses of a call's number a timeout of its first use could be taken for that of its last. */
const REUSES = 2 ** 20

type Plan = { readonly chance: number; readonly calls: readonly { readonly at: Stage; readonly call: Call }[] }

/** A part while it runs: its queues, and what is counted. */
type Stage = {
  readonly part: Part
  readonly queues: number[][]
  readonly heads: number[]
  readonly busy: number[]
  readonly servers: number
  readonly perServer: number
  readonly gone: boolean
  calls: number
  busyTime: number
  waits: number
  waited: number
  wasted: number
  waiting: number
  peak: number
  before: number
  drained: number | null
}

/**
 * One seeded run of the design, event by event: the same seed gives the same run. A call is given up after its timeout and made again as
 * its link says; work that was given up still keeps its server. Service is fixed, exponential or log-normal by its cv. A caller keeps no
 * server while it waits for others; a timeout covers the call itself, not what it calls in turn.
 */
export function runEvents(model: Model, options: RunOptions): Run {
  const { seed, load = 1, failed = [], duration, warmUp = 0.1, spike } = options
  const random = makeRandom(seed)
  const heap = makeEventHeap()
  const from = duration * warmUp
  const stages = new Map(Object.values(model.parts).map(part => [part.id, stageOf(part, replicasLeft(part, failed))]))
  const flows = model.flows.map(flow => ({
    flow,
    plans: plansOf(model, flow, stages, failed),
    offered: 0,
    failed: 0,
    times: [] as number[],
  }))
  // Requests: a number each, and of each what is still to come. Freed numbers are used again.
  const flowOf: number[] = []
  const planOf: number[] = []
  const place: number[] = []
  const pending: number[] = []
  const began: number[] = []
  const freeRequests: number[] = []
  // Calls: likewise. `owner` -1: nobody waits for it (any more).
  const owner: number[] = []
  const stageOfCall: Stage[] = []
  const queueOfCall: number[] = []
  const came: number[] = []
  const service: number[] = []
  const tries: number[] = []
  const stepOfCall: Call[] = []
  const freeCalls: number[] = []
  const generation: number[] = []
  let now = 0
  let events = 0

  const exponential = () => -Math.log(1 - random())
  const unitTime = (cv: number) => {
    if (cv === 0) return 1
    if (cv === 1) return exponential()
    const spread = Math.log(1 + cv * cv)
    const u = Math.min(1 - 1e-12, Math.max(1e-12, random()))
    return Math.exp(Math.sqrt(spread) * normalQuantile(u) - spread / 2)
  }
  const factorAt = (time: number) => (spike && time >= spike.from && time < spike.to ? spike.factor : 1)

  const nextArrival = (index: number) => {
    const rate = (flows[index]?.flow.rate ?? 0) * load
    let at = now
    // Rates are steady between the ends of the spike; beyond an end the draw is made anew.
    for (;;) {
      const edge = !spike || at >= spike.to ? Number.POSITIVE_INFINITY : at < spike.from ? spike.from : spike.to
      const next = at + exponential() / (rate * factorAt(at))
      if (next < edge) return void (next < duration && heap.push(next, ARRIVAL, index))
      at = edge
    }
  }

  const call = (request: number, at: Stage, step: Call, tried: number) => {
    const id = freeCalls.pop() ?? owner.length
    generation[id] = (generation[id] ?? 0) + 1
    owner[id] = request
    stageOfCall[id] = at
    stepOfCall[id] = step
    tries[id] = tried
    came[id] = now
    if (now >= from) at.calls++
    const timeout = step.step.timeout
    if (request >= 0 && timeout !== null) heap.push(now + timeout, TIMEOUT, id * REUSES + ((generation[id] ?? 0) % REUSES))
    if (at.gone) {
      // Nobody answers: the caller learns it at its timeout, or at once without one.
      if (request >= 0 && timeout === null) giveUp(id)
      if (request < 0) freeCalls.push(id)
      return
    }
    service[id] = unitTime(at.part.cv)
    if (at.queues.length === 0) return heap.push(now + (service[id] ?? 0) * at.part.serviceTime, DONE, id)
    const queue = at.queues.length === 1 ? 0 : Math.floor(random() * at.queues.length)
    queueOfCall[id] = queue
    if ((at.busy[queue] ?? 0) < at.servers) start(id)
    else {
      at.queues[queue]?.push(id)
      at.waiting++
      if (at.waiting > at.peak) at.peak = at.waiting
    }
  }

  const start = (id: number) => {
    const at = stageOfCall[id]
    if (!at) return
    const queue = queueOfCall[id] ?? 0
    at.busy[queue] = (at.busy[queue] ?? 0) + 1
    const held = (service[id] ?? 0) * at.perServer
    if (now >= from) {
      at.waits++
      at.waited += now - (came[id] ?? 0)
    }
    at.busyTime += Math.max(0, Math.min(duration, now + held) - Math.max(now, from))
    const seen = (service[id] ?? 0) * at.part.serviceTime
    if (Math.abs(seen - held) < 1e-9 * held) return heap.push(now + held, DONE, id)
    // The call is over when both the server is free and the caller has its answer.
    heap.push(now + seen, REPLY, id)
    heap.push(now + held, FREE, id)
    both[id] = 2
  }
  const both: number[] = []

  const free = (id: number) => {
    const at = stageOfCall[id]
    if (!at || at.queues.length === 0) return
    const queue = queueOfCall[id] ?? 0
    at.busy[queue] = (at.busy[queue] ?? 0) - 1
    const line = at.queues[queue]
    const head = at.heads[queue] ?? 0
    const next = line?.[head]
    if (!line || next === undefined) return
    at.heads[queue] = head + 1
    if (head > 1000 && head * 2 > line.length) {
      line.splice(0, head + 1)
      at.heads[queue] = 0
    }
    at.waiting--
    if (spike && now >= spike.to && at.drained === null && at.waiting <= at.before) at.drained = now - spike.to
    start(next)
  }

  const reply = (id: number) => {
    const request = owner[id] ?? -1
    const at = stageOfCall[id]
    if (request < 0) {
      if (at && stepOfCall[id]?.step.sync && now >= from) at.wasted++
      return
    }
    owner[id] = -1
    answered(request)
  }

  const answered = (request: number) => {
    pending[request] = (pending[request] ?? 0) - 1
    if (pending[request] === 0) advance(request)
  }

  /** The caller waits no longer: it tries again, or the whole request has failed. */
  const giveUp = (id: number) => {
    const request = owner[id] ?? -1
    const step = stepOfCall[id]
    const at = stageOfCall[id]
    owner[id] = -1
    if (at?.gone) freeCalls.push(id)
    if (request < 0 || Number.isNaN(pending[request]) || !step || !at) return
    if ((tries[id] ?? 0) < step.step.retries) return call(request, at, step, (tries[id] ?? 0) + 1)
    // A cache that does not answer is passed by.
    if (at.part.category === 'cache') return answered(request)
    end(request, false)
  }

  const end = (request: number, good: boolean) => {
    const record = flows[flowOf[request] ?? 0]
    const start = began[request] ?? 0
    if (record && start >= from) {
      if (good) record.times.push(now - start)
      else record.failed++
    }
    // Other calls of a failed request may still be out: its number is not used again.
    if (good) freeRequests.push(request)
    else pending[request] = Number.NaN
  }

  /** Makes the next calls of a request, or ends it. */
  const advance = (request: number) => {
    const plan = flows[flowOf[request] ?? 0]?.plans[planOf[request] ?? 0]
    for (;;) {
      const next = plan?.calls[place[request] ?? 0]
      if (!next) return end(request, true)
      place[request] = (place[request] ?? 0) + 1
      const { calls, step } = next.call
      const whole = Math.floor(calls) + (calls % 1 > 0 ? Number(random() < calls % 1) : 0)
      if (!step.sync) for (let i = 0; i < whole; i++) call(-1, next.at, next.call, 0)
      if (whole === 0 || !step.sync) continue
      pending[request] = whole
      for (let i = 0; i < whole; i++) call(request, next.at, next.call, 0)
      return
    }
  }

  const arrive = (index: number) => {
    const record = flows[index]
    if (!record) return
    if (now >= from) record.offered++
    const request = freeRequests.pop() ?? flowOf.length
    flowOf[request] = index
    planOf[request] = pick(record.plans, random())
    place[request] = 0
    began[request] = now
    nextArrival(index)
    advance(request)
  }

  for (const [index] of flows.entries()) nextArrival(index)
  let marked = false
  while (heap.pop()) {
    now = heap.time()
    if (now > duration) break
    if (spike && !marked && now >= spike.from) {
      for (const at of stages.values()) at.before = at.waiting
      marked = true
    }
    events++
    const subject = heap.subject()
    const kind = heap.kind()
    if (kind === ARRIVAL) arrive(subject)
    else if (kind === DONE) {
      free(subject)
      reply(subject)
      freeCalls.push(subject)
    } else if (kind === TIMEOUT) {
      const id = Math.floor(subject / REUSES)
      if ((generation[id] ?? 0) % REUSES === subject % REUSES && (owner[id] ?? -1) >= 0) giveUp(id)
    } else {
      if (kind === FREE) free(subject)
      else reply(subject)
      both[subject] = (both[subject] ?? 1) - 1
      if (both[subject] === 0) freeCalls.push(subject)
    }
  }
  return resultOf(flows, stages, duration - from, events)
}

function pick(plans: readonly Plan[], u: number): number {
  let sum = 0
  for (const [i, { chance }] of plans.entries()) {
    sum += chance
    if (u < sum) return i
  }
  return plans.length - 1
}

function stageOf(part: Part, left: number): Stage {
  const endless = part.scaling === 'elastic' || part.capacity === undefined
  const count =
    endless || left <= 0 ? 0 : (part.scaling === 'pulled' ? 1 : part.scaling === 'primary' ? part.shards : left) * part.cells
  const { servers, perServer } = endless
    ? { servers: 0, perServer: part.serviceTime }
    : toStation(part.capacity ?? 1, part.serviceTime, part.cv, part.scaling === 'pulled' ? Math.max(1, left) : 1)
  return {
    part,
    queues: Array.from({ length: count }, () => []),
    heads: Array.from({ length: count }, () => 0),
    busy: Array.from({ length: count }, () => 0),
    servers,
    perServer,
    gone: left <= 0,
    calls: 0,
    busyTime: 0,
    waits: 0,
    waited: 0,
    wasted: 0,
    waiting: 0,
    peak: 0,
    before: 0,
    drained: null,
  }
}

function plansOf(
  model: Model,
  flow: Model['flows'][number],
  stages: ReadonlyMap<string, Stage>,
  failed: readonly Failure[],
): readonly Plan[] {
  return pathsOf(model, flow, part => cacheLeft(part, replicasLeft(part, failed))).map(({ chance, calls }) => ({
    chance,
    calls: calls.flatMap(call => {
      const at = stages.get(call.part.id)
      // A cache that is gone is known to be, and not asked.
      return at && !(at.gone && call.part.category === 'cache') ? [{ at, call }] : []
    }),
  }))
}

function resultOf(
  flows: readonly { flow: { id: string }; offered: number; failed: number; times: number[] }[],
  stages: ReadonlyMap<string, Stage>,
  measured: number,
  events: number,
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
      [...stages].map(([id, at]) => {
        const servers = at.queues.length * at.servers
        return [
          id,
          {
            calls: at.calls,
            utilization: servers > 0 ? at.busyTime / (servers * measured) : 0,
            waitTime: at.waits > 0 ? at.waited / at.waits : 0,
            wasted: at.wasted,
            peakQueue: at.peak,
            drainTime: at.drained,
          },
        ]
      }),
    ),
  }
}
