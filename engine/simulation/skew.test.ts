import { describe, expect, test } from 'vitest'
import { keysMoved, skew } from './skew.ts'

describe('skew', () => {
  test('gives each shard its fair share of many even keys', () => {
    expect(skew(1e9, 16, 0)?.times).toBeCloseTo(1, 2)
  })

  test('never lets the hottest shard have less than the hottest key', () => {
    for (const shards of [1, 10, 1000]) {
      const found = skew(1e6, shards, 1.1)
      expect(found?.hottest ?? 0).toBeGreaterThanOrEqual((found?.hottestKey ?? 1) - 1e-12)
    }
    // 1 / H(10^6): 14.3927 is the harmonic number.
    expect(skew(1e6, 10, 1)?.hottestKey).toBeCloseTo(1 / 14.3927, 5)
  })

  test('gives one shard everything, and is the same for the same seed', () => {
    expect(skew(100, 1, 1)?.hottest).toBeCloseTo(1, 9)
    expect(skew(1e6, 8, 1, 3)).toEqual(skew(1e6, 8, 1, 3))
  })

  test.each([
    [0, 4, 1],
    [10, 0, 1],
    [10, 4, -1],
    [Number.NaN, 4, 1],
  ])('has no answer for %s keys on %s shards at %s', (keys, shards, exponent) => {
    expect(skew(keys, shards, exponent)).toBeUndefined()
  })
})

describe('keysMoved', () => {
  test('moves nearly all by modulo, and a fair share on a ring', () => {
    // Counted, not only computed: of the numbers up to 7 * 8 * 1000.
    let moved = 0
    for (let key = 0; key < 56_000; key++) if (key % 7 !== key % 8) moved++
    expect(keysMoved(7, 'modulo')).toBeCloseTo(moved / 56_000, 9)
    expect(keysMoved(7, 'ring')).toBe(0.125)
    expect(keysMoved(0, 'ring')).toBe(0)
  })
})
