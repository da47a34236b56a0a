import { describe, expect, it } from 'vitest'
import { makeDrill, makeSubmission } from '#tests/factories/compiled-drill.ts'
import { kinds } from '#tests/factories/simulated-design.ts'
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

const shop = (changes: Readonly<Record<string, object>> = {}, flow: object = {}) => ({
  components: [
    { id: 'client', kind: 'client' },
    { id: 'lb', kind: 'load-balancer-l7' },
    { id: 'web', kind: 'service', replicas: 4, zones: 2, ...changes.web },
    { id: 'db', kind: 'relational', replicas: 2, zones: 2, ...changes.db },
  ],
  links: [
    { from: 'client', to: 'lb' },
    { from: 'lb', to: 'web', timeout: '300 ms', ...changes.lbLink },
    { from: 'web', to: 'db', timeout: '100 ms', ...changes.dbLink },
  ],
  flows: [{ id: 'buy', route: ['client', 'lb', 'web', 'db'], rate: '1000 /s', ...flow }],
})
const running = (changes?: Readonly<Record<string, object>>, flow?: object) => ({ architecture: shop(changes, flow) })
const wants = (quality: string, target: string) => ({
  requirements: { nonFunctional: [{ id: quality, quality, target, percentile: 99 }] },
})
const trigger = (component: string) => ({ signal: 'saturation', component, threshold: '70%', action: 'add more of them' })
const dns = { id: 'names', kind: 'dns', settings: { ttl: '5 minutes' } }
const failsOver = (rto: string, scope = 'component') => ({
  architecture: { ...shop(), components: [...shop().components, dns] },
  failures: [{ scope, component: 'db', rto }],
})
const loses = (blastRadius: string, component = 'db') => ({
  ...running(),
  failures: [{ scope: 'component', component, blastRadius }],
})
const copies = (replication: object, backupInterval = '') => ({
  ...running({ db: { zones: 3, replicas: 3 } }),
  ...wants('durability', '99.999999%'),
  data: [{ id: 's', component: 'db', replication, backupInterval }],
})

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
      architecture: { components, links, flows: [{ route: ['client', 'service'], rate: '41 /s' }] },
    },
    missed: {
      answers: [{ target: 'qps', stated: '40 /s' }],
      architecture: { components, links, flows: [{ route: ['client', 'service'], rate: '400 /s' }] },
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
  'shards-hold-writes': {
    with: { peak_writes: 'peak' },
    met: {
      ...running(),
      answers: [{ target: 'peak', stated: '9000 /s' }],
      data: [{ component: 'db', sharding: { strategy: 'none' } }],
    },
    missed: {
      ...running(),
      answers: [{ target: 'peak', stated: '90000 /s' }],
      data: [{ component: 'db', sharding: { strategy: 'hash', count: '4' } }],
    },
  },
  'availability-of-series': {
    met: { ...running(), ...wants('availability', '99.9%') },
    missed: { ...running({ db: { replicas: 1, zones: 1 } }), ...wants('availability', '99.9%') },
  },
  'latency-of-run': {
    met: { ...running(), ...wants('latency', '300 ms') },
    missed: { ...running({ web: { serviceTime: '200 ms' } }), ...wants('latency', '300 ms') },
  },
  'async-where-spiky': {
    with: { spike: 'peak_factor' },
    met: { ...running(), assumptions: [{ slot: 'peak_factor', value: '3' }] },
    missed: { ...running(), assumptions: [{ slot: 'peak_factor', value: '8' }] },
  },
  'cost-agrees': {
    met: { ...running(), cost: { monthly: '$700 /month' } },
    partly: { ...running(), cost: { monthly: '$5000' } },
    missed: { ...running(), cost: { monthly: '$50' } },
  },
  'growth-names-bottleneck': {
    met: { ...running(), evolution: { triggers: [trigger('web'), trigger('db')] } },
    partly: { ...running(), evolution: { triggers: [trigger('web')] } },
    missed: { ...running(), evolution: { triggers: [trigger('lb')] } },
  },
  'rto-against-failover': {
    met: failsOver('2 minutes'),
    partly: {
      ...failsOver('2 minutes'),
      failures: [
        { component: 'db', rto: '2 minutes' },
        { component: 'db', rto: '1 s' },
      ],
    },
    missed: failsOver('2 minutes', 'region'),
  },
  'blast-radius-agrees': {
    met: loses('100%'),
    missed: loses('5%'),
  },
  'timeouts-within-objective': {
    met: { ...running(), ...wants('latency', '300 ms') },
    partly: { ...running({ dbLink: { timeout: '' } }), ...wants('latency', '300 ms') },
    missed: { ...running({ dbLink: { timeout: '1 s' } }), ...wants('latency', '300 ms') },
  },
  'zones-hold-replicas': {
    met: running(),
    partly: running({ web: { replicas: 2, capacity: '900 /s' } }),
    missed: running({ web: { replicas: 1 } }),
  },
  'stores-have-owners': {
    met: { ...running(), organization: [{ owns: ['web'] }, { owns: ['db'] }] },
    partly: { ...running(), organization: [{ owns: ['web'] }] },
    missed: { ...running(), organization: [{ owns: ['web', 'db'] }, { owns: ['db'] }] },
  },
  'quorum-overlaps': {
    met: copies({ mode: 'quorum', factor: 3 }),
    partly: copies({ mode: 'quorum', factor: 4 }),
    missed: copies({ mode: 'quorum', factor: 2 }),
  },
  'durability-needs-copies': {
    met: copies({ mode: 'quorum', factor: 3 }, '1 day'),
    partly: copies({ mode: 'quorum', factor: 3 }),
    missed: copies({ mode: 'none', factor: 1 }, '1 day'),
  },
  'store-bytes-agree': {
    with: { stored: 'stored' },
    met: { answers: [stored], data: [{ id: 's', bytes: '500 B', records: '6B' }] },
    missed: { answers: [stored], data: [{ id: 's', bytes: '500 B', records: '6M' }] },
  },
}

