import { type GraphRule, nameOf } from '../graph-rule.ts'

/** Whoever asks a cache can also ask what the cache holds copies of. */
export const cacheWithoutSource: GraphRule = {
  id: 'cache-without-source',
  title: 'Behind every cache stands a source',
  check({ graph }) {
    return [...graph.components.keys()]
      .filter(id => graph.isKind(id, ['@cache']))
      .flatMap(id => {
        const callers = graph.links.filter(l => l.to === id).map(l => l.from)
        const near = [...callers.flatMap(caller => graph.from(caller)), ...graph.from(id)].map(l => l.to)
        const source = near.some(to => to !== id && graph.isKind(to, ['@store', '@compute', '@external', 'model-server']))
        return source
          ? []
          : [
              {
                parts: [id],
                message: `nothing stands behind the cache ${nameOf(graph, id)}: a miss finds nothing`,
                mend: 'link its caller to the store that holds the truth',
              },
            ]
      })
  },
}
