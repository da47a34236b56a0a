import { describe, expect, it } from 'vitest'
import { makeDrill, makeSubmission } from '#tests/factories/compiled-drill.ts'
import { scoreSubmission } from '../../score-submission.ts'

const whole = {
  requirements: { nonFunctional: [{ id: 'fast', quality: 'latency', percentile: 99, target: '100 ms' }] },
  architecture: {
    components: [
      { id: 'users', kind: 'client' },
      { id: 'web', kind: 'service' },
      { id: 'side', kind: 'worker' },
    ],
    links: [{ from: 'users', to: 'web' }],
    flows: [{ id: 'read', route: ['users', 'web'], rate: '10 /s', objective: 'fast' }],
  },
  operations: { alarms: [{ id: 'slow', signal: 'latency', component: 'web', threshold: '200 ms', objective: 'fast' }] },
  decisions: [{ id: 'd', question: 'How near?', chosen: 'One region', driver: 'fast' }],
}
const score = (changes: object, to = ['flow', 'component', 'alarm']) =>
  scoreSubmission(
    makeDrill([{ kind: 'traced', qualities: ['latency'], to }]),
    { submission: makeSubmission({ ...whole, ...changes }) },
    { seed: 1 },
  ).criteria[0]

describe('scoreTraced', () => {
  it('is met when a requirement can be followed all the way, and shows the way', () => {
    const found = score({}, ['flow', 'component', 'alarm', 'decision'])
    expect(found?.verdict).toBe('met')
    expect(found?.evidence.map(e => e.at)).toEqual([
      '/requirements/nonFunctional/fast',
      '/architecture/flows/read',
      '/architecture/components/web',
      '/operations/alarms/slow',
      '/decisions/d',
    ])
  })

  it('is partly met with one link missing, and says which', () => {
    expect(score({ operations: {} })).toMatchObject({
      verdict: 'partly',
      reason: expect.stringContaining('latency 100 ms lacks an alarm'),
    })
    expect(score({ decisions: [] }, ['decision'])?.verdict).toBe('missed')
  })

  it('does not take an alarm on a component that the flow never passes, nor one without a threshold', () => {
    const alarm = (changes: object) => ({ operations: { alarms: [{ ...whole.operations.alarms[0], ...changes }] } })
    expect(score(alarm({ component: 'side' }))?.verdict).toBe('partly')
    expect(score(alarm({ threshold: '' }))?.verdict).toBe('partly')
    expect(score(alarm({ objective: 'other' }))?.verdict).toBe('partly')
  })

  it('is missed without a target to follow, or without a flow at all', () => {
    expect(score({ requirements: {} })?.verdict).toBe('missed')
    expect(score({ requirements: { nonFunctional: [{ id: 'fast', quality: 'latency', target: 'fast' }] } })?.verdict).toBe(
      'missed',
    )
    expect(score({ architecture: { components: whole.architecture.components } })?.verdict).toBe('missed')
  })
})
