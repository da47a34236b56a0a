import { downtimeBudget } from '../formula/availability.ts'
import { notModelled } from './assumptions.ts'
import { availabilityOfFlows } from './availability-of-flow.ts'
import { type Cost, costOf, MONTH } from './cost.ts'
import { type Failure, usersLost } from './failures.ts'
import { addMoments, type Branch, longestOf, NO_TIME, quantileOfMixture, withChance } from './gamma.ts'
import type { Model, ModelFlow, ModelProblem, Objective, Override } from './model.ts'
import type { Path } from './paths.ts'
import { type ComponentResult, type Solution, solve } from './solve.ts'

export type ObjectiveResult = Objective & {
  /** What the model gives, in the unit of the target; null when the flow has no steady state. */
  readonly value: number | null
  readonly met: boolean
}

export type FlowResult = {
  /** Requests a second that are offered. */
  readonly rate: number
  /** Requests a second that are answered. */
  readonly throughput: number
  /** Seconds; null when a component that the flow waits for is full or gone. */
  readonly mean: number | null
  readonly p50: number | null
  readonly p95: number | null
  readonly p99: number | null
  readonly availability: number
  /** Seconds a month of 30 days. */
  readonly downtime: number
  readonly objectives: readonly ObjectiveResult[]
}

export type Evaluation = {
  readonly load: number
  readonly flows: Readonly<Record<string, FlowResult>>
  readonly components: Readonly<Record<string, ComponentResult>>
  /** What is full first as the load grows; null when nothing has a limit. */
  readonly bottleneck: string | null
  /** The multiple of the given load at which it is. */
  readonly saturatesAt: number | null
  readonly cost: Cost
  /** Nothing is full and every objective is met. */
  readonly holds: boolean
  readonly problems: readonly ModelProblem[]
  readonly overrides: readonly Override[]
  readonly assumptions: readonly string[]
  readonly notModelled: readonly string[]
}

/**
 * Runs a design in the steady state: `load` multiplies every flow's rate, `failed` is gone. A few milliseconds; pure. Full components
 * are told with their shortfall, and the flows that wait for them have null for times: there is no steady state to speak of.
 */
export function evaluate(model: Model, load = 1, failed: readonly Failure[] = []): Evaluation {
  const solution = solve(model, load, failed)
  const availability = availabilityOfFlows(model, solution, failed, id =>
    solve(model, load, [...failed, { scope: 'component', component: id }]),
  )
  const flows: Record<string, FlowResult> = {}
  for (const flow of model.flows) flows[flow.id] = flowResult(model, flow, solution, failed, availability[flow.id] ?? 0)
  const first = firstFull(solution)
  const rateOf = (id: string) => solution.components[id]?.arrivalRate ?? 0
  const requests = model.flows.reduce((sum, flow) => sum + flow.rate * load, 0)
  return {
    load,
    flows,
    components: solution.components,
    bottleneck: first?.id ?? null,
    saturatesAt: first?.at ?? null,
    cost: costOf(model, rateOf, requests),
    holds:
      model.flows.length > 0 &&
      !Object.values(solution.components).some(c => c.saturated) &&
      !model.flows.some(
        flow => flows[flow.id]?.objectives.some(o => !o.met) || servedShare(model, flow, solution, failed) < 1 - 1e-9,
      ),
    problems: model.problems,
    overrides: model.overrides,
    assumptions: model.assumptions,
    notModelled,
  }
}

/** Any percentile (0 to 100) of a flow's response time at a load, in seconds; null without a steady state or such a flow. */
export function percentileOf(model: Model, load: number, flow: string, percent: number): number | null {
  const solution = solve(model, load, [])
  const branches = branchesOf(solution.paths[flow] ?? [], solution)
  return branches ? quantileOfMixture(branches, percent / 100) : null
}

/** The component that is full first as the load grows. `at` is a multiple of the load that was given to the model, not of the solved one. */
export function firstFull(solution: Solution): { readonly id: string; readonly at: number } | undefined {
  let first: { id: string; at: number } | undefined
  for (const [id, { saturatesAt }] of Object.entries(solution.components)) {
    if (saturatesAt !== null && saturatesAt < (first?.at ?? Number.POSITIVE_INFINITY)) first = { id, at: saturatesAt }
  }
  return first
}

