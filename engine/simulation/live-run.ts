import type { ComponentKind } from '../architecture/component-kinds.ts'
import { downtimeBudget } from '../formula/availability.ts'
import type { Quantity } from '../quantity/quantity.ts'
import { type CostLine, MONTH } from './cost.ts'
import { blastOf, type Evaluation, evaluate, firstFull, lossesOf, type ObjectiveResult } from './evaluate.ts'
import { type Failure, failuresOf, readFailure } from './failures.ts'
import { quantileOfMixture } from './gamma.ts'
import type { Model } from './model.ts'
import { breakingPoint, nemesis, reasons } from './questions.ts'
import { type ComponentResult, solve } from './solve.ts'
import { type Design, readerOf, toModel } from './to-model.ts'

/** What is to be run: a design, the multiple of its own load, and the failures by the names of `readFailure`. */
export type LiveQuestion = {
  readonly design: Design
  readonly kinds: readonly ComponentKind[]
  readonly given: Readonly<Record<string, Quantity>>
  readonly load: number
  readonly failures: readonly string[]
}

/** From here on a component is close to its limit: waiting grows steeply. */
export const TIGHT = 0.8

export type LiveComponent = {
  readonly id: string
  readonly name: string
  /** Where requests start: it is no machine of the design. */
  readonly client: boolean
  readonly state: 'gone' | 'full' | 'tight' | 'fine'
  /** Requests a second that reach it, and that it can serve (null: no limit of its own). */
  readonly offered: number
  readonly capacity: number | null
  readonly utilization: number
  readonly shortfall: number
  /** The multiple of the design's own load at which it is full; null: never. */
  readonly fullAt: number | null
  /** Seconds of one call, its waiting included; null when it is full or gone. */
  readonly p50: number | null
  readonly p99: number | null
  /** US dollars a month. */
  readonly month: number
}

/** What an availability objective allows, and what of it is left: seconds a month of 30 days; less than zero when it is overspent. */
export type ErrorBudget = { readonly target: number; readonly allowed: number; readonly left: number }

export type LiveFlow = {
  readonly id: string
  readonly name: string
  readonly offered: number
  readonly answered: number
  readonly p50: number | null
  readonly p95: number | null
  readonly p99: number | null
  readonly availability: number
  readonly downtime: number
  readonly budget: ErrorBudget | null
  readonly objectives: readonly ObjectiveResult[]
}

/** Something that does not hold, with the names that a person gave. */
export type Broken =
  | { readonly what: 'full'; readonly component: string; readonly name: string }
  | { readonly what: 'objective'; readonly flow: string; readonly objective: ObjectiveResult }

export type LiveBlast = {
  /** Share of all requests that it takes: what was answered before and is not with it. */
  readonly share: number
  /** Share of all requests that gets no answer at this load even without the failure: `share` comes on top. */
  readonly already: number
  /** Share of users who cannot do something that they could: as many as the worst flow loses. */
  readonly users: number
  readonly flows: readonly { readonly name: string; readonly share: number }[]
}

/** One answer for everything that a screen shows of a running design: no two of its figures come from different runs. */
export type LiveRun = {
  readonly load: number
  /** The failures that were tried, as they are called: "Postgres", "zone a". */
  readonly failed: readonly string[]
  readonly holds: boolean
  readonly broken: readonly Broken[]
  /** Share of all requests that get no answer. */
  readonly unanswered: number
  /** With the same failures: the load that it just holds (null: a thousand times, 0: none) and what breaks beyond it. */
  readonly limit: { readonly load: number | null; readonly breaks: readonly Broken[] }
  readonly slowest: { readonly flow: string; readonly p99: number } | null
  readonly unsteady: readonly string[]
  readonly components: readonly LiveComponent[]
  readonly flows: readonly LiveFlow[]
  readonly cost: {
    readonly month: number
    readonly perMillion: number | null
    readonly lines: readonly (CostLine & { readonly name: string })[]
  }
  readonly blast: LiveBlast | null
  readonly nemesis: (LiveBlast & { readonly failure: string; readonly name: string }) | null
  /** Every single failure that the design can have, and how it is called. */
  readonly choices: readonly { readonly failure: string; readonly name: string }[]
  /** What is left out, by the name of the flow or component. */
  readonly problems: readonly { readonly name: string; readonly message: string; readonly mend: string }[]
  readonly assumptions: readonly string[]
  readonly notModelled: readonly string[]
}

