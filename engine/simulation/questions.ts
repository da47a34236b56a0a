import { machinesOf } from './cost.ts'
import { type Blast, blastOf, type Evaluation, evaluate, firstFull } from './evaluate.ts'
import { type Failure, failuresOf, readFailure } from './failures.ts'
import type { Model, ModelFlow, Step } from './model.ts'
import { withParts } from './model.ts'
import { solve } from './solve.ts'

/** The component that is full first as the load grows, and its share in use now; undefined when nothing has a limit. */
export function bottleneck(model: Model, load = 1): { readonly component: string; readonly utilization: number } | undefined {
  const solution = solve(model, load, [])
  const first = firstFull(solution)
  return first && { component: first.id, utilization: solution.components[first.id]?.utilization ?? 0 }
}

export type BreakingPoint = {
  /** The multiple of the given load up to which the design holds; null when it holds at a thousand times. */
  readonly load: number | null
  /** What breaks there: a component that is full, or an objective (`requirement of flow`) that is missed. */
  readonly breaks: readonly string[]
}

const MOST = 1000
const LEAST = 1 / 1000

/**
 * The load at which the design first fails, an objective or a component, by binary search to a thousandth of itself, with what `failed`
 * gone throughout. A design that fails at a thousandth of its load has the breaking point 0.
 */
export function breakingPoint(model: Model, failed: readonly Failure[] = []): BreakingPoint {
  const at = (load: number) => evaluate(model, load, failed)
  if (at(MOST).holds) return { load: null, breaks: [] }
  const least = at(LEAST)
  if (!least.holds) return { load: 0, breaks: reasons(least) }
  let holds = LEAST
  let fails = MOST
  while (fails / holds > 1.001) {
    const middle = Math.sqrt(holds * fails)
    if (at(middle).holds) holds = middle
    else fails = middle
  }
  return { load: holds, breaks: reasons(at(fails)) }
}

/** What of an evaluation does not hold: ids of full components, and missed objectives as `requirement of flow`. */
export function reasons({ components, flows }: Evaluation): readonly string[] {
  return [
    ...Object.entries(components).flatMap(([id, c]) => (c.saturated ? [id] : [])),
    ...Object.entries(flows).flatMap(([id, flow]) => flow.objectives.filter(o => !o.met).map(o => `${o.id} of ${id}`)),
  ]
}

export type Nemesis = Blast & { readonly failure: string }

/** The single failure that hurts this design most, by the share of requests lost; the narrowest one of equals. Undefined when none hurts. */
export function nemesis(model: Model, load = 1): Nemesis | undefined {
  let worst: Nemesis | undefined
  for (const failure of failuresOf(model)) {
    const read = readFailure(failure, model)
    if (!read.ok) continue
    const blast = blastOf(model, [read.failure], load)
    if (blast.share > (worst?.share ?? 1e-9) + 1e-9) worst = { failure, ...blast }
  }
  return worst
}

export type Ablation = {
  readonly component: string
  /** Without it no objective fares worse past its target, nothing fuller past its limit, and no flow breaks: it buys nothing that is measured. */
  readonly buysNothing: boolean
  /** What fails without it that does not fail with it, or fails by less. */
  readonly lost: readonly string[]
  /** US dollars a month that it would save; negative when the rest costs more without it. */
  readonly saves: number
}

/** What each component buys: the design without it, its callers calling what it called. Components that requests start at are kept. */
export function ablate(model: Model, load = 1): readonly Ablation[] {
  const whole = evaluate(model, load)
  const before = missesOf(whole)
  const starts = new Set(model.flows.map(flow => flow.steps[0]?.part))
  return Object.keys(model.parts)
    .filter(id => !starts.has(id))
    .map(id => {
      const without = evaluate(withoutPart(model, id), load)
      const last = model.flows.flatMap(flow => (endsAt(flow, id) ? [`${flow.id} ends at ${id}`] : []))
      const worse = [...missesOf(without)].filter(([reason, by]) => by > (before.get(reason) ?? 0) * 1.001)
      const lost = [...worse.map(([reason]) => reason), ...last]
      return { component: id, buysNothing: lost.length === 0, lost, saves: whole.cost.month - without.cost.month }
    })
}

