import { describe, expect, it } from 'vitest'
import { makeDrill, makeSubmission } from '#tests/factories/compiled-drill.ts'
import { scoreSubmission } from '../../score-submission.ts'

const verdict = (criterion: object, parts: object) => {
  const report = scoreSubmission(
    makeDrill([{ kind: 'present', ...criterion }]),
    { submission: makeSubmission(parts) },
    { seed: 1 },
  )
  return report.criteria[0]
}
const objectives = (...list: object[]) => ({ requirements: { nonFunctional: list } })
const latency = { part: 'requirements.nonFunctional', where: { quality: 'latency', target: { atMost: '1 s' } } }

describe('scorePresent', () => {
  it('is met by enough different records and says where they stand', () => {
    expect(verdict(latency, objectives({ id: 'fast', quality: 'latency', target: '100 ms' }))).toMatchObject({
      verdict: 'met',
      earned: 2,
      evidence: [{ at: '/requirements/nonFunctional/fast' }],
    })
  })

  it('reads quantities, not text: 100 ms, 0.1 s and a worksheet name are the same', () => {
    for (const target of ['0.1 s', 'goal']) {
      expect(verdict(latency, { worksheet: 'goal = 100 ms', ...objectives({ quality: 'latency', target }) })?.verdict).toBe('met')
    }
    expect(verdict(latency, objectives({ quality: 'latency', target: '100 GB' }))?.verdict).toBe('missed')
    expect(verdict(latency, objectives({ quality: 'latency', target: 'fast' }))?.verdict).toBe('missed')
  })

  it('counts what is said twice once', () => {
    const two = { part: 'api', where: { path: { filled: true } }, min: 2, partlyFrom: 1 }
    expect(verdict(two, { api: [{ path: '/a' }, { path: '/a' }] })?.verdict).toBe('partly')
    expect(verdict(two, { api: [{ path: '/a' }, { path: '/b' }] })?.verdict).toBe('met')
  })

  it('takes a placeholder for nothing', () => {
    expect(verdict({ part: 'api', where: { path: { filled: true } } }, { api: [{ path: 'TBD' }] })?.verdict).toBe('missed')
  })

  it('looks at the kind of the component that a record names, never at its name', () => {
    const cached = { part: 'failures', where: { component: { component: ['@cache'] } } }
    const design = (kind: string) => ({
      architecture: { components: [{ id: 'x', name: 'cache', kind }] },
      failures: [{ component: 'x' }],
    })
    expect(verdict(cached, design('cache'))?.verdict).toBe('met')
    expect(verdict(cached, design('service'))?.verdict).toBe('missed')
  })
})
