import type { ComponentKind } from '../architecture/component-kinds.ts'
import { type Graph, isAsync, linksOfFlow, toGraph } from '../architecture/graph.ts'
import { limits } from '../design/limits.ts'
import type { Flow, Link, Submission } from '../design/submission.ts'
import { COUNT, RATE, TIME } from '../quantity/dimension.ts'
import type { Quantity } from '../quantity/quantity.ts'
import { evaluateExpression, evaluateWorksheet } from '../worksheet/worksheet.ts'
import { assumptionsOf } from './assumptions.ts'
import type { CallPolicy, Model, ModelFlow, ModelProblem, Objective, Override, Part, Step } from './model.ts'
import { type Read, readAs } from './read-figure.ts'
import { readPolicy } from './read-mechanisms.ts'
import { readPart } from './read-part.ts'

export type Design = Pick<Submission, 'architecture' | 'data' | 'requirements' | 'worksheet'>

/** Reads expressions with the names of the design's worksheet, and of `given`, in scope. */
export function readerOf(worksheet: string, given: Readonly<Record<string, Quantity>> = {}): Read {
  const scope: Record<string, Quantity> = { ...given }
  for (const [name, value] of evaluateWorksheet(worksheet, { given }).values) scope[name] = value.quantity
  return text => {
    const result = evaluateExpression(text, { given: scope })
    return result.ok ? result.value.quantity : undefined
  }
}

/**
 * Makes a design ready to be run. What cannot be run (a flow through a part that is gone, a rate of zero, a circle of calls) is left
 * out and told in `problems`; the rest runs. `read` reads the design's expressions; by default with its own worksheet in scope.
 */
export function toModel(design: Design, kinds: readonly ComponentKind[], read: Read = readerOf(design.worksheet)): Model {
  const problems: ModelProblem[] = []
  const overrides: Override[] = []
  const { components } = design.architecture
  if (components.length > limits.components) {
    const message = `The design has ${components.length} components; at most ${limits.components} can be run.`
    return {
      parts: {},
      flows: [],
      problems: [{ part: '', message, mend: 'Draw alike ones as one with replicas.' }],
      overrides,
      assumptions: [],
    }
  }
  const graph = toGraph(design.architecture, kinds)
  const parts: Record<string, Part> = {}
  const policies = new Map<string, CallPolicy>()
  for (const component of components) {
    const store = design.data.find(s => s.component === component.id)
    const part = readPart(component, graph.kinds.get(component.kind), store, read, { problems, overrides })
    if (part) parts[component.id] = part
    const policy = readPolicy(component, read, { problems, overrides })
    if (policy) policies.set(component.id, policy)
    if (component.replicas === 0) {
      problems.push({ part: component.id, message: 'has 0 replicas: it answers nothing.', mend: 'Give it one, or remove it.' })
    }
  }
  const explicit = new Set(graph.flows.flatMap(flow => linksOfFlow(graph, flow) ?? []))
  const flows = design.architecture.flows.flatMap(flow => {
    const found = readFlow(flow, graph, { parts, policies }, explicit, read)
    if (!('steps' in found)) {
      problems.push(found)
      return []
    }
    return [{ ...found, objectives: objectivesOf(flow, design.requirements.nonFunctional, read) }]
  })
  if (design.architecture.flows.length === 0) {
    problems.push({
      part: '',
      message: 'The design has no flow: nothing runs through it.',
      mend: 'Add a flow with a route and a rate.',
    })
  }
  return { parts, flows, problems, overrides, assumptions: assumptionsOf(parts, flows, overrides) }
}

type Known = { readonly parts: Readonly<Record<string, Part>>; readonly policies: ReadonlyMap<string, CallPolicy> }

