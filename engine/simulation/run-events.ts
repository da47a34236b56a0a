import { makeRandom } from '../worksheet/sample.ts'
import type { Guard } from './call-guard.ts'
import { makeEventHeap } from './event-heap.ts'
import { type Failure, replicasLeft } from './failures.ts'
import type { Model } from './model.ts'
import { makeSampler, type Run, resultOf, type Sample } from './run-result.ts'
import { grow, type PlannedCall, pick, plansOf, type Stage, stageOf } from './run-stage.ts'
import { makeServiceTime } from './service-time.ts'
import { watchLoad } from './watch-load.ts'

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
  /** Seconds between the samples of the timeline; without it there are none. */
  readonly sample?: number
}

const ARRIVAL = 0
const DONE = 1
const FREE = 2
const REPLY = 3
const TIMEOUT = 4
const TIMER = 5
/** After so many uses of a call's number a timeout of its first use could be taken for that of its last. */
const REUSES = 2 ** 20

/**
 * One seeded run of the design, event by event: the same seed gives the same run. A call is given up after its timeout and made again as
 * its link and its caller's policy say; work that was given up still keeps its server. Service is fixed, exponential or log-normal by its
 * cv. A caller keeps no server while it waits for others; a timeout covers the call itself, not what it calls in turn.
 */
