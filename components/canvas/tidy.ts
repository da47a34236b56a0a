import { Graph, layout } from '@dagrejs/dagre'
import type { Submission } from '#engine/design/submission.ts'
import { box, type Places } from './places.ts'

/** Places every component so that few lines cross. The library is fetched when it is first asked for. */
export function tidy({ components, links }: Submission['architecture']): Places {
  const graph = new Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: 34, ranksep: 48 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { id } of components) graph.setNode(id, { width: box.width, height: box.height })
  const known = new Set(components.map(c => c.id))
  for (const { from, to } of links) if (known.has(from) && known.has(to) && from !== to) graph.setEdge(from, to)
  layout(graph)
  return Object.fromEntries(
    components.map(({ id }) => {
      const { x, y } = graph.node(id)
      return [id, { x: Math.round(x - box.width / 2), y: Math.round(y - box.height / 2) }]
    }),
  )
}
