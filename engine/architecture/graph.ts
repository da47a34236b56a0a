import type { Component, Flow, Link, Submission } from '../design/submission.ts'
import type { ComponentKind } from './component-kinds.ts'
import { isKind } from './kind-of-name.ts'

/** The drawn design, indexed. Only links and routes between components that exist are in it. */
export type Graph = {
  readonly components: ReadonlyMap<string, Component>
  readonly kinds: ReadonlyMap<string, ComponentKind>
  readonly links: readonly Link[]
  readonly flows: readonly Flow[]
  readonly from: (id: string) => readonly Link[]
  readonly isKind: (id: string, wanted: readonly string[]) => boolean
}

/** Builds the graph of a submission. Links and flows that name a missing component are left out (a consistency rule reports them). */
export function toGraph(architecture: Submission['architecture'], kinds: readonly ComponentKind[]): Graph {
  const components = new Map(architecture.components.map(c => [c.id, c]))
  const byId = new Map(kinds.map(k => [k.id, k]))
  const links = architecture.links.filter(l => components.has(l.from) && components.has(l.to))
  const outgoing = groupLinks(links)
  return {
    components,
    kinds: byId,
    links,
    flows: architecture.flows.filter(f => f.route.length > 0 && f.route.every(id => components.has(id))),
    from: id => outgoing.get(id) ?? [],
    isKind: (id, wanted) => isKind(byId.get(components.get(id)?.kind ?? ''), wanted),
  }
}

function groupLinks(links: readonly Link[]): ReadonlyMap<string, readonly Link[]> {
  const groups = new Map<string, Link[]>()
  for (const link of links) {
    const group = groups.get(link.from)
    if (group) group.push(link)
    else groups.set(link.from, [link])
  }
  return groups
}

/** An unset mode is synchronous: that is what a plain arrow means. */
export const isAsync = (link: Link) => link.mode === 'async'

/** The link between two neighbours of a route, in the direction of the route. */
export const linkBetween = (graph: Graph, from: string, to: string): Link | undefined => graph.from(from).find(l => l.to === to)

/**
 * The links of a flow in order, or undefined where it is not linked all the way. A route lists components in the order in which a
 * request first reaches them, so each must be reached by a link from one already passed (a service asks the cache, then the store).
 */
export function linksOfFlow(graph: Graph, flow: Flow): readonly Link[] | undefined {
  const links: Link[] = []
  for (let i = 1; i < flow.route.length; i += 1) {
    const to = flow.route[i]
    const passed = flow.route.slice(0, i).toReversed()
    const link = passed.map(from => (to ? linkBetween(graph, from, to) : undefined)).find(found => found !== undefined)
    if (!link) return undefined
    links.push(link)
  }
  return flow.route.length > 1 ? links : undefined
}

/** A shortest directed path between components of the given kinds that passes none of `avoiding`; undefined when there is none. */
export function findPath(
  graph: Graph,
  from: readonly string[],
  to: readonly string[],
  options: { readonly avoiding?: readonly string[]; readonly through?: (link: Link) => boolean } = {},
): readonly string[] | undefined {
  const { avoiding = [], through = () => true } = options
  const queue = [...graph.components.keys()].filter(id => graph.isKind(id, from)).map(id => [id])
  const seen = new Set(queue.map(path => path[0]))
  for (let path = queue.shift(); path; path = queue.shift()) {
    const last = path.at(-1) ?? ''
    if (path.length > 1 && graph.isKind(last, to)) return path
    for (const link of graph.from(last)) {
      if (seen.has(link.to) || !through(link) || graph.isKind(link.to, avoiding)) continue
      seen.add(link.to)
      queue.push([...path, link.to])
    }
  }
  return undefined
}
