import { describe, expect, test } from 'vitest'
import { addMoments, cdfOf, gammaCdf, logGamma, longestOf, quantileOfMixture, serviceMoments, withChance } from './gamma.ts'

describe('gamma times', () => {
  test('have the factorial for a logarithm, and the Erlang distribution for whole shapes', () => {
    expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 10)
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 10)
    for (const x of [0.01, 0.5, 1, 3, 12]) {
      expect(gammaCdf(1, x)).toBeCloseTo(1 - Math.exp(-x), 12)
      expect(gammaCdf(3, x)).toBeCloseTo(1 - Math.exp(-x) * (1 + x + (x * x) / 2), 12)
    }
  })

  test('give the percentiles of an exponential', () => {
    const branch = [{ chance: 1, moments: serviceMoments(2, 1) }]
    for (const p of [0.5, 0.95, 0.99]) expect(quantileOfMixture(branch, p)).toBeCloseTo(-2 * Math.log(1 - p), 6)
  })

  test('give the percentiles of a mixture of a hit and a miss', () => {
    const branches = [
      { chance: 0.9, moments: serviceMoments(1, 1) },
      { chance: 0.1, moments: serviceMoments(10, 1) },
    ]
    const t = quantileOfMixture(branches, 0.95)
    expect(0.9 * (1 - Math.exp(-t)) + 0.1 * (1 - Math.exp(-t / 10))).toBeCloseTo(0.95, 8)
    expect(quantileOfMixture([{ chance: 1, moments: serviceMoments(0, 0) }], 0.99)).toBe(0)
  })

  test.each([2, 5, 10, 100])('the longest of %s exponentials is the harmonic number', n => {
    let mean = 0
    let variance = 0
    let third = 0
    for (let i = 1; i <= n; i++) {
      mean += 1 / i
      variance += 1 / (i * i)
      third += 2 / i ** 3
    }
    const longest = longestOf(n, serviceMoments(1, 1))
    expect(longest.mean).toBeCloseTo(mean, 6)
    expect(longest.variance).toBeCloseTo(variance, 5)
    expect(longest.third / third).toBeCloseTo(1, 4)
  })

  test.each([0.5, 2, 4])('of a log-normal of cv %s are its own percentiles', cv => {
    const spread = Math.log(1 + cv * cv)
    const median = Math.exp(-spread / 2)
    const cdf = cdfOf(serviceMoments(1, cv))
    expect(cdf(median)).toBeCloseTo(0.5, 9)
    expect(cdf(median * Math.exp(2.3263478740408408 * Math.sqrt(spread)))).toBeCloseTo(0.99, 9)
    expect(cdf(0)).toBe(0)
  })

  test('add up, and count by their chance', () => {
    expect(addMoments({ mean: 1, variance: 2, third: 5 }, { mean: 3, variance: 4, third: 6 })).toEqual({
      mean: 4,
      variance: 6,
      third: 11,
    })
    expect(withChance(0.5, { mean: 2, variance: 0, third: 0 })).toEqual({ mean: 1, variance: 1, third: 0 })
  })
})
