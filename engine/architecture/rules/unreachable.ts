import { type GraphRule, nameOf } from '../graph-rule.ts'

/** Every component but a client is reached by a link or a flow. */
export const unreachable: GraphRule = {
  id: 'unreachable',
  title: 'Every component is reached from a client',
  check({ graph }) {
    const starts = [...graph.components.keys()].filter(id => graph.isKind(id, ['@client', 'scheduler', '@external']))
    if (starts.length === 0) return []
    const seen = new Set(starts)
    for (const id of seen) for (const link of graph.from(id)) seen.add(link.to)
    // A worker pulls: whoever calls something that is reached takes part, too.
    for (let before = -1; seen.size !== before; ) {
      before = seen.size
      for (const link of graph.links)
        if (seen.has(link.to) && graph.isKind(link.from, ['@processing', '@control', 'worker'])) seen.add(link.from)
      for (const link of graph.links) if (seen.has(link.from)) seen.add(link.to)
    }
    return [...graph.components.keys()]
      .filter(id => !seen.has(id))
      .map(id => ({
        parts: [id],
        message: `${nameOf(graph, id)} is reached from no client`,
        mend: `link something to ${nameOf(graph, id)}, or erase it`,
      }))
  },
}
