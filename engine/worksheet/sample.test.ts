import { describe, expect, test } from 'vitest'
import { makeRandom, normalQuantile, quantileOfSorted, SAMPLE_SIZE, sampleRange } from './sample.ts'

describe('normalQuantile', () => {
  test('agrees with tables of the normal distribution', () => {
    // NIST/SEMATECH e-Handbook, table of the normal distribution.
    for (const [p, z] of [
      [0.5, 0],
      [0.9, 1.2815515655],
      [0.975, 1.9599639845],
      [0.999, 3.0902323062],
      [0.01, -2.326347874],
    ] as const) {
      expect(normalQuantile(p)).toBeCloseTo(z, 7)
    }
  })
})

describe('sampleRange', () => {
  const sorted = (low: number, high: number) => sampleRange(low, high, makeRandom(3)).sort()

  test('has its ends as p10 and p90, whatever the seed', () => {
    for (const seed of [1, 2, 99]) {
      const sample = sampleRange(20, 80, makeRandom(seed)).sort()
      expect(quantileOfSorted(sample, 0.1)).toBeCloseTo(20, 3)
      expect(quantileOfSorted(sample, 0.9)).toBeCloseTo(80, 3)
    }
  })

  test('is lognormal and above zero when both ends are, else normal about the middle', () => {
    expect(sorted(1, 100)[0]).toBeGreaterThan(0)
    expect(quantileOfSorted(sorted(1, 100), 0.5)).toBeCloseTo(10, 3)
    expect(quantileOfSorted(sorted(-5, 15), 0.5)).toBeCloseTo(5, 9)
  })

  test('is shuffled so that two ranges are not correlated', () => {
    const random = makeRandom(7)
    const a = sampleRange(-1, 1, random)
    const b = sampleRange(-1, 1, random)
    const variance = a.reduce((sum, x) => sum + x * x, 0) / SAMPLE_SIZE
    const covariance = a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0) / SAMPLE_SIZE
    expect(Math.abs(covariance / variance)).toBeLessThan(0.1)
  })
})

describe('makeRandom', () => {
  test('repeats itself for a seed and spreads evenly', () => {
    const draw = (seed: number) => Array.from({ length: 10_000 }, makeRandom(seed))
    expect(draw(5)).toEqual(draw(5))
    expect(draw(5).reduce((sum, x) => sum + x, 0) / 10_000).toBeCloseTo(0.5, 1)
    expect(draw(5).every(x => x >= 0 && x < 1)).toBe(true)
  })
})
