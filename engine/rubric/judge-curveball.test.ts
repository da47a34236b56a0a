import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { makeDrill, makeSubmission } from '#tests/factories/compiled-drill.ts'
import { genericCurveballsSchema } from './generic-curveball.ts'
import { judgeCurveball } from './judge-curveball.ts'

const { curveballs } = genericCurveballsSchema.parse(parse(readFileSync('content/interview/curveballs.yaml', 'utf8')))

/** For each: an answer, and one that is almost there. */
const answers: Record<string, readonly [object, object]> = {
  'ten-times': [
    { evolution: { triggers: [{ id: 't', signal: 'saturation', threshold: '70%', action: 'Add a second shard' }] } },
    { evolution: { triggers: [{ id: 't', signal: 'saturation', threshold: 'high', action: 'Add a second shard' }] } },
  ],
  'region-dark': [
    { failures: [{ id: 'f', scope: 'region', detection: 'availability', rto: '1 hour', rpo: '5 minutes' }] },
    { failures: [{ id: 'f', scope: 'zone', detection: 'availability', rto: '1 hour', rpo: '5 minutes' }] },
  ],
  'hot-partition': [{ data: [{ id: 'd', hotKey: 'key-suffix' }] }, { data: [{ id: 'd', hotKey: 'none' }] }],
  'cache-down': [
    {
      architecture: { components: [{ id: 'c', kind: 'cache' }] },
      failures: [{ id: 'f', component: 'c', detection: 'hit-ratio', rto: '5 minutes' }],
    },
    {
      architecture: { components: [{ id: 'c', kind: 'service' }] },
      failures: [{ id: 'f', component: 'c', detection: 'hit-ratio', rto: '5 minutes' }],
    },
  ],
  lag: [
    { operations: { alarms: [{ id: 'a', signal: 'replication-lag', threshold: '10 s' }] } },
    { operations: { alarms: [{ id: 'a', signal: 'replication-lag' }] } },
  ],
  budget: [
    {
      cost: {
        levers: [
          { id: 'a', text: 'Reserved capacity for the base load', saves: '30%' },
          { id: 'b', text: 'Cold storage after a month', saves: '$2,000' },
        ],
      },
    },
    { cost: { levers: [{ id: 'a', text: 'Reserved capacity for the base load', saves: '30%' }] } },
  ],
  'half-the-team': [
    {
      decisions: [
        { id: 'd', aspect: 'build-or-buy', chosen: 'Managed queue', alternatives: [{ id: 'a', option: 'Own brokers' }] },
      ],
    },
    { decisions: [{ id: 'd', aspect: 'build-or-buy', chosen: 'Managed queue' }] },
  ],
  erasure: [
    { security: [{ id: 's', threat: 'compliance', control: 'A key per user that is thrown away' }] },
    { security: [{ id: 's', threat: 'abuse', control: 'A key per user that is thrown away' }] },
  ],
  'bad-release': [
    { operations: { rollback: { metric: 'errors', threshold: '1%', minutes: 5, schemaCompatible: true } } },
    { operations: { rollback: { metric: 'errors', threshold: '1%', minutes: 5, schemaCompatible: false } } },
  ],
  'slow-dependency': [
    { architecture: { links: [{ id: 'l', from: 'a', to: 'b', timeout: '300 ms', fallback: 'Show the last price' }] } },
    { architecture: { links: [{ id: 'l', from: 'a', to: 'b', timeout: '30 s', fallback: 'Show the last price' }] } },
  ],
  'alarm-storm': [
    {
      requirements: { nonFunctional: [{ id: 'n', quality: 'latency', target: '100 ms' }] },
      operations: {
        alarms: [
          { id: 'a', signal: 'latency', threshold: '100 ms', objective: 'n' },
          { id: 'b', signal: 'errors', threshold: '1%', objective: 'n' },
        ],
      },
    },
    {
      operations: {
        alarms: [
          { id: 'a', signal: 'latency', threshold: '100 ms', objective: 'n' },
          { id: 'b', signal: 'errors', threshold: '1%', objective: 'n' },
        ],
      },
    },
  ],
  'no-downtime': [
    {
      evolution: {
        steps: [
          { id: 'a', text: 'Write to both stores', reversible: true },
          { id: 'b', text: 'Compare, then read from the new one', reversible: true },
        ],
      },
    },
    { evolution: { steps: [{ id: 'a', text: 'Switch over on Sunday', reversible: false }] } },
  ],
}

describe('judgeCurveball', () => {
  const compiled = makeDrill()
  const empty = makeSubmission()

  it('has an answer for every curveball of the list', () => {
    expect(Object.keys(answers).toSorted()).toEqual(curveballs.map(c => c.id).toSorted())
  })

  it.each(curveballs.map(curveball => [curveball.id, curveball] as const))(
    'knows an answer to %s from one that is not',
    (id, curveball) => {
      const [answer = {}, almost = {}] = answers[id] ?? []
      const [there, notYet] = [makeSubmission(answer), makeSubmission(almost)]
      expect(judgeCurveball(curveball, compiled, there, there)).toBe('foreseen')
      expect(judgeCurveball(curveball, compiled, empty, there)).toBe('handled')
      expect(judgeCurveball(curveball, compiled, notYet, notYet)).toBe('missed')
      // What was there and was taken out again answers nothing.
      expect(judgeCurveball(curveball, compiled, there, empty)).toBe('missed')
    },
  )
})
