import { findPath, type Graph, isAsync, linksOfFlow } from '../../../architecture/graph.ts'
import type { Context } from '../../context.ts'
import { type Evidence, type Finding, met, missed, partly } from '../../criterion.ts'
import type { CriterionOf } from '../../rubric.ts'

type Check = CriterionOf<'topology'>['check']
type CheckOf<K extends Check['is']> = Extract<Check, { is: K }>

/** Looks at kinds, direction and paths of the drawn graph; never at a label. */
export function scoreTopology(criterion: CriterionOf<'topology'>, { graph }: Pick<Context, 'graph'>): Finding {
  const { check } = criterion
  if (graph.components.size === 0) return missed('No component is drawn yet.')
  if (check.is === 'flow-passes') return flowPasses(graph, check)
  if (check.is === 'path') return path(graph, check)
  if (check.is === 'off-path') return offPath(graph, check)
  if (check.is === 'no-single-point') return noSinglePoint(graph, check)
  return flowsLinked(graph, check)
}

const toEvidence = (graph: Graph, ids: readonly string[]): Evidence[] =>
  ids.map(id => ({ at: `/architecture/components/${id}`, text: graph.components.get(id)?.name || id }))

/** Kinds as the workspace calls them; `@store` is any of the category. */
const kindWords = (graph: Graph, kinds: readonly string[]) =>
  kinds.map(id => (id.startsWith('@') ? `any ${id.slice(1)} part` : (graph.kinds.get(id)?.label ?? id))).join(' or ')

/** How many of the stages a route passes, in order. */
function stagesPassed(graph: Graph, route: readonly string[], stages: readonly (readonly string[])[]): number {
  let stage = 0
  for (const id of route) {
    const wanted = stages[stage]
    if (wanted && graph.isKind(id, wanted)) stage += 1
  }
  return stage
}

function flowPasses(graph: Graph, { stages }: CheckOf<'flow-passes'>): Finding {
  if (graph.flows.length === 0) return missed('No flow is routed through the components.')
  const passed = graph.flows.map(flow => ({
    flow,
    linked: linksOfFlow(graph, flow) !== undefined,
    stages: stagesPassed(graph, flow.route, stages),
  }))
  const best = passed.toSorted((a, b) => Number(b.linked) - Number(a.linked) || b.stages - a.stages)[0]
  if (!best) return missed('No flow is routed through the components.')
  const where = [{ at: `/architecture/flows/${best.flow.id}`, text: best.flow.route.join(' > ') }]
  if (best.stages === stages.length && best.linked) return met('A flow passes all of it, linked all the way.', where)
  if (best.stages === stages.length)
    return missed('The route is typed, but not every step of it is linked in that direction, so nothing flows.', where)
  const lacking = kindWords(graph, stages[best.stages] ?? [])
  return missed(`The best flow lacks this at its place: ${lacking}.`, where)
}

function path(graph: Graph, { from, to, avoiding }: CheckOf<'path'>): Finding {
  const found = findPath(graph, from, to, { avoiding })
  return found
    ? met('There is a directed path.', toEvidence(graph, found))
    : missed(`No directed path leads from ${kindWords(graph, from)} to ${kindWords(graph, to)}.`)
}

function offPath(graph: Graph, { kinds, path: sources }: CheckOf<'off-path'>): Finding {
  const wanted = [...graph.components.keys()].filter(id => graph.isKind(id, kinds))
  if (wanted.length === 0) return missed(`Not drawn: ${kindWords(graph, kinds)}.`)
  const reached = graph.links.filter(l => wanted.includes(l.to) && graph.isKind(l.from, sources))
  const blocking = reached.filter(l => !isAsync(l))
  if (blocking.length > 0)
    return missed(
      'It is called synchronously, so every request waits for it.',
      toEvidence(
        graph,
        blocking.map(l => l.to),
      ),
    )
  if (reached.length === 0) return missed(`No link leads to it from ${kindWords(graph, sources)}.`, toEvidence(graph, wanted))
  return met(
    'It is fed asynchronously; no request waits for it.',
    toEvidence(
      graph,
      reached.map(l => l.to),
    ),
  )
}

function noSinglePoint(graph: Graph, { ignoring }: CheckOf<'no-single-point'>): Finding {
  const onFlows = [...new Set(graph.flows.flatMap(f => f.route))].filter(
    id => !graph.isKind(id, ['@client', '@external', ...ignoring]),
  )
  if (onFlows.length < 2) return missed('No flow is routed through the components, so nothing shows what it depends on.')
  const single = onFlows.filter(id => {
    const component = graph.components.get(id)
    const managed = graph.kinds.get(component?.kind ?? '')?.managed ?? false
    return !managed && Math.max(component?.replicas ?? 1, component?.zones ?? 1, component?.regions ?? 1) < 2
  })
  if (single.length === 0)
    return met('Every component on a flow has a second replica, zone or region.', toEvidence(graph, onFlows).slice(0, 5))
  const share = single.length / onFlows.length
  const reason = `Each of these stands alone on a flow: ${single.map(id => graph.components.get(id)?.name || id).join(', ')}.`
  return share <= 0.25 ? partly(reason, toEvidence(graph, single)) : missed(reason, toEvidence(graph, single))
}

function flowsLinked(graph: Graph, { min }: CheckOf<'flows-linked'>): Finding {
  const linked = graph.flows.filter(flow => linksOfFlow(graph, flow) !== undefined)
  const evidence = linked.map(flow => ({ at: `/architecture/flows/${flow.id}`, text: flow.route.join(' > ') }))
  if (linked.length >= min) return met(`${linked.length} flows are linked all the way.`, evidence)
  return linked.length > 0
    ? partly(`${linked.length} of ${min} flows are linked all the way.`, evidence)
    : missed('No flow is linked all the way in its direction.')
}
