import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { erlangB, erlangC, littlesLaw, mm1, mmc } from './queueing.ts'

describe('queueing', () => {
  test('M/M/1 at 5 arrivals and 8 services a second waits 0.2083 s', () => {
    const queue = mm1(5, 8)
    expect(queue.utilization).toBe(0.625)
    expect(queue.waitTime).toBeCloseTo(5 / 24, 9)
    expect(queue.responseTime).toBeCloseTo(1 / 3, 9)
    expect(queue.waitProbability).toBeCloseTo(0.625, 12)
  })

  test('Erlang C agrees with published values', () => {
    // Two servers at 75%: 0.6429; the textbook closed form 2 rho^2 / (1 + rho).
    expect(erlangC(2, 0.75)).toBeCloseTo((2 * 0.75 ** 2) / 1.75, 12)
    expect(erlangB(1, 1)).toBe(0.5)
    expect(erlangB(5, 3)).toBeCloseTo(0.11005, 5)
  })

  test('waits without end at full utilization', () => {
    expect(erlangC(3, 1)).toBe(1)
    expect(mmc(30, 10, 3).waitTime).toBe(Number.POSITIVE_INFINITY)
    expect(erlangC(0, 0.5)).toBeNaN()
    expect(erlangC(2, -1)).toBeNaN()
  })

  test('obeys Little: what waits is arrivals times the wait, and more servers wait less', () => {
    const rho = fc.double({ min: 0.05, max: 0.95, noNaN: true })
    fc.assert(
      fc.property(rho, fc.integer({ min: 1, max: 200 }), (utilization, servers) => {
        const queue = mmc(utilization * servers * 10, 10, servers)
        expect(queue.queueLength).toBeCloseTo(littlesLaw(utilization * servers * 10, queue.waitTime), 9)
        expect(erlangC(servers + 1, utilization)).toBeLessThanOrEqual(queue.waitProbability + 1e-12)
      }),
    )
  })
})