/** Runs a design as it is drawn. Pure; some ten milliseconds for sixty components, so that a page asks a worker. */
export function runLive({ design, kinds, given, load, failures }: LiveQuestion): LiveRun {
  const { components, flows } = design.architecture
  const names = new Map([...components, ...flows].map(part => [part.id, part.name || part.id]))
  return runModel(toModel(design, kinds, readerOf(design.worksheet, given)), load, failures, names)
}

/** Runs a model at a load and with failures by name; a failure that names nothing of the model is left out. */
export function runModel(
  model: Model,
  load: number,
  failures: readonly string[],
  names: ReadonlyMap<string, string> = new Map(),
): LiveRun {
  const choices = failuresOf(model).map(failure => ({ failure, name: failureName(model, failure) }))
  const chosen = choices.filter(c => failures.includes(c.failure))
  const failed = chosen.flatMap(({ failure }) => {
    const read = readFailure(failure, model)
    return read.ok ? [read.failure] : []
  })
  const evaluation = evaluate(model, load, failed)
  const flows = model.flows.map(flow => liveFlow(flow, evaluation))
  const offered = flows.reduce((sum, f) => sum + f.offered, 0)
  const answered = flows.reduce((sum, f) => sum + f.answered, 0)
  const steady = flows.flatMap(f => (f.p99 === null ? [] : [{ flow: f.name, p99: f.p99 }]))
  const worst = nemesis(model, load)
  return {
    load,
    failed: chosen.map(c => c.name),
    holds: evaluation.holds,
    broken: brokenOf(model, evaluation),
    unanswered: offered > 0 ? Math.max(0, 1 - answered / offered) : 0,
    limit: limitOf(model, failed),
    slowest: steady.reduce<(typeof steady)[number] | null>((most, f) => (most && most.p99 >= f.p99 ? most : f), null),
    unsteady: flows.flatMap(f => (f.p99 === null ? [f.name] : [])),
    components: Object.values(model.parts).map(({ id }) => liveComponent(model, id, evaluation)),
    flows,
    cost: {
      month: evaluation.cost.month,
      perMillion: evaluation.cost.perMillion,
      lines: evaluation.cost.lines
        .map(line => ({ ...line, name: nameOf(model, line.component) }))
        .toSorted((a, b) => b.month - a.month),
    },
    blast: failed.length > 0 ? liveBlast(model, failed, load) : null,
    nemesis: worst ? { ...nemesisBlast(model, worst.failure, load), ...called(choices, worst.failure) } : null,
    choices,
    problems: evaluation.problems.map(({ part, message, mend }) => ({ name: names.get(part) ?? part, message, mend })),
    assumptions: evaluation.assumptions,
    notModelled: evaluation.notModelled,
  }
}

const nameOf = (model: Model, id: string) => model.parts[id]?.name ?? id

function failureName(model: Model, failure: string): string {
  const [scope = '', name = ''] = failure.split(':')
  if (scope === 'component') return nameOf(model, name)
  return scope === 'cell' ? 'one cell' : `${scope} ${name}`
}

const called = (choices: LiveRun['choices'], failure: string) => ({
  failure,
  name: choices.find(c => c.failure === failure)?.name ?? failure,
})

