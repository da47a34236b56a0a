import { describe, expect, it } from 'vitest'
import { makeDrill, makeSubmission } from '#tests/factories/compiled-drill.ts'
import { scoreSubmission } from '../../score-submission.ts'
import { consistencyRules } from './rules.ts'

type Case = { readonly with?: object; readonly met: object; readonly missed: object; readonly partly?: object }

const objective = { id: 'up', quality: 'availability', target: '99.9%' }
const components = ['client', 'service', 'relational'].map(kind => ({ id: kind, kind }))
const links = [
  { from: 'client', to: 'service' },
  { from: 'service', to: 'relational' },
]
const store = {
  id: 's',
  partitionKey: 'code',
  partitionKeyValues: '6B',
  access: [{ operation: 'read', by: 'Code' }],
  sharding: { strategy: 'hash', count: '16' },
}
const stored = { target: 'stored', stated: '3 TB' }
const failure = { component: 'relational', detection: 'errors', blastRadius: '10%', rto: '5 minutes' }

const cases: Readonly<Record<string, Case>> = {
  'alarms-name-objectives': {
    met: {
      requirements: { nonFunctional: [objective] },
      operations: { alarms: ['1%', '2%'].map(threshold => ({ signal: 'errors', threshold, objective: 'up' })) },
    },
    partly: {
      requirements: { nonFunctional: [objective] },
      operations: { alarms: [{ signal: 'errors', threshold: '1%', objective: 'up' }, { signal: 'cost' }] },
    },
    missed: { operations: { alarms: [{ signal: 'errors', threshold: '1%', objective: 'nothing' }] } },
  },
  'cache-holds-hot-set': {
    with: { hot_set: 'stored' },
    met: {
      answers: [{ target: 'stored', stated: '30 GB' }],
      architecture: { components: [{ id: 'c', kind: 'cache', replicas: 2, settings: { memory: '16 GB' } }] },
    },
    missed: {
      answers: [{ target: 'stored', stated: '30 GB' }],
      architecture: { components: [{ id: 'c', kind: 'cache', settings: { memory: '16 GB' } }] },
    },
  },
  'components-on-flows': {
    met: { architecture: { components, links, flows: [{ route: ['client', 'service', 'relational'] }] } },
    missed: {
      architecture: { components: [...components, { id: 'q', kind: 'queue' }], links, flows: [{ route: ['client', 'service'] }] },
    },
  },
  'cost-lines-sum': {
    met: { cost: { monthly: '$1000', lines: [{ amount: '$400' }, { amount: '$600 /month' }] } },
    partly: { cost: { monthly: '$1000', lines: [{ amount: '$1000' }] } },
    missed: { cost: { monthly: '$1000', lines: [{ amount: '$400' }, { amount: '$100' }] } },
  },
  'failures-name-components': {
    met: { architecture: { components }, failures: [failure] },
    partly: { architecture: { components }, failures: [failure, { component: 'gone', what: 'x' }] },
    missed: { failures: [{ component: 'relational', detection: 'errors', blastRadius: '10%' }] },
  },
  'flow-rates-agree': {
    with: { average: 'qps', peak: 'peak' },
    met: {
      answers: [{ target: 'qps', stated: '40 /s' }],
      architecture: { components, flows: [{ route: ['client'], rate: '41 /s' }] },
    },
    missed: {
      answers: [{ target: 'qps', stated: '40 /s' }],
      architecture: { components, flows: [{ route: ['client'], rate: '400 /s' }] },
    },
  },
  'idempotent-retries': {
    met: { architecture: { components, links: [{ from: 'client', to: 'service', retries: 2, dedupeKey: 'request id' }] } },
    partly: {
      architecture: {
        components,
        links: [
          { from: 'client', to: 'service', retries: 2, dedupeKey: 'request id' },
          { from: 'service', to: 'relational', retries: 1 },
        ],
      },
    },
    missed: { architecture: { components, links: [{ from: 'client', to: 'service', retries: 2 }] } },
  },
  'objectives-have-alarms': {
    met: { requirements: { nonFunctional: [objective] }, operations: { alarms: [{ signal: 'errors', objective: 'up' }] } },
    missed: { requirements: { nonFunctional: [objective] } },
  },
  'partition-key-serves-access': {
    met: { data: [store] },
    partly: { data: [{ ...store, partitionKeyValues: '20' }] },
    missed: { data: [{ ...store, access: [{ operation: 'read', by: 'owner' }] }] },
  },
  'replication-agrees': {
    met: { data: [{ id: 's', consistency: 'eventual', replication: { mode: 'asynchronous', factor: 3 } }] },
    partly: { data: [{ id: 's', consistency: 'eventual', replication: { mode: 'asynchronous' } }] },
    missed: { data: [{ id: 's', consistency: 'strong', replication: { mode: 'asynchronous', factor: 3 } }] },
  },
  'rollback-schema-compatible': {
    met: { operations: { rollback: { metric: 'errors', threshold: '1%', minutes: 5, schemaCompatible: true } } },
    partly: { operations: { rollback: { metric: 'errors', threshold: '1%' } } },
    missed: { operations: { rollback: { metric: 'errors', threshold: '1%', minutes: 5, schemaCompatible: false } } },
  },
  'rpo-against-backup': {
    met: { failures: [{ rpo: '1 day' }], data: [{ id: 's', backupInterval: '4 hours' }] },
    missed: { failures: [{ rpo: '15 minutes' }], data: [{ id: 's', backupInterval: '4 hours' }] },
  },
  'rto-within-budget': {
    met: { requirements: { nonFunctional: [objective] }, failures: [failure, { ...failure, id: 'f2', rto: '10 minutes' }] },
    partly: { requirements: { nonFunctional: [objective] }, failures: [failure] },
    missed: { requirements: { nonFunctional: [objective] }, failures: [{ ...failure, blastRadius: '100%', rto: '2 hours' }] },
  },
  'shards-hold-stored': {
    with: { stored: 'stored', shard_size: 'shard_size' },
    met: { answers: [stored], assumptions: [{ slot: 'shard_size', value: '200 GB' }], data: [store] },
    partly: { answers: [stored], assumptions: [{ slot: 'shard_size', value: '2 TB' }], data: [store] },
    missed: { answers: [stored], assumptions: [{ slot: 'shard_size', value: '50 GB' }], data: [store] },
  },
  'store-bytes-agree': {
    with: { stored: 'stored' },
    met: { answers: [stored], data: [{ id: 's', bytes: '500 B', records: '6B' }] },
    missed: { answers: [stored], data: [{ id: 's', bytes: '500 B', records: '6M' }] },
  },
}

const check = (rule: string, parameters: object, parts: object) =>
  scoreSubmission(makeDrill([{ kind: 'consistent', rule, with: parameters }]), { submission: makeSubmission(parts) }, { seed: 1 })
    .criteria[0]

describe('the consistency rules', () => {
  it('each have their cases here', () => {
    expect(Object.keys(cases).toSorted()).toEqual(consistencyRules.map(r => r.id).toSorted())
  })

  it.each(Object.entries(cases))(
    '%s is met when it holds, missed when it does not, and missed on nothing',
    (rule, { with: parameters = {}, met, missed, partly }) => {
      expect(check(rule, parameters, met)).toMatchObject({ verdict: 'met', earned: 2 })
      expect(check(rule, parameters, missed)).toMatchObject({ verdict: 'missed', earned: 0 })
      if (partly) expect(check(rule, parameters, partly)).toMatchObject({ verdict: 'partly', earned: 1 })
      expect(check(rule, parameters, {})).toMatchObject({ verdict: 'missed', earned: 0, possible: 2 })
    },
  )
})
