import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kinds, makeDrill } from '#tests/factories/compiled-drill.ts'
import { parseSubmission } from '../design/parse-submission.ts'
import { aspects, qualities, replicationModes, shardingStrategies, signals } from '../design/words.ts'
import { consistencyRules } from './criteria/consistent/rules.ts'
import { readReport } from './score-report.ts'
import { scoreSubmission } from './score-submission.ts'

/** Any text but the words that the test looks for as signs of a number gone wrong. */
const words = (maxLength: number) => fc.string({ maxLength }).map(text => text.replace(/NaN|Infinity|undefined/g, 'x'))

const targets = ['qps', 'peak', 'stored', 'shards']
const compiled = makeDrill([
  ...consistencyRules.map(rule => ({
    kind: 'consistent',
    rule: rule.id,
    with: Object.fromEntries(rule.parameters.map(p => [p, p === 'shard_size' ? p : 'stored'])),
  })),
  ...targets.map(target => ({ kind: 'estimate', target })),
  { kind: 'topology', check: { is: 'flow-passes', stages: [['client'], ['@compute'], ['@store']] } },
  { kind: 'topology', check: { is: 'path', from: ['client'], to: ['@store'] } },
  { kind: 'topology', check: { is: 'off-path', kinds: ['@messaging'], path: ['@compute'] } },
  { kind: 'topology', check: { is: 'no-single-point' } },
  { kind: 'decided', needs: ['alternative', 'gives-up-amount', 'driver', 'reversal', 'impact'] },
  { kind: 'present', part: 'requirements.nonFunctional', where: { target: { atLeast: '1 ms', atMost: '1 s' } } },
])

const id = fc.constantFrom('a', 'b', 'c', 'd')
const quantity = fc.oneof(
  fc.constantFrom(
    '',
    '3',
    '-5',
    '0',
    '1/0',
    '100 ms',
    '3 TB',
    '99.9%',
    '1e308 GB',
    'a',
    'peak',
    '10..20',
    '$5',
    '5 /s',
    'ceil(',
    '2^9999',
    'solve a = 1 for b',
  ),
  fc.string({ maxLength: 30 }),
)
const word = <T>(words: readonly T[]) => fc.constantFrom(...words)
const list = <T>(record: fc.Arbitrary<T>) => fc.array(record, { maxLength: 4 })
const component = fc.record({
  id,
  kind: word(kinds.map(k => k.id)),
  replicas: fc.nat(9),
  capacity: quantity,
  settings: fc.constantFrom({}, { memory: '3 GB' }, { memory: '-1' }),
})
const submission = fc.record({
  worksheet: fc
    .array(
      fc.oneof(
        quantity,
        fc.tuple(id, quantity).map(([name, value]) => `${name} = ${value}`),
      ),
      { maxLength: 8 },
    )
    .map(lines => lines.join('\n')),
  requirements: fc.record({
    nonFunctional: list(fc.record({ quality: word(qualities), target: quantity, percentile: fc.integer({ min: 1, max: 100 }) })),
  }),
  assumptions: fc
    .record({ peak_factor: quantity, shard_size: quantity })
    .map(slots => Object.entries(slots).map(([slot, value]) => ({ slot, value }))),
  answers: fc
    .tuple(quantity, quantity, quantity, quantity)
    .map(values => values.map((stated, i) => ({ target: targets[i], stated }))),
  architecture: fc.record({
    components: fc.uniqueArray(component, { maxLength: 4, selector: c => c.id }),
    links: list(fc.record({ from: id, to: id, mode: word(['sync', 'async']), retries: fc.nat(3), timeout: quantity })),
    flows: list(fc.record({ route: list(id), rate: quantity })),
  }),
  data: list(
    fc.record({
      component: id,
      bytes: quantity,
      records: quantity,
      partitionKey: words(5),
      partitionKeyValues: quantity,
      sharding: fc.record({ strategy: word(shardingStrategies), count: quantity }),
      replication: fc.record({ factor: fc.nat(5), mode: word(replicationModes) }),
      backupInterval: quantity,
    }),
  ),
  decisions: list(
    fc.record({
      aspect: word(aspects),
      chosen: words(20),
      driver: id,
      givesUp: fc.record({ quality: word(qualities), amount: quantity }),
    }),
  ),
  failures: list(fc.record({ component: id, detection: word(signals), blastRadius: quantity, rto: quantity, rpo: quantity })),
  cost: fc.record({ monthly: quantity, lines: list(fc.record({ amount: quantity })) }),
})

describe('scoring, whatever is handed in', () => {
  it('never throws, never gives a number that is not finite, and never more than is possible', () => {
    fc.assert(
      fc.property(submission, fc.nat(), (input, seed) => {
        const parsed = parseSubmission(input)
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
        const report = scoreSubmission(compiled, { submission: parsed.submission }, { seed })
        const text = JSON.stringify(report)
        expect(readReport(JSON.parse(text))).toBeDefined()
        expect(text).not.toMatch(/NaN|Infinity|undefined/)
        for (const c of report.criteria) expect(c.earned >= 0 && c.earned <= c.possible).toBe(true)
      }),
      { numRuns: 1500 },
    )
  })
})
