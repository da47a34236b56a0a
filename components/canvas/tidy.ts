import { Graph, layout } from '@dagrejs/dagre'
import type { Submission } from '#engine/design/submission.ts'
import { box, columnsFor, intoBands, type Places } from './places.ts'

/** Places every component so that few lines cross, in bands. The library is fetched when it is first asked for. */
export function tidy({ components, links }: Submission['architecture']): Places {
  const graph = new Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: 20, ranksep: 44 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { id } of components) graph.setNode(id, { width: box.width, height: box.tall })
  const known = new Set(components.map(c => c.id))
  for (const { from, to } of links) if (known.has(from) && known.has(to) && from !== to) graph.setEdge(from, to)
  layout(graph)
  const ranks = new Map<number, string[]>()
  for (const { id } of components) {
    const x = Math.round(graph.node(id).x)
    ranks.set(x, [...(ranks.get(x) ?? []), id])
  }
  const columns = [...ranks].sort(([a], [b]) => a - b).map(([, ids]) => ids)
  return intoBands(columns, columnsFor(components.length), band =>
    Object.fromEntries(band.flat().map(id => [id, graph.node(id).y])),
  )
}