/** Share of a flow's requests that are answered at once in this state: by paths whose parts are there, as far as these can carry them. */
export function servedShare(model: Model, flow: ModelFlow, solution: Solution, failed: readonly Failure[]): number {
  const users = flow.steps.reduce((most, step) => {
    const part = model.parts[step.part]
    return part && step.sync ? Math.max(most, usersLost(part, failed)) : most
  }, 0)
  let share = 0
  for (const { chance, calls } of solution.paths[flow.id] ?? []) {
    let carried = 1
    for (const { step, part, calls: count } of calls) {
      const at = solution.components[part.id]
      if (!step.sync || !at) continue
      // A cache that is gone or full is passed by.
      if (part.category === 'cache') continue
      const own = at.failed ? 0 : at.utilization > 1 ? 1 / at.utilization : 1
      carried = Math.min(carried, count < 1 ? 1 - count * (1 - own) : own)
    }
    share += chance * carried
  }
  return (1 - users) * share
}

function flowResult(
  model: Model,
  flow: ModelFlow,
  solution: Solution,
  failed: readonly Failure[],
  availability: number,
): FlowResult {
  const rate = flow.rate * solution.load
  const branches = branchesOf(solution.paths[flow.id] ?? [], solution)
  const at = (p: number) => (branches ? quantileOfMixture(branches, p) : null)
  const mean = branches ? branches.reduce((sum, b) => sum + b.chance * b.moments.mean, 0) : null
  const objectives = flow.objectives.map((objective): ObjectiveResult => {
    const value = objective.quality === 'availability' ? availability : at(objective.percentile / 100)
    const met = value !== null && (objective.quality === 'availability' ? value >= objective.target : value <= objective.target)
    return { ...objective, value, met }
  })
  return {
    rate,
    throughput: rate * servedShare(model, flow, solution, failed),
    mean,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    availability,
    downtime: downtimeBudget(availability, MONTH),
    objectives,
  }
}

/** Response times of the paths; undefined when a part that is waited for is full or gone. */
function branchesOf(paths: readonly Path[], solution: Solution): readonly Branch[] | undefined {
  const branches: Branch[] = []
  for (const { chance, calls } of paths) {
    let moments = NO_TIME
    for (const { step, part, calls: count } of calls) {
      if (!step.sync) continue
      const at = solution.components[part.id]
      if (at?.failed && part.category === 'cache') continue
      if (!at?.response) return undefined
      moments = addMoments(moments, count < 1 ? withChance(count, at.response) : longestOf(Math.ceil(count), at.response))
    }
    branches.push({ chance, moments })
  }
  return branches.length > 0 ? branches : undefined
}

export type Blast = {
  /** Share of all requests that are not answered. */
  readonly share: number
  /** The flows that lose any. */
  readonly flows: readonly string[]
  /** Share of users who cannot do something that they could: all of the cell that is gone, else as many as the worst flow loses. */
  readonly users: number
}

/** Of each flow, the share of its requests that is answered at a load with some parts gone; what cannot carry its load loses some, too. */
export function answeredShares(model: Model, load: number, failed: readonly Failure[]): Readonly<Record<string, number>> {
  const solution = solve(model, load, failed)
  return Object.fromEntries(model.flows.map(flow => [flow.id, servedShare(model, flow, solution, failed)]))
}

/** Of each flow, the share of its requests that is answered without a failure and is not with it. */
export function lossesOf(model: Model, failed: readonly Failure[], load = 1): Readonly<Record<string, number>> {
  const before = answeredShares(model, load, [])
  const after = answeredShares(model, load, failed)
  return Object.fromEntries(model.flows.map(({ id }) => [id, Math.max(0, (before[id] ?? 0) - (after[id] ?? 0))]))
}

/** What a failure takes with it: the share of requests that is no longer answered, all flows weighed by their rate, and of users. */
export function blastOf(model: Model, failed: readonly Failure[], load = 1): Blast {
  const losses = lossesOf(model, failed, load)
  let offered = 0
  let lost = 0
  let users = 0
  const flows: string[] = []
  for (const flow of model.flows) {
    const loss = losses[flow.id] ?? 0
    offered += flow.rate
    lost += flow.rate * loss
    users = Math.max(users, loss)
    if (loss > 1e-9) flows.push(flow.id)
  }
  return { share: offered > 0 ? lost / offered : 0, flows, users }
}