/** What does not hold, as `reasons` has it, and by how much: the share in use, the time, or the share of time that it is down. */
function missesOf({ components, flows }: Evaluation): ReadonlyMap<string, number> {
  const full = Object.entries(components).flatMap(([id, c]) => (c.saturated ? [[id, c.utilization] as const] : []))
  const missed = Object.entries(flows).flatMap(([id, flow]) =>
    flow.objectives
      .filter(o => !o.met)
      .map(({ id: objective, quality, value }) => {
        const by = value === null ? Number.POSITIVE_INFINITY : quality === 'availability' ? 1 - value : value
        return [`${objective} of ${id}`, by] as const
      }),
  )
  return new Map([...full, ...missed])
}

/** The flow does what it is for at this part: nothing comes after it, or it keeps what is written. */
const endsAt = (flow: ModelFlow, id: string) => {
  const waited = flow.steps.filter(step => step.sync)
  return waited.at(-1)?.part === id || flow.steps.some((step, i) => !step.sync && step.part === id && isLeaf(flow, i))
}

const isLeaf = (flow: ModelFlow, index: number) => !flow.steps.some(step => step.parent === index)

/** The model without a part: what it called is called by its caller, as often. */
export function withoutPart(model: Model, id: string): Model {
  const parts = Object.fromEntries(Object.entries(model.parts).filter(([other]) => other !== id))
  return { ...model, parts, flows: model.flows.map(flow => ({ ...flow, steps: bypass(flow.steps, id) })) }
}

function bypass(steps: readonly Step[], id: string): readonly Step[] {
  const places = new Map<number, number>([[-1, -1]])
  const kept: Step[] = []
  for (const [i, step] of steps.entries()) {
    const parent = places.get(step.parent) ?? -1
    if (step.part === id) {
      places.set(i, parent)
      continue
    }
    const above = steps[step.parent]
    const calls = above?.part === id ? step.calls * above.calls : step.calls
    places.set(i, kept.length)
    kept.push({ ...step, parent, calls })
  }
  return kept
}

export type Comparison = {
  readonly a: Evaluation
  readonly b: Evaluation
  /** The figures in which they differ, b against a: flows of both by id, then the whole. */
  readonly rows: readonly { readonly what: string; readonly a: number | null; readonly b: number | null }[]
}

/** Two designs at the same load, side by side. Rows are of flows that both have, of saturation and of cost. */
export function compare(first: Model, second: Model, load = 1): Comparison {
  const a = evaluate(first, load)
  const b = evaluate(second, load)
  const rows = Object.keys(a.flows).flatMap(id => {
    const x = a.flows[id]
    const y = b.flows[id]
    if (!x || !y) return []
    return [
      { what: `${id} p99`, a: x.p99, b: y.p99 },
      { what: `${id} availability`, a: x.availability, b: y.availability },
      { what: `${id} throughput`, a: x.throughput, b: y.throughput },
    ]
  })
  const whole = [
    { what: 'saturatesAt', a: a.saturatesAt, b: b.saturatesAt },
    { what: 'cost a month', a: a.cost.month, b: b.cost.month },
    { what: 'breaking point', a: breakingPoint(first).load, b: breakingPoint(second).load },
  ]
  return { a, b, rows: [...rows, ...whole] }
}

export type Cheapest =
  | { readonly ok: true; readonly replicas: Readonly<Record<string, number>>; readonly month: number; readonly machines: number }
  | { readonly ok: false; readonly message: string; readonly reasons: readonly string[] }

/** Most replicas of one component that are tried. */
const MOST_REPLICAS = 100_000

/**
 * The fewest replicas that still meet every objective at a load. First as many as each load needs; while an objective is missed, one more
 * where it helps the missed ones most for its price; at last each that can go, goes. Primaries and services without a limit stay as they
 * are. The result is a local minimum: taking any one replica away misses an objective.
 */
