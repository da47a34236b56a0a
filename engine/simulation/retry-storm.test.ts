import { describe, expect, test } from 'vitest'
import { flow, model, part } from '#tests/factories/plain-model.ts'
import { modelOf } from '#tests/factories/simulated-design.ts'
import type { CallPolicy } from './model.ts'
import { retryStorm } from './retry-storm.ts'

const plain: CallPolicy = { backoff: 0, budget: null, breaker: null }
const breaker = { errors: 0.5, window: 5, open: 1, calls: 20 }
/** A client that waits 100 ms, three retries, for a server of 100 requests a second. */
const impatient = (policy: CallPolicy = plain) => {
  const client = part('client', { capacity: undefined, serviceTime: 0, cv: 0 })
  const net = model([client, part('a', { capacity: 100, serviceTime: 0.01 })], [flow('x', 100, ['client', 'a'])])
  const steps = (net.flows[0]?.steps ?? []).map((s, i) => (i === 1 ? { ...s, timeout: 0.1, retries: 3, policy } : s))
  return { ...net, flows: net.flows.map(f => ({ ...f, steps })) }
}
const at = (policy: CallPolicy, load: number) => {
  const point = retryStorm(impatient(policy), { loads: [load], seed: 5 })?.[0]
  if (!point) throw new Error('no flow')
  return point
}

describe('a retry storm', () => {
  const points = retryStorm(impatient(), { loads: [0.15, 0.6, 0.95, 1.3], seed: 1 }) ?? []
  const goodput = points.map(point => point.withRetries.mean)

  test('answers all there is while there is room, and nearly nothing past saturation', () => {
    expect(Math.abs((goodput[0] ?? 0) / 15 - 1)).toBeLessThan(0.05)
    expect(goodput[2] ?? 100).toBeLessThan(20)
    expect(goodput[3] ?? 100).toBeLessThan(5)
  })

  test('once begun, feeds itself at a load that the server could carry: four times 60 /s is more than 100', () => {
    expect(points[1]?.withoutRetries.mean ?? 0).toBeGreaterThan(55)
    expect(goodput[1] ?? 100).toBeLessThan(30)
  })

  test('is made by the retries where there is still room for each request once', () => {
    expect(points[2]?.withoutRetries.mean ?? 0).toBeGreaterThan(2 * (goodput[2] ?? 100))
  })

  test('wastes the capacity on those who have given up', () => {
    expect(points[0]?.wasted ?? 100).toBeLessThan(1)
    expect(points[3]?.wasted ?? 0).toBeGreaterThan(90)
  })

  test.each([
    ['a breaker', { ...plain, breaker }, 45],
    ['a budget', { ...plain, budget: 0.1 }, 55],
    ['backoff, a budget and a breaker', { backoff: 0.05, budget: 0.1, breaker }, 55],
  ])('is mended by %s', (_name, policy, least) => {
    const { withRetries, unguarded } = at(policy, 0.6)
    expect(unguarded.mean).toBeLessThan(20)
    expect(withRetries.mean).toBeGreaterThan(least)
  })

  test('is not mended by a budget where first calls and retries together are too many', () => {
    expect(at({ ...plain, budget: 0.1 }, 0.95).withRetries.mean).toBeLessThan(20)
    expect(at({ ...plain, breaker }, 0.95).withRetries.mean).toBeGreaterThan(25)
  })

  test('is still better with a breaker than without far past saturation', () => {
    const { withRetries, unguarded, withoutRetries } = at({ ...plain, breaker }, 1.5)
    expect(withRetries.mean).toBeGreaterThan(15)
    expect(unguarded.mean).toBeLessThan(5)
    expect(withoutRetries.mean).toBeLessThan(5)
  })

  test('is the same for the same seed and none without a flow', () => {
    const options = { loads: [0.9], seed: 3, requests: 2000 }
    expect(retryStorm(impatient(), options)).toEqual(retryStorm(impatient(), options))
    expect(retryStorm(model([part('a')], []))).toBeUndefined()
  })
})

describe('a breaker in a design', () => {
  const design = (settings: Record<string, string>) =>
    modelOf({
      schema: 'tenfold/design/1',
      architecture: {
        components: [
          { id: 'web', kind: 'service', replicas: 10, settings },
          { id: 'db', kind: 'relational', capacity: '1000 /s', serviceTime: '2 ms' },
        ],
        links: [{ id: 'l', from: 'web', to: 'db', timeout: '50 ms', retries: 3 }],
        flows: [{ id: 'x', route: ['web', 'db'], rate: '1000 /s' }],
      },
    })

  test('is read from the settings of the caller, and helps', () => {
    const net = design({ breakerErrors: '50%', breakerWindow: '2 s', breakerOpen: '500 ms' })
    expect(net.flows[0]?.steps[1]?.policy?.breaker).toEqual({ errors: 0.5, window: 2, open: 0.5, calls: 20 })
    const [point] = retryStorm(net, { loads: [1.2], runs: 2 }) ?? []
    expect(point?.withRetries.mean ?? 0).toBeGreaterThan(2 * (point?.unguarded.mean ?? 1000))
  })

  test('is off unless it is set, and a setting that is none is told', () => {
    expect(design({}).flows[0]?.steps[1]?.policy).toBeUndefined()
    expect(design({ breakerErrors: '5 GB' }).problems).toEqual([
      { part: 'web', message: 'breakerErrors "5 GB" cannot be read.', mend: 'Mend or empty it.' },
    ])
  })
})
