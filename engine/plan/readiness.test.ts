import { describe, expect, it } from 'vitest'
import { normalCdf, readiness } from './readiness.ts'

const today = (score: number) => ({ score, days: 0 })

describe('readiness', () => {
  it('knows nothing of somebody who has not sat, and says so', () => {
    const { expected, low, high, thin } = readiness([], 0.6)
    expect(expected).toBe(0.5)
    expect(high - low).toBeGreaterThan(0.5)
    expect(thin).toBe(true)
  })

  it('follows the scores, and grows surer with each of them', () => {
    const few = readiness([today(0.8)], 0.6)
    const many = readiness([0.8, 0.8, 0.8, 0.8].map(today), 0.6)
    expect(many.expected).toBeGreaterThan(few.expected)
    expect(many.high - many.low).toBeLessThan(few.high - few.low)
    expect(many.chance).toBeGreaterThan(0.85)
    expect(many.thin).toBe(false)
    expect(readiness([0.4, 0.4, 0.4, 0.4].map(today), 0.6).chance).toBeLessThan(0.2)
  })

  it('lets old sittings fade', () => {
    const fresh = readiness([today(0.9), today(0.9)], 0.6)
    const old = readiness(
      [
        { score: 0.9, days: 120 },
        { score: 0.9, days: 120 },
      ],
      0.6,
    )
    expect(old.expected).toBeLessThan(fresh.expected)
    expect(old.high - old.low).toBeGreaterThan(fresh.high - fresh.low)
  })

  it('uses the normal distribution of the tables', () => {
    expect(normalCdf(0)).toBeCloseTo(0.5, 7)
    expect(normalCdf(1.96)).toBeCloseTo(0.9750021, 6)
    expect(normalCdf(-1)).toBeCloseTo(0.1586553, 6)
  })
})
