import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeBreaker, makeGuard } from './call-guard.ts'

const options = { errors: 0.5, window: 10, open: 5, calls: 4 }

describe('a circuit breaker', () => {
  const opened = () => {
    const breaker = makeBreaker(options)
    for (const [i, good] of [true, true, false, false].entries()) breaker.record(i, good, 1)
    return breaker
  }

  test('opens at its share of errors, not before it has seen enough calls', () => {
    const breaker = makeBreaker(options)
    for (let i = 0; i < 3; i++) breaker.record(i, false, 1)
    expect(breaker.admits(1)).toBe(true)
    expect(opened().admits(1)).toBe(false)
  })

  test('admits one trial after its open time, and closes when that goes well', () => {
    const breaker = opened()
    expect(breaker.admits(5.9)).toBe(false)
    expect(breaker.admits(6)).toBe(true)
    breaker.sent(7)
    expect(breaker.admits(6.1)).toBe(false)
    breaker.record(2, false, 6.2)
    breaker.record(7, true, 6.3)
    expect(breaker.admits(6.4)).toBe(true)
    expect(breaker.admits(6.4)).toBe(true)
  })

  test('opens again for as long when the trial fails', () => {
    const breaker = opened()
    breaker.admits(6)
    breaker.sent(7)
    breaker.record(7, false, 8)
    expect([breaker.admits(12.9), breaker.admits(13)]).toEqual([false, true])
  })

  test('forgets what is older than its window', () => {
    const breaker = makeBreaker(options)
    for (let i = 0; i < 3; i++) breaker.record(i, false, 1)
    breaker.record(3, false, 12)
    expect(breaker.admits(12)).toBe(true)
  })
})

describe('a retry budget', () => {
  test('allows no more retries than its share of the first calls, and what was saved up', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.array(fc.boolean(), { maxLength: 500 }), (budget, firsts) => {
        const guard = makeGuard({ backoff: 0, budget, breaker: null })
        let retries = 0
        for (const first of firsts) {
          if (first) guard.first()
          else if (guard.mayRetry()) retries++
        }
        expect(retries).toBeLessThanOrEqual(10 + budget * firsts.filter(Boolean).length + 1e-9)
      }),
    )
  })

  test('of none leaves retries alone, and backoff doubles', () => {
    const guard = makeGuard({ backoff: 2, budget: null, breaker: null })
    expect(Array.from({ length: 100 }, () => guard.mayRetry())).not.toContain(false)
    expect([guard.delay(1, 0.5), guard.delay(2, 0.5), guard.delay(3, 0.5)]).toEqual([1, 2, 4])
  })
})