export function runEvents(model: Model, options: RunOptions): Run {
  const { seed, load = 1, failed = [], duration, warmUp = 0.1, spike, sample } = options
  const random = makeRandom(seed)
  const heap = makeEventHeap()
  const from = duration * warmUp
  const stages = new Map(
    Object.values(model.parts).map(part => [part.id, stageOf(part, replicasLeft(part, failed), duration - from)]),
  )
  const guards = new Map<string, Guard>()
  const flows = model.flows.map(flow => ({
    flow,
    plans: plansOf(model, flow, stages, failed, guards),
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
  const queueOfCall: number[] = []
  const came: number[] = []
  const service: number[] = []
  const tries: number[] = []
  const planned: PlannedCall[] = []
  const freeCalls: number[] = []
  const generation: number[] = []
  /** The others of a batch, by the call that leads it. */
  const followers = new Map<number, readonly number[]>()
  // What is done later and seldom.
  const timers: (() => void)[] = []
  const freeTimers: number[] = []
  let now = 0
  let events = 0

  const exponential = () => -Math.log(1 - random())
  const unitTime = makeServiceTime(random)
  const factorAt = (time: number) => (spike && time >= spike.from && time < spike.to ? spike.factor : 1)

  const after = (delay: number, action: () => void) => {
    const slot = freeTimers.pop() ?? timers.length
    timers[slot] = action
    heap.push(now + delay, TIMER, slot)
  }

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

  const call = (request: number, plan: PlannedCall, tried: number) => {
    const { at, guard, timeout } = plan
    if (guard && request >= 0) {
      if (guard.breaker && !guard.breaker.admits(now)) {
        if (now >= from) at.refused++
        return lose(request, at)
      }
      if (tried === 0) guard.first()
    }
    const id = freeCalls.pop() ?? owner.length
    generation[id] = (generation[id] ?? 0) + 1
    owner[id] = request
    planned[id] = plan
    tries[id] = tried
    came[id] = now
    if (guard?.breaker && request >= 0) guard.breaker.sent(id)
    if (now >= from) at.calls++
    if (request >= 0 && timeout !== null) heap.push(now + timeout, TIMEOUT, id * REUSES + ((generation[id] ?? 0) % REUSES))
    if (at.gone) {
      // Nobody answers: the caller learns it at its timeout, or at once without one.
      if (request >= 0 && timeout === null) giveUp(id)
      if (request < 0) freeCalls.push(id)
      return
    }
    service[id] = unitTime(at.part.cv)
    if (at.queues.length === 0) return heap.push(now + (service[id] ?? 0) * at.part.serviceTime, DONE, id)
    const queue = at.queues.length === 1 ? 0 : queueFor(at)
    queueOfCall[id] = queue
    if (at.part.batch) return join(at, queue, id)
    if ((at.busy[queue] ?? 0) < at.servers) start(id)
    else enqueue(at, queue, id)
  }

  const queueFor = (at: Stage) => {
    const { hottest } = at.part
    if (hottest === undefined) return Math.floor(random() * at.queues.length)
    return random() < hottest ? 0 : 1 + Math.floor(random() * (at.queues.length - 1))
  }

  /** False when the queue is full: the call is refused. */
  const enqueue = (at: Stage, queue: number, id: number) => {
    const line = at.queues[queue]
    if (!line) return false
    if (line.length - (at.heads[queue] ?? 0) >= at.limit) {
      if (now >= from) at.refused++
      giveUp(id)
      freeCalls.push(id)
      return false
    }
    line.push(id)
    at.waiting++
    if (at.waiting > at.peak) at.peak = at.waiting
    return true
  }

  const dequeue = (at: Stage, queue: number): number | undefined => {
    const line = at.queues[queue]
    const head = at.heads[queue] ?? 0
    const next = line?.[head]
    if (!line || next === undefined) return undefined
    at.heads[queue] = head + 1
    if (head > 1000 && head * 2 > line.length) {
      line.splice(0, head + 1)
      at.heads[queue] = 0
    }
    at.waiting--
    if (spike && now >= spike.to && at.drained === null && at.waiting <= at.before) at.drained = now - spike.to
    return next
  }

  const start = (id: number) => {
    const at = planned[id]?.at
    if (!at) return
    const queue = queueOfCall[id] ?? 0
    at.busy[queue] = (at.busy[queue] ?? 0) + 1
    const held = (service[id] ?? 0) * at.perServer
    if (now >= from) {
      at.waits++
      at.waited += now - (came[id] ?? 0)
    }
    at.work += held
    at.busyTime += Math.max(0, Math.min(duration, now + held) - Math.max(now, from))
    const seen = (service[id] ?? 0) * at.part.serviceTime
    if (Math.abs(seen - held) < 1e-9 * held) return heap.push(now + held, DONE, id)
    // The call is over when both the server is free and the caller has its answer.
    heap.push(now + seen, REPLY, id)
    heap.push(now + held, FREE, id)
    both[id] = 2
  }
  const both: number[] = []

  /** A call joins the batch that is being filled; the first of one sees to it that it is not filled for ever. */
  const join = (at: Stage, queue: number, id: number) => {
    if (!enqueue(at, queue, id)) return
    const alone = (at.queues[queue]?.length ?? 0) - (at.heads[queue] ?? 0) === 1
    if (alone) after(at.part.batch?.wait ?? 0, () => startBatches(at, queue))
    startBatches(at, queue)
  }

  const startBatches = (at: Stage, queue: number) => {
    const { size = 1, wait = 0 } = at.part.batch ?? {}
    const line = at.queues[queue] ?? []
    while ((at.busy[queue] ?? 0) < at.servers) {
      const head = at.heads[queue] ?? 0
      const first = line[head]
      if (first === undefined) return
      const due = (came[first] ?? 0) + wait
      // Sums of times are rounded.
      if (line.length - head < size && now < due - 1e-9 * due) return
      const leader = dequeue(at, queue)
      if (leader === undefined) return
      const others: number[] = []
      for (let next = others.length < size - 1 ? dequeue(at, queue) : undefined; next !== undefined; ) {
        others.push(next)
        if (now >= from) {
          at.waits++
          at.waited += now - (came[next] ?? 0)
        }
        next = others.length < size - 1 ? dequeue(at, queue) : undefined
      }
      if (others.length > 0) followers.set(leader, others)
      start(leader)
      const rest = line[at.heads[queue] ?? 0]
      // Those who are left wait for a batch of their own.
      if (rest !== undefined) after(Math.max(0, (came[rest] ?? 0) + wait - now), () => startBatches(at, queue))
    }
  }

  const free = (id: number) => {
    const at = planned[id]?.at
    if (!at || at.queues.length === 0) return
    const queue = queueOfCall[id] ?? 0
    at.busy[queue] = (at.busy[queue] ?? 0) - 1
    if (at.part.batch) return startBatches(at, queue)
    const next = dequeue(at, queue)
    if (next !== undefined) start(next)
  }

  const reply = (id: number) => {
    const request = owner[id] ?? -1
    const plan = planned[id]
    if (plan?.at.part.batch) {
      const others = followers.get(id)
      followers.delete(id)
      for (const other of others ?? []) {
        reply(other)
        freeCalls.push(other)
      }
    }
    if (request < 0) {
      if (plan?.sync && now >= from) plan.at.wasted++
      return
    }
    owner[id] = -1
    plan?.guard?.breaker?.record(id, true, now)
    answered(request)
  }

  const answered = (request: number) => {
    pending[request] = (pending[request] ?? 0) - 1
    if (pending[request] === 0) advance(request)
  }

  /** The caller waits no longer: it tries again, or the whole request has failed. */
  const giveUp = (id: number) => {
    const request = owner[id] ?? -1
    const plan = planned[id]
    owner[id] = -1
    if (plan?.at.gone) freeCalls.push(id)
    if (request < 0 || !plan) return
    const { guard } = plan
    guard?.breaker?.record(id, false, now)
    if (Number.isNaN(pending[request])) return
    const tried = (tries[id] ?? 0) + 1
    if (tried > plan.retries || (guard && !guard.mayRetry())) return lose(request, plan.at)
    if (!guard?.waits) return call(request, plan, tried)
    after(guard.delay(tried, random()), () => {
      if (!Number.isNaN(pending[request])) call(request, plan, tried)
    })
  }

  const lose = (request: number, at: Stage) => {
    if (Number.isNaN(pending[request])) return
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
      const { calls, sync } = next
      const whole = Math.floor(calls) + (calls % 1 > 0 ? Number(random() < calls % 1) : 0)
      if (!sync) for (let i = 0; i < whole; i++) call(-1, next, 0)
      if (whole === 0 || !sync) continue
      pending[request] = whole
      for (let i = 0; i < whole; i++) call(request, next, 0)
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

  const scaleOut = (at: Stage, more: number) => {
    grow(at, more, duration - Math.max(now, from))
    if (at.part.scaling !== 'pulled') return
    for (const [queue] of at.queues.entries()) {
      while ((at.busy[queue] ?? 0) < at.servers) {
        const next = dequeue(at, queue)
        if (next === undefined) break
        start(next)
      }
    }
  }

  const timeline: Sample[] = []
  if (sample !== undefined) {
    const take = makeSampler(flows, stages)
    const again = () => {
      timeline.push(take(now))
      after(sample, again)
    }
    after(sample, again)
  }
  for (const at of stages.values()) watchLoad(at, { now: () => now, after, scaleOut })
  for (const [index] of flows.entries()) nextArrival(index)
  /** Ends of the spike that have passed. */
  let ends = 0
  while (heap.pop()) {
    now = heap.time()
    if (now > duration) break
    if (spike && ends < 2 && now >= (ends === 0 ? spike.from : spike.to)) {
      for (const at of stages.values()) {
        if (ends === 0) at.before = at.peak
        else if (at.waiting <= at.before) at.drained = 0
      }
      ends++
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
    } else if (kind === TIMER) {
      const action = timers[subject]
      freeTimers.push(subject)
      action?.()
    } else {
      if (kind === FREE) free(subject)
      else reply(subject)
      both[subject] = (both[subject] ?? 1) - 1
      if (both[subject] === 0) freeCalls.push(subject)
    }
  }
  return resultOf(flows, stages, duration - from, events, timeline)
}