const check = (rule: string, parameters: object, parts: object) =>
  scoreSubmission(
    { ...makeDrill([{ kind: 'consistent', rule, with: parameters }]), kinds },
    { submission: makeSubmission(parts) },
    { seed: 1 },
  ).criteria[0]

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

  it('see nothing in flows that are not linked, in boxes that are all clients, and in a flow that nobody starts', () => {
    const qps = { answers: [{ target: 'qps', stated: '40 /s' }] }
    const design = { components, links, flows: [{ route: ['client', 'service', 'relational'], rate: '40 /s' }] }
    const rates = (changes: object) =>
      check('flow-rates-agree', { average: 'qps', peak: 'peak' }, { ...qps, architecture: { ...design, ...changes } })?.verdict
    const parts = (changes: object) => check('components-on-flows', {}, { architecture: { ...design, ...changes } })?.verdict
    expect([rates({}), parts({})]).toEqual(['met', 'met'])
    const reversed = links.map(({ from, to }) => ({ from: to, to: from }))
    expect([rates({ links: reversed }), parts({ links: reversed })]).toEqual(['missed', 'missed'])
    expect(rates({ flows: [{ route: ['service', 'relational'], rate: '40 /s' }] })).toBe('missed')
    expect(parts({ components: components.map(({ id }) => ({ id, kind: 'client', name: 'no database' })) })).toBe('missed')
  })

  it('take no list of keywords for the key of a call', () => {
    const dedupeKey = 'idempotency key and dedupe and retry and backoff and jitter and once and queue and token and uuid'
    const call = { from: 'client', to: 'service', retries: 2, dedupeKey }
    expect(check('idempotent-retries', {}, { architecture: { components, links: [call] } })?.verdict).toBe('missed')
  })
})
