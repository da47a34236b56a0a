import { type Guard, makeGuard } from './call-guard.ts'
import { type Failure, replicasLeft } from './failures.ts'
import type { CallPolicy, Model, ModelFlow, Part } from './model.ts'
import { pathsOf } from './paths.ts'
import { cacheLeft } from './solve.ts'
import { toStation } from './station.ts'

/** A part while it runs: its queues, and what is counted. */
export type Stage = {
  readonly part: Part
  readonly queues: number[][]
  readonly heads: number[]
  readonly busy: number[]
  /** Servers of one queue. */
  servers: number
  readonly perServer: number
  readonly gone: boolean
  readonly limit: number
  /** Replicas that serve, in each cell. */
  replicas: number
  /** Server-seconds within the measured time. */
  serverTime: number
  /** Seconds of work that was begun since the autoscaler last looked. */
  work: number
  calls: number
  busyTime: number
  waits: number
  waited: number
  wasted: number
  refused: number
  waiting: number
  peak: number
  /** Its longest queue before the spike. */
  before: number
  drained: number | null
}

/** A call that a flow makes; `guard` where its caller does something about failures. */
export type PlannedCall = {
  readonly at: Stage
  readonly calls: number
  readonly sync: boolean
  readonly timeout: number | null
  readonly retries: number
  readonly guard: Guard | undefined
}

export type Plan = { readonly chance: number; readonly calls: readonly PlannedCall[] }

/** The part at rest, `left` replicas of each cell there, of which it will measure `measured` seconds. */
export function stageOf(part: Part, left: number, measured: number): Stage {
  const endless = part.scaling === 'elastic' || part.capacity === undefined
  const count =
    endless || left <= 0 ? 0 : (part.scaling === 'pulled' ? 1 : part.scaling === 'primary' ? part.shards : left) * part.cells
  const { servers, perServer } = endless
    ? { servers: 0, perServer: part.serviceTime }
    : toStation(
        (part.capacity ?? 1) / (part.batch?.size ?? 1),
        part.serviceTime,
        part.cv,
        part.scaling === 'pulled' ? Math.max(1, left) : 1,
      )
  return {
    part,
    queues: Array.from({ length: count }, () => []),
    heads: Array.from({ length: count }, () => 0),
    busy: Array.from({ length: count }, () => 0),
    servers,
    perServer,
    gone: left <= 0,
    limit: part.queueLimit ?? Number.POSITIVE_INFINITY,
    replicas: left,
    serverTime: count * servers * measured,
    work: 0,
    calls: 0,
    busyTime: 0,
    waits: 0,
    waited: 0,
    wasted: 0,
    refused: 0,
    waiting: 0,
    peak: 0,
    before: 0,
    drained: null,
  }
}

/** More replicas in each cell, for the `measured` seconds that are left: a queue more each, or servers more of the one that is pulled from. */
export function grow(at: Stage, more: number, measured: number): void {
  if (at.part.scaling === 'pulled') {
    const each = at.servers / Math.max(1, at.replicas)
    at.servers += each * more
    at.serverTime += each * more * at.queues.length * measured
  } else {
    for (let i = 0; i < more * at.part.cells; i++) {
      at.queues.push([])
      at.heads.push(0)
      at.busy.push(0)
    }
    at.serverTime += more * at.part.cells * at.servers * measured
  }
  at.replicas += more
}

/** Requests a second that it can serve as it stands; null without a limit. */
export const capacityNow = (at: Stage): number | null =>
  at.gone ? 0 : at.queues.length === 0 ? null : ((at.queues.length * at.servers) / at.perServer) * (at.part.batch?.size ?? 1)

/** The ways that requests of a flow go, with their stages. Flows that use a link share what guards it. */
export function plansOf(
  model: Model,
  flow: ModelFlow,
  stages: ReadonlyMap<string, Stage>,
  failed: readonly Failure[],
  guards: Map<string, Guard>,
): readonly Plan[] {
  const guardOf = (from: string | undefined, to: string, policy: CallPolicy | undefined) => {
    if (!policy) return undefined
    const link = `${from ?? ''} ${to}`
    const guard = guards.get(link) ?? makeGuard(policy)
    guards.set(link, guard)
    return guard
  }
  return pathsOf(model, flow, part => cacheLeft(part, replicasLeft(part, failed))).map(({ chance, calls }) => ({
    chance,
    calls: calls.flatMap(({ part, step, calls: count }) => {
      const at = stages.get(part.id)
      // A cache that is gone is known to be, and not asked.
      if (!at || (at.gone && part.category === 'cache')) return []
      const { sync, timeout, retries, policy, parent } = step
      return [{ at, calls: count, sync, timeout, retries, guard: guardOf(flow.steps[parent]?.part, part.id, policy) }]
    }),
  }))
}

/** The plan that a number from [0, 1) falls on. */
export function pick(plans: readonly Plan[], u: number): number {
  let sum = 0
  for (const [i, { chance }] of plans.entries()) {
    sum += chance
    if (u < sum) return i
  }
  return plans.length - 1
}
