import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rebalance } from './rebalance.ts'
import { keysMoved } from './skew.ts'

const found = (...args: Parameters<typeof rebalance>) => {
  const result = rebalance(...args)
  if (!result) throw new Error('nothing to place')
  return result
}

describe('adding a shard', () => {
  test.each([1, 4, 10, 50])('moves 1 of n + 1 keys on a ring and n of n + 1 by modulo, from %s shards', shards => {
    const { ring, modulo } = found({ shards, virtualNodes: 100, runs: 30 })
    expect(Math.abs(ring.moved.mean / (1 / (shards + 1)) - 1)).toBeLessThan(0.06)
    expect(ring.moved.low ?? 1).toBeLessThanOrEqual(keysMoved(shards, 'ring') * 1.02)
    expect(Math.abs(modulo.moved.mean / (shards / (shards + 1)) - 1)).toBeLessThan(0.01)
  })

  test('with one point a shard leaves the fullest of n the harmonic number times the mean', () => {
    // The longest of n random arcs is H(n) / n of the circle (Whitworth); H(10) = 2.929.
    expect(found({ shards: 10, virtualNodes: 1, runs: 400 }).ring.imbalance.mean).toBeCloseTo(2.929, 0)
  })

  test('is the more even the more points a shard has, by about the root of their number', () => {
    const over = [1, 10, 100, 1000].map(virtualNodes => found({ shards: 20, virtualNodes }).ring.imbalance.mean - 1)
    expect([...over].sort((a, b) => b - a)).toEqual(over)
    expect((over[1] ?? 0) / (over[3] ?? 1)).toBeGreaterThan(6)
    expect((over[1] ?? 0) / (over[3] ?? 1)).toBeLessThan(16)
    // The largest of 20 normal deviations is 1.87 of them; one is 1 / sqrt(100) of the mean.
    expect(over[2]).toBeCloseTo(0.187, 1)
  })

  test('never gives the fullest less than the mean, and is the same for the same seed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 40 }), fc.nat(), (shards, virtualNodes, seed) => {
        const options = { shards, virtualNodes, seed, runs: 2 }
        const { ring, modulo } = found(options)
        expect(Math.min(ring.imbalance.mean, modulo.imbalance.mean)).toBeGreaterThanOrEqual(1 - 1e-9)
        expect(ring.moved.mean).toBeLessThan(1)
        expect(found(options)).toEqual({ ring, modulo })
      }),
      { numRuns: 20 },
    )
  })

  test('needs a shard and a point', () => {
    expect(rebalance({ shards: 0, virtualNodes: 1 })).toBeUndefined()
    expect(rebalance({ shards: 1, virtualNodes: 0 })).toBeUndefined()
  })
})
