import { isAsync } from '../graph.ts'
import { type GraphRule, nameOf } from '../graph-rule.ts'

/** Synchronous calls never lead back to where they began: each would wait for itself. */
export const syncCycle: GraphRule = {
  id: 'sync-cycle',
  title: 'No synchronous call waits for itself',
  check({ graph }) {
    const state = new Map<string, 'open' | 'done'>()
    const found: string[][] = []
    // Iterative depth-first search: a chain of 200 components must not deepen our own stack.
    for (const root of graph.components.keys()) {
      if (state.has(root)) continue
      const path: { id: string; next: number }[] = [{ id: root, next: 0 }]
      state.set(root, 'open')
      while (path.length > 0) {
        const top = path.at(-1)
        if (!top) break
        const links = graph.from(top.id).filter(l => !isAsync(l))
        const link = links[top.next]
        top.next += 1
        if (!link) {
          state.set(top.id, 'done')
          path.pop()
        } else if (state.get(link.to) === 'open') {
          found.push([...path.slice(path.findIndex(p => p.id === link.to)).map(p => p.id), link.to])
        } else if (!state.has(link.to)) {
          state.set(link.to, 'open')
          path.push({ id: link.to, next: 0 })
        }
      }
    }
    return found.map(cycle => ({
      parts: [...new Set(cycle)],
      message: `${cycle.map(id => nameOf(graph, id)).join(' calls ')}, and each waits for the next`,
      mend: 'make one of these calls asynchronous, or turn it round',
    }))
  },
}