export function cheapest(model: Model, load = 1): Cheapest {
  const solved = solve(model, load, [])
  const free = Object.values(model.parts).filter(
    part => (part.scaling === 'replicas' || part.scaling === 'pulled') && !part.managed && part.capacity !== undefined,
  )
  const replicas: Record<string, number> = {}
  for (const part of free) {
    const rate = (solved.components[part.id]?.arrivalRate ?? 0) / part.cells
    const needed = Math.floor(rate / (part.capacity ?? 1)) + 1
    if (needed > MOST_REPLICAS) return { ok: false, message: `${part.id} would need ${needed} replicas.`, reasons: [part.id] }
    replicas[part.id] = needed
  }
  const at = (counts: Readonly<Record<string, number>>) =>
    evaluate(withParts(model, Object.fromEntries(Object.entries(counts).map(([id, n]) => [id, { replicas: n }]))), load)
  for (let step = 0; step < 60 && !at(replicas).holds; step++) {
    const best = bestOf(
      free.map(part => part.id),
      replicas,
      at,
    )
    if (!best) break
    replicas[best] = grown(replicas[best] ?? 1)
  }
  const found = at(replicas)
  if (!found.holds) {
    const why = reasons(found)
    return { ok: false, message: `No number of replicas meets ${why.join(', ') || 'every objective'}.`, reasons: why }
  }
  for (const { id } of free) {
    for (let n = (replicas[id] ?? 1) - 1; n >= 1 && at({ ...replicas, [id]: n }).holds; n--) replicas[id] = n
  }
  const best = withParts(model, Object.fromEntries(Object.entries(replicas).map(([id, n]) => [id, { replicas: n }])))
  const machines = free.reduce((sum, part) => sum + machinesOf(best.parts[part.id] ?? part), 0)
  return { ok: true, replicas, month: at(replicas).cost.month, machines }
}

/** One more, or a tenth more of many. */
const grown = (count: number) => count + Math.max(1, Math.floor(count / 10))

/** The component of which more replicas lessen most, for each dollar, by how far objectives are missed. */
function bestOf(
  ids: readonly string[],
  replicas: Readonly<Record<string, number>>,
  at: (counts: Readonly<Record<string, number>>) => Evaluation,
): string | undefined {
  const now = missBy(at(replicas))
  const cost = at(replicas).cost.month
  let best: { id: string; gain: number } | undefined
  for (const id of ids) {
    const more = at({ ...replicas, [id]: grown(replicas[id] ?? 1) })
    const gain = (now - missBy(more)) / Math.max(1, more.cost.month - cost)
    if (gain > (best?.gain ?? 1e-12)) best = { id, gain }
  }
  return best?.id
}

/** How far the objectives are missed: time over its target, and unavailability over what is allowed, as logarithms. 0 when all are met. */
function missBy({ flows, components }: Evaluation): number {
  const full = Object.values(components).reduce((sum, c) => sum + (c.saturated ? 10 + c.utilization : 0), 0)
  const missed = Object.values(flows).flatMap(flow =>
    flow.objectives.map(({ quality, value, target, met }) => {
      if (met) return 0
      if (value === null) return 10
      const [is, may] = quality === 'availability' ? [1 - value, Math.max(1e-9, 1 - target)] : [value, Math.max(1e-9, target)]
      return Math.max(1e-9, Math.log(is / may))
    }),
  )
  return missed.reduce((sum, by) => sum + by, full)
}

export type MigrationStep = {
  readonly step: number
  readonly holds: boolean
  readonly fails: readonly string[]
  readonly month: number
}

/** Each step of a migration, as the design that it leaves behind: whether it still holds at a load, what fails if not, and its cost in US dollars a month. */
export function migrate(steps: readonly Model[], load = 1): readonly MigrationStep[] {
  return steps.map((model, step) => {
    const found = evaluate(model, load)
    return { step, holds: found.holds, fails: reasons(found), month: found.cost.month }
  })
}
