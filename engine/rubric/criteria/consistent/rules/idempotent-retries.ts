import { met, missed, partly } from '../../../criterion.ts'
import { namesKey } from '../../../substance.ts'
import type { ConsistencyRule } from '../rule.ts'

/** Where a call is retried, or handed to an at-least-once queue, something makes the second delivery harmless. */
export const idempotentRetries: ConsistencyRule = {
  id: 'idempotent-retries',
  title: 'Every retried or asynchronous call has a key that makes its repetition harmless',
  parameters: [],
  check({ graph, submission }) {
    const repeated = graph.links.filter(l => (l.retries ?? 0) > 0 || l.mode === 'async')
    const writes = submission.api.filter(a => ['POST', 'PATCH'].includes(a.method))
    if (repeated.length === 0 && writes.length === 0)
      return missed('No call is retried or asynchronous, and no write is in the API.')
    const bare = repeated.filter(l => !namesKey(l.dedupeKey))
    const evidence = repeated
      .slice(0, 5)
      .map(l => ({ at: `/architecture/links/${l.id}`, text: `${l.from} > ${l.to}: ${l.dedupeKey || 'no key'}` }))
    const unsafe = writes.filter(a => a.idempotent !== true)
    if (repeated.length === 0) {
      return unsafe.length === 0
        ? partly('The writes are idempotent; no link says what happens when a call fails.')
        : missed('No link is retried and the writes are not marked idempotent.')
    }
    if (bare.length === 0) return met('Each has its key.', evidence)
    const reason = `Without a key: ${bare.map(l => `${l.from} > ${l.to}`).join(', ')}.`
    return bare.length < repeated.length ? partly(reason, evidence) : missed(reason, evidence)
  },
}
