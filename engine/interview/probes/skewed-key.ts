import type { ProbeRule } from '../probe.ts'

/** Records are spread by a key, and nothing is said of one value that everybody wants. */
export const skewedKey: ProbeRule = {
  id: 'skewed-key',
  after: 0.6,
  missing: 'Records are spread by a key, and nothing is said of one value that everybody wants',
  words: 'One of these keys gets a thousand times the traffic of any other. What happens?',
  ask({ submission: { data } }) {
    const store = data.find(s => s.partitionKey.trim() !== '' && s.sharding.strategy !== 'none' && s.hotKey === '')
    return store && `One ${store.partitionKey.trim()} gets a thousand times the traffic of any other. What happens?`
  },
}
