import { describe, expect, test } from 'vitest'
import { makeSubmission } from '#tests/factories/compiled-drill.ts'
import { kinds } from '#tests/factories/simulated-design.ts'
import { checkByEvents } from './event-check.ts'

const design = (web: object = {}, link: object = {}) =>
  makeSubmission({
    architecture: {
      components: [
        { id: 'users', kind: 'client' },
        { id: 'web', kind: 'service', replicas: 1, capacity: '1000 /s', ...web },
      ],
      links: [{ from: 'users', to: 'web', ...link }],
      flows: [{ id: 'read', route: ['users', 'web'], rate: '700 /s' }],
    },
  })
const check = (submission: ReturnType<typeof design>, load = 1, failures: readonly string[] = []) =>
  checkByEvents({ design: submission, kinds, given: {}, load, failures }).flows[0]

describe('checkByEvents', () => {
  test('agrees with the analytic model where there is a formula', () => {
    const found = check(design())
    expect(found?.p50.ratio).toBeCloseTo(1, 1)
    expect(found?.p99.ratio).toBeCloseTo(1, 1)
    expect(found?.goodput.mean).toBeGreaterThan(600)
  })

  test('shows what only the event run knows: a full server answers nobody in time, and the analytic model has no figure', () => {
    const found = check(design({}, { timeout: '50 ms', retries: 2 }), 2)
    expect(found?.p99).toMatchObject({ analytic: null, ratio: null })
    expect(found?.goodput.mean).toBeLessThan(700)
  })

  test('tries the failures of the question, and runs nothing where no flow runs', () => {
    expect(check(design(), 1, ['component:web'])?.goodput.mean).toBe(0)
    const empty = makeSubmission({})
    expect(checkByEvents({ design: empty, kinds, given: {}, load: 1, failures: [] })).toEqual({
      load: 1,
      runs: 0,
      events: 0,
      short: false,
      flows: [],
    })
  })

  test('runs long enough for slow requests, and says when it cannot', () => {
    const many = (rate: string) => {
      const base = design({ replicas: 1000, serviceTime: '50 ms' })
      return { ...base, architecture: { ...base.architecture, flows: base.architecture.flows.map(f => ({ ...f, rate })) } }
    }
    const found = checkByEvents({ design: many('100K /s'), kinds, given: {}, load: 1, failures: [] })
    expect(found.short).toBe(false)
    expect(found.flows[0]?.p99.ratio).toBeCloseTo(1, 1)
    expect(checkByEvents({ design: many('900K /s'), kinds, given: {}, load: 1, failures: [] }).short).toBe(true)
  })

  test('is the same each time', () => {
    expect(JSON.stringify(check(design()))).toBe(JSON.stringify(check(design())))
  })
})
