import { describe, expect, it } from 'vitest'
import { makeDrill, makeSubmission } from '#tests/factories/compiled-drill.ts'
import { kinds } from '#tests/factories/simulated-design.ts'
import { scoreSubmission } from '../../score-submission.ts'

type Parts = { web?: object; cache?: object; db?: object; rate?: string; more?: object; extra?: object[]; flows?: object[] }

/** Requests through a balancer, servers and a cache to a store; by default it holds at 1000 /s. */
const design = ({ web = {}, cache = {}, db = {}, rate = '1000 /s', more = {}, extra = [], flows = [] }: Parts = {}) =>
  makeSubmission({
    requirements: { nonFunctional: [{ id: 'fast', quality: 'latency', percentile: 99, target: '300 ms' }] },
    architecture: {
      components: [
        { id: 'users', kind: 'client' },
        { id: 'lb', kind: 'load-balancer-l7' },
        { id: 'web', kind: 'service', replicas: 4, zones: 2, ...web },
        { id: 'cache', kind: 'cache', replicas: 2, zones: 2, settings: { hitRatio: '90%' }, ...cache },
        { id: 'db', kind: 'relational', replicas: 2, zones: 2, ...db },
        ...extra,
      ],
      links: [
        { from: 'users', to: 'lb' },
        { from: 'lb', to: 'web' },
        { from: 'web', to: 'cache' },
        { from: 'web', to: 'db' },
      ],
      flows: [{ id: 'read', route: ['users', 'lb', 'web', 'cache', 'db'], rate }, ...flows],
    },
    ...more,
  })

const verdict = (check: object, parts?: Parts, demand?: string, through: readonly (readonly string[])[] = []) => {
  const drill = { ...makeDrill([{ kind: 'simulated', check, through, ...(demand ? { demand } : {}) }]), kinds }
  return scoreSubmission(drill, { submission: design(parts) }, { seed: 1 }).criteria[0]
}