function liveComponent(model: Model, id: string, { components, cost }: Evaluation): LiveComponent {
  const part = model.parts[id]
  const at = components[id]
  return {
    id,
    name: nameOf(model, id),
    client: part?.category === 'client',
    state: stateOf(at),
    offered: at?.arrivalRate ?? 0,
    capacity: at?.capacity ?? null,
    utilization: at?.utilization ?? 0,
    shortfall: at?.shortfall ?? 0,
    fullAt: at?.saturatesAt ?? null,
    p50: callTime(at, 0.5),
    p99: callTime(at, 0.99),
    month: cost.lines.reduce((sum, line) => (line.component === id ? sum + line.month : sum), 0),
  }
}

function stateOf(at: ComponentResult | undefined): LiveComponent['state'] {
  if (!at || at.failed) return 'gone'
  if (at.saturated) return 'full'
  return at.utilization > TIGHT ? 'tight' : 'fine'
}

/** The time below which a share `p` of the calls of a component lies; null when there is no steady state. */
const callTime = (at: ComponentResult | undefined, p: number) =>
  at?.response ? quantileOfMixture([{ chance: 1, moments: at.response }], p) : null

function liveFlow({ id, name }: Model['flows'][number], { flows }: Evaluation): LiveFlow {
  const at = flows[id]
  const wanted = (at?.objectives ?? []).filter(o => o.quality === 'availability').map(o => o.target)
  // The strictest of several is the one whose budget runs out.
  const target = wanted.length > 0 ? Math.max(...wanted) : undefined
  const downtime = at?.downtime ?? 0
  const allowed = target === undefined ? 0 : downtimeBudget(target, MONTH)
  return {
    id,
    name,
    offered: at?.rate ?? 0,
    answered: at?.throughput ?? 0,
    p50: at?.p50 ?? null,
    p95: at?.p95 ?? null,
    p99: at?.p99 ?? null,
    availability: at?.availability ?? 0,
    downtime,
    budget: target === undefined ? null : { target, allowed, left: allowed - downtime },
    objectives: at?.objectives ?? [],
  }
}

function brokenOf(model: Model, evaluation: Evaluation): readonly Broken[] {
  const found = new Set(reasons(evaluation))
  return [
    ...Object.keys(evaluation.components).flatMap((id): Broken[] =>
      found.has(id) ? [{ what: 'full', component: id, name: nameOf(model, id) }] : [],
    ),
    ...model.flows.flatMap(flow =>
      (evaluation.flows[flow.id]?.objectives ?? []).flatMap((objective): Broken[] =>
        objective.met ? [] : [{ what: 'objective', flow: flow.name, objective }],
      ),
    ),
  ]
}

/** The load it just holds. Where a component is what breaks, its own figure: the search stops within a thousandth of it. */
function limitOf(model: Model, failed: readonly Failure[]): LiveRun['limit'] {
  const { load } = breakingPoint(model, failed)
  if (load === null) return { load, breaks: [] }
  const full = firstFull(solve(model, 1, failed))?.at
  const beyond = Math.max(load, 1e-3) * 1.001
  const snapped = full !== undefined && full > load && full <= beyond * 1.0001 ? full : load
  return { load: snapped, breaks: brokenOf(model, evaluate(model, Math.max(beyond, snapped), failed)) }
}

function liveBlast(model: Model, failed: readonly Failure[], load: number): LiveBlast {
  const { share, users } = blastOf(model, failed, load)
  const losses = lossesOf(model, failed, load)
  const flows = model.flows.flatMap(({ id, name }) => {
    const loss = losses[id] ?? 0
    return loss > 1e-9 ? [{ name, share: loss }] : []
  })
  const before = evaluate(model, load)
  const offered = model.flows.reduce((sum, flow) => sum + flow.rate * load, 0)
  const answered = Object.values(before.flows).reduce((sum, flow) => sum + flow.throughput, 0)
  const already = offered > 0 ? Math.max(0, 1 - answered / offered) : 0
  return { share, already, users, flows }
}

function nemesisBlast(model: Model, failure: string, load: number): LiveBlast {
  const read = readFailure(failure, model)
  return liveBlast(model, read.ok ? [read.failure] : [], load)
}
