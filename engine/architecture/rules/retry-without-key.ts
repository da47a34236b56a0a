import { type GraphRule, nameOf } from '../graph-rule.ts'

/** A retried call that changes something carries a key by which its repetition is noticed. */
export const retryWithoutKey: GraphRule = {
  id: 'retry-without-key',
  title: 'Every retried call has a dedupe key',
  check({ graph }) {
    return graph.links
      .filter(
        l =>
          (l.retries ?? 0) > 0 &&
          l.dedupeKey.trim() === '' &&
          !graph.isKind(l.to, ['@cache', 'cdn', 'dns', 'read-replica', 'search-index']),
      )
      .map(l => ({
        parts: [l.id],
        message: `${nameOf(graph, l.from)} retries ${nameOf(graph, l.to)} ${l.retries} times without a dedupe key`,
        mend: 'name what makes the repetition harmless, or do not retry',
      }))
  },
}