describe('scoreSimulated', () => {
  it('carries the load it has, and is missed with the shortfall where it does not', () => {
    expect(verdict({ is: 'carries' })).toMatchObject({ verdict: 'met', tier: 'verified' })
    const missed = verdict({ is: 'carries', load: 10 })
    expect(missed).toMatchObject({
      verdict: 'missed',
      evidence: [{ at: '/architecture/components/web', text: 'lacks 6,000 /s' }],
    })
  })

  it('is not fooled by small rates: they are scaled up to the demand of the drill', () => {
    expect(verdict({ is: 'carries' }, { rate: '1 /s', web: { replicas: 1, capacity: '10 /s' } })?.verdict).toBe('met')
    // The drill asks for 38.6 /s.
    expect(verdict({ is: 'carries' }, { rate: '1 /s', web: { replicas: 1, capacity: '10 /s' } }, 'qps')?.verdict).toBe('missed')
    expect(verdict({ is: 'carries' }, { rate: '1 /s' }, 'qps')?.verdict).toBe('met')
  })

  it('does not count flows that the demand is not about', () => {
    const slow = {
      rate: '1 /s',
      web: { replicas: 1, capacity: '10 /s' },
      flows: [{ id: 'files', route: ['users', 'lb'], rate: '1M /s' }],
    }
    expect(verdict({ is: 'carries' }, slow, 'qps')?.verdict).toBe('met')
    expect(verdict({ is: 'carries' }, slow, 'qps', [['client'], ['service']])?.verdict).toBe('missed')
    expect(verdict({ is: 'carries' }, slow, 'qps', [['@messaging']])?.reason).toContain('no rate that could be compared')
  })

  it('is at most partly met by defaults: machines that nobody counted', () => {
    expect(verdict({ is: 'carries' }, { rate: '100 /s', web: { replicas: undefined } })).toMatchObject({
      verdict: 'partly',
      reason: expect.stringContaining('say how many replicas web has'),
    })
  })

  it('takes the stricter of the two objectives for the tail', () => {
    expect(verdict({ is: 'latency', atMost: '1 s' })).toMatchObject({ verdict: 'met', reason: 'Run, p99 stays within 300 ms.' })
    expect(verdict({ is: 'latency', atMost: '10 ms' })?.verdict).toBe('missed')
    const slow = { web: { serviceTime: '200 ms' } }
    expect(verdict({ is: 'latency', atMost: '2 s' }, slow)).toMatchObject({
      verdict: 'missed',
      reason: expect.stringContaining('it may take 300 ms'),
    })
    expect(verdict({ is: 'latency', atMost: '1 s', flow: [['@messaging']] })?.reason).toContain('No flow takes the way')
  })

  it('has the availability of its parts in a row', () => {
    expect(verdict({ is: 'availability', atLeast: '99.9%' })?.verdict).toBe('met')
    expect(
      verdict({ is: 'availability', atLeast: '99.9%' }, { web: { replicas: 1, zones: 1, capacity: '5K /s' } })?.verdict,
    ).toBe('missed')
    expect(verdict({ is: 'availability', atLeast: '99.9999%' })?.verdict).toBe('missed')
  })

  it('survives what is taken away, or says what is lost', () => {
    expect(verdict({ is: 'survives', failures: ['zone', '@cache'], atMost: '1%' })?.verdict).toBe('met')
    expect(verdict({ is: 'survives', failures: ['zone'], atMost: '1%' }, { db: { replicas: 1, zones: 1 } })).toMatchObject({
      verdict: 'missed',
      reason: expect.stringContaining('Without zone a, 55% of the requests are not answered (read)'),
    })
    // A cache that can be lost only because little passes it does not save a store that is too small for all.
    expect(verdict({ is: 'survives', failures: ['@cache'], atMost: '1%' }, { db: { capacity: '200 /s' } })?.verdict).toBe(
      'missed',
    )
    expect(verdict({ is: 'survives', failures: ['cell'], atMost: '1%' })?.verdict).toBe('missed')
  })

  it('knows a right prediction from a wrong one', () => {
    const predict = (component: string) => ({ more: { predictions: { at10x: { component }, at100x: { component } } } })
    expect(verdict({ is: 'predicted', at: 10 }, predict('web'))?.verdict).toBe('met')
    expect(verdict({ is: 'predicted', at: 10 }, predict('db'))).toMatchObject({
      verdict: 'missed',
      reason: 'Run, web is full first, at 4 times the stated load.',
    })
    expect(verdict({ is: 'predicted', at: 100 }, predict('db'))?.verdict).toBe('partly')
    expect(verdict({ is: 'predicted', at: 10 })?.verdict).toBe('missed')
  })

  it('asks of a cache that it buys something', () => {
    const check = { is: 'buys-something', kinds: ['@cache'] }
    expect(verdict(check, { db: { capacity: '500 /s' } })?.verdict).toBe('met')
    expect(verdict(check)).toMatchObject({ verdict: 'missed', reason: expect.stringContaining('Run without cache') })
    // What is not drawn is not bought: an empty set earns nothing.
    expect(verdict({ ...check, kinds: ['@messaging'] })?.verdict).toBe('missed')
  })

  it('names what is far too large, and leaves alone what is small', () => {
    expect(verdict({ is: 'not-oversized' })?.verdict).toBe('met')
    expect(verdict({ is: 'not-oversized' }, { web: { replicas: 100 } })?.reason).toBe(
      'web: more than 10 times what the load asks for.',
    )
  })

  it('costs what the model says, not what is written', () => {
    expect(verdict({ is: 'cost', atMost: '5000 USD' })?.verdict).toBe('met')
    expect(verdict({ is: 'cost', atMost: '100 USD' }, { more: { cost: { monthly: '50 USD' } } })?.verdict).toBe('missed')
    // A design that does not carry its load would be the cheapest of all.
    expect(verdict({ is: 'cost', atMost: '5000 USD' }, { web: { replicas: 1 }, rate: '2000 /s' })).toMatchObject({
      verdict: 'missed',
      reason: expect.stringContaining('web cannot serve'),
    })
  })

  it('is missed, with what to do, where there is nothing to run', () => {
    expect(verdict({ is: 'carries' }, { rate: '' })).toMatchObject({
      verdict: 'missed',
      reason: expect.stringContaining('Write requests'),
    })
    expect(verdict({ is: 'latency', atMost: '1 GB' })?.reason).toContain('our fault')
  })
})
