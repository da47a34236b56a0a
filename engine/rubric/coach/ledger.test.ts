import { describe, expect, it } from 'vitest'
import { makeDrill, makeSubmission } from '#tests/factories/compiled-drill.ts'
import { kinds } from '#tests/factories/simulated-design.ts'
import { scoreSubmission } from '../score-submission.ts'
import { ledgerOf } from './ledger.ts'

const base = {
  worksheet: 'average = 100M /month',
  requirements: { nonFunctional: [{ id: 'fast', quality: 'latency', target: '200 ms' }] },
  answers: [
    { target: 'qps', stated: 'average' },
    { target: 'stored', stated: '3 TB' },
  ],
  architecture: {
    components: [
      { id: 'users', kind: 'client' },
      { id: 'web', kind: 'service', replicas: 2 },
      { id: 'cache', kind: 'cache', replicas: 2, name: 'Redis' },
      { id: 'db', kind: 'relational', replicas: 2 },
      { id: 'events', kind: 'queue' },
      { id: 'counter', kind: 'worker', replicas: 1 },
    ],
    links: [
      { from: 'users', to: 'web' },
      { from: 'web', to: 'cache' },
      { from: 'web', to: 'db' },
      { from: 'web', to: 'events', mode: 'async' },
      { from: 'events', to: 'counter', mode: 'async' },
    ],
    flows: [{ id: 'read', route: ['users', 'web', 'cache', 'db'], rate: 'average', objective: 'fast' }],
  },
  operations: { alarms: [{ id: 'slow', signal: 'latency', component: 'web', threshold: '300 ms', objective: 'fast' }] },
  decisions: [{ id: 'shard', question: 'One store?', chosen: 'One', driver: 'stored' }],
}

const read = (changes: object = {}, criteria: readonly object[] = []) => {
  const compiled = { ...makeDrill(criteria), kinds }
  const submission = makeSubmission({ ...base, ...changes })
  const report = scoreSubmission(compiled, { submission }, { seed: 1 })
  return ledgerOf(compiled, { submission }, report, { seed: 1 })
}

describe('ledgerOf', () => {
  it('counts an estimate as used by a decision that it drives, or by an expression that names it', () => {
    expect(read().unusedEstimates).toEqual([])
    expect(read({ decisions: [] }).unusedEstimates.map(l => l.at)).toEqual(['/answers/stored'])
    const rate = { ...base.architecture, flows: [{ ...base.architecture.flows[0], rate: '40 /s' }] }
    expect(read({ architecture: rate }).unusedEstimates.map(l => l.at)).toEqual(['/answers/qps'])
  })

  it('names decisions without a number behind them', () => {
    const decide = (decision: object) => read({ decisions: [{ id: 'd', chosen: 'Kafka', ...decision }] }).unsupportedDecisions
    expect(decide({})).toMatchObject([{ at: '/decisions/d', why: 'Nothing is said to drive it.' }])
    expect(decide({ driver: 'db' })).toMatchObject([{ why: 'db, which drives it, has no number.' }])
    expect(decide({ driver: 'fast' })).toEqual([])
    expect(decide({ givesUp: { quality: 'latency', amount: '20 ms' } })).toEqual([])
  })

  it('finds where the way from requirement to alarm ends, and lets what is set off on the way be', () => {
    expect(read().orphans).toEqual([])
    expect(read({ operations: {} }).orphans).toMatchObject([
      { at: '/requirements/nonFunctional/fast', why: 'No alarm guards it.' },
    ])
    const alone = { ...base.architecture, components: [...base.architecture.components, { id: 'spare', kind: 'cache' }] }
    expect(read({ architecture: alone }).orphans.map(l => l.at)).toEqual(['/architecture/components/spare'])
    const alarm = { alarms: [...base.operations.alarms, { id: 'x', signal: 'cost', threshold: '1' }] }
    expect(read({ operations: alarm }).orphans.map(l => l.why)).toEqual(['It guards no objective.'])
  })

  it('lists what does not agree, and not what is only missing', () => {
    const rules = [
      { kind: 'consistent', rule: 'replication-agrees' },
      { kind: 'consistent', rule: 'failures-name-components' },
    ]
    const data = [{ id: 's', component: 'db', consistency: 'strong', replication: { mode: 'asynchronous', factor: 3 } }]
    const found = read({ data, failures: [{ id: 'f', what: 'x' }] }, rules).contradictions.filter(l => l.at.startsWith('/data'))
    expect(found).toMatchObject([{ at: '/data/s/replication', why: 'strong reads with asynchronous replicas cannot both hold.' }])
    expect(read({ failures: [{ id: 'f', what: 'x' }] }, rules).contradictions.map(l => l.at)).not.toContain('/failures/f')
  })

  it('names a cache that buys nothing, with what it costs, and none that does', () => {
    expect(read().overbuilt).toMatchObject([
      { text: 'Redis', why: expect.stringMatching(/^Run without it.*124 USD less a month\.$/) },
    ])
    const small = base.architecture.components.map(c => (c.id === 'db' ? { ...c, capacity: '1000 /s' } : c))
    const rare = { ...base.architecture, components: small, flows: [{ ...base.architecture.flows[0], rate: '1500 /s' }] }
    expect(read({ architecture: rare }).overbuilt).toEqual([])
    // Nothing was run, so nothing is known to be too much.
    expect(read({ architecture: { components: base.architecture.components } }).overbuilt).toEqual([])
  })
})
