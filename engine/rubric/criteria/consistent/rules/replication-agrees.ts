import { met, missed, partly } from '../../../criterion.ts'
import type { ConsistencyRule } from '../rule.ts'

const possible: Readonly<Record<string, readonly string[]>> = {
  strong: ['synchronous', 'quorum', 'none'],
  'read-your-writes': ['synchronous', 'semi-synchronous', 'quorum', 'asynchronous', 'none'],
  'bounded-staleness': ['asynchronous', 'semi-synchronous', 'quorum', 'synchronous'],
  eventual: ['asynchronous', 'semi-synchronous', 'quorum', 'synchronous'],
}

/** The stated consistency of a store can be had with its replication mode. */
export const replicationAgrees: ConsistencyRule = {
  id: 'replication-agrees',
  title: 'The consistency that you promise can be had with the replication that you chose',
  parameters: [],
  check({ submission }) {
    const stated = submission.data.filter(s => s.consistency !== '' && s.replication.mode !== '')
    if (stated.length === 0) return missed('No store states both its consistency and its replication mode.')
    const evidence = stated.map(s => ({
      at: `/data/${s.id}/replication`,
      text: `${s.consistency} · ${s.replication.mode} · ${s.replication.factor ?? '?'} copies`,
    }))
    const wrong = stated.filter(s => !possible[s.consistency]?.includes(s.replication.mode))
    if (wrong.length > 0)
      return missed(
        `${wrong.map(s => `${s.consistency} reads with ${s.replication.mode} replicas`).join('; ')} cannot both hold.`,
        evidence,
      )
    const alone = stated.filter(s => s.replication.mode !== 'none' && (s.replication.factor ?? 0) < 2)
    if (alone.length > 0) return partly('They agree; the number of copies is not stated, or is one.', evidence)
    return met('Every stated consistency can be had with its replication.', evidence)
  },
}