function readFlow(
  flow: Flow,
  graph: Graph,
  { parts, policies }: Known,
  explicit: ReadonlySet<Link>,
  read: Read,
): Omit<ModelFlow, 'objectives'> | ModelProblem {
  const refuse = (message: string, mend: string): ModelProblem => ({ part: flow.id, message, mend })
  if (flow.route.length === 0) return refuse('The flow has no route.', 'List the components that it passes, in order.')
  const gone = flow.route.find(id => !graph.components.has(id))
  if (gone !== undefined) {
    return refuse(`The flow passes "${gone}", which is not in the design.`, 'Put it back, or take it out of the route.')
  }
  const unknown = flow.route.find(id => !parts[id])
  if (unknown !== undefined) return refuse(`The flow passes "${unknown}", which has no known kind.`, `Give "${unknown}" a kind.`)
  const circle = circleOf(graph, flow.route)
  if (circle) {
    const message = `The calls of the flow go in a circle: ${circle.join(' -> ')}.`
    return refuse(message, `Make one of its links asynchronous, or remove it.`)
  }
  const rate = readAs(read, flow.rate, RATE)
  if (rate === undefined) return refuse(`The rate "${flow.rate}" is no rate.`, 'Write requests a second, such as 100 /s.')
  if (!(rate > 0)) return refuse(`The rate is ${rate} /s.`, 'A flow needs a rate above zero.')
  const links = flow.route.length === 1 ? [] : linksOfFlow(graph, flow)
  if (!links) {
    const lost = flow.route.find(
      (id, i) => i > 0 && !flow.route.slice(0, i).some(from => graph.from(from).some(l => l.to === id)),
    )
    return refuse(`No link of the flow leads to "${lost ?? ''}".`, 'Draw a link to it from a component that the flow has passed.')
  }
  return {
    id: flow.id,
    name: flow.name || flow.id,
    rate,
    steps: stepsOf(flow.route[0] ?? '', links, graph, { parts, policies }, explicit, read),
  }
}

function stepsOf(
  first: string,
  links: readonly Link[],
  graph: Graph,
  { parts, policies }: Known,
  explicit: ReadonlySet<Link>,
  read: Read,
): readonly Step[] {
  const steps: Step[] = [{ part: first, parent: -1, calls: 1, sync: true, timeout: null, retries: 0 }]
  const seen = new Set([first])
  const add = (link: Link, sync: boolean) => {
    const parent = steps.findLastIndex(step => step.part === link.from)
    const waits = sync && (steps[parent]?.sync ?? true)
    const timeout = readAs(read, link.timeout, TIME)
    const policy = waits ? policies.get(link.from) : undefined
    steps.push({
      part: link.to,
      parent,
      calls: link.callsPerRequest ?? 1,
      sync: waits,
      timeout: timeout !== undefined && timeout > 0 ? timeout : null,
      retries: link.retries ?? 0,
      ...(policy ? { policy } : {}),
    })
    seen.add(link.to)
  }
  for (const link of links) add(link, !isAsync(link))
  // What is set off on the way and nobody waits for: asynchronous links that no flow names, and all that follows from them.
  const waiting = steps.flatMap(step => graph.from(step.part).filter(isAsync))
  for (let link = waiting.shift(); link; link = waiting.shift()) {
    if (seen.has(link.to) || explicit.has(link) || !parts[link.to]) continue
    add(link, false)
    waiting.push(...graph.from(link.to))
  }
  return steps
}

/** A circle of synchronous links among the components of a route, as ids with the first repeated at the end. */
function circleOf(graph: Graph, route: readonly string[]): readonly string[] | undefined {
  const twice = route.find((id, i) => route.indexOf(id) !== i)
  if (twice !== undefined) return [twice, ...route.slice(route.indexOf(twice) + 1, route.lastIndexOf(twice)), twice]
  const within = new Set(route)
  const done = new Set<string>()
  const visit = (id: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id]
    if (done.has(id)) return undefined
    for (const link of graph.from(id)) {
      if (isAsync(link) || !within.has(link.to)) continue
      const found = visit(link.to, [...path, id])
      if (found) return found
    }
    done.add(id)
    return undefined
  }
  for (const id of route) {
    const found = visit(id, [])
    if (found) return found
  }
  return undefined
}

function objectivesOf(flow: Flow, wanted: Submission['requirements']['nonFunctional'], read: Read): readonly Objective[] {
  return wanted.flatMap(({ id, quality, percentile, target, flow: about }): readonly Objective[] => {
    const named = flow.objective === id
    // A requirement of no flow holds for all of them, unless a flow picks it as its own.
    if (!named && about !== flow.id && about !== '') return []
    if (quality === 'latency') {
      const seconds = readAs(read, target, TIME)
      return seconds === undefined ? [] : [{ id, quality, percentile: percentile ?? 99, target: seconds }]
    }
    if (quality !== 'availability') return []
    const share = readAs(read, target, COUNT)
    return share === undefined || share > 1 ? [] : [{ id, quality, percentile: 0, target: share }]
  })
}
