import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flow, model, part } from '#tests/factories/plain-model.ts'
import { modelOfExemplar } from '#tests/factories/simulated-design.ts'
import { hotShard, withHotShard } from './hot-shard.ts'
import { simulateEvents } from './simulate-events.ts'

const sharded = (rate: number, shards: number, count = 1e6) =>
  model(
    [part('db', { category: 'store', scaling: 'primary', shards, capacity: 10, serviceTime: 0.1, keys: { count, exponent: 1 } })],
    [flow('x', rate, ['db'])],
  )
const found = (...args: Parameters<typeof hotShard>) => {
  const result = hotShard(...args)
  if (!result.ok) throw new Error(result.message)
  return result
}

describe('the hottest shard', () => {
  test('has its fair share of even keys, and the utilization of all', () => {
    const { times, utilization, saturatesAt, evenSaturatesAt } = found(sharded(40, 8), 'db', 0)
    expect(times).toBeCloseTo(1, 1)
    expect(utilization).toBeCloseTo(0.5, 1)
    expect(saturatesAt).toBeCloseTo(evenSaturatesAt, 1)
    expect(evenSaturatesAt).toBeCloseTo(2, 9)
  })

  test('is full while the store as a whole is far from it', () => {
    const { saturated, utilization, evenSaturatesAt, waitTime } = found(sharded(160, 32), 'db', 1.2)
    expect(saturated).toBe(true)
    expect(utilization).toBeGreaterThan(2)
    expect(evenSaturatesAt).toBeCloseTo(2, 9)
    expect(waitTime).toBeNull()
  })

  test('of one tenant among few is that tenant: 1 of H(10) of the requests', () => {
    // H(10) = 2.92897.
    const { hottestKey } = found(sharded(8, 4, 10), 'db', 1)
    expect(hottestKey.share).toBeCloseTo(1 / 2.92897, 5)
    expect(hottestKey.utilization).toBeCloseTo(8 / 2.92897 / 10, 5)
    expect(hottestKey.saturatesAt).toBeCloseTo(10 / (8 / 2.92897), 4)
  })

  test('is never better than even, nor better than its hottest key, however many shards there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.double({ min: 0, max: 2, noNaN: true }), (shards, exponent) => {
        const { saturatesAt, evenSaturatesAt, hottestKey } = found(sharded(10, shards), 'db', exponent)
        expect(saturatesAt).toBeLessThanOrEqual(evenSaturatesAt * (1 + 1e-9))
        expect(saturatesAt).toBeLessThanOrEqual(hottestKey.saturatesAt * (1 + 1e-9))
      }),
      { numRuns: 20 },
    )
  })

  test('waits in the event run as it says, and its backlog grows there when it is full', () => {
    const net = sharded(20, 8)
    const hot = found(net, 'db', 0.9)
    expect(hot.saturated).toBe(false)
    const { components } = simulateEvents(withHotShard(net, 'db', hot), { runs: 10, requests: 20_000 })
    const rest = (20 * (1 - hot.share)) / 7
    const mean = hot.share * (hot.waitTime ?? 0) + (1 - hot.share) * (rest / 10 / (10 - rest))
    expect(Math.abs((components.db?.waitTime.mean ?? 0) / mean - 1)).toBeLessThan(0.08)
    const full = withHotShard(sharded(40, 8), 'db', found(sharded(40, 8), 'db', 1.2))
    const run = simulateEvents(full, { runs: 2, duration: 2000 })
    expect(run.components.db?.utilization.mean ?? 1).toBeLessThan(0.7)
    const tooMuch = 40 * found(sharded(40, 8), 'db', 1.2).share - 10
    expect(Math.abs((run.components.db?.peakQueue ?? 0) / (tooMuch * 2000) - 1)).toBeLessThan(0.15)
  })

  test('reads the keys of a design, and says what it has to know', () => {
    const net = modelOfExemplar('url-shortener', 'strong')
    expect(found(net, 'counts', 1).keys).toBeGreaterThan(1e9)
    expect(hotShard(net, 'lb', 1)).toMatchObject({ ok: false, message: expect.stringContaining('lb has no shards') })
    expect(hotShard(net, 'web', 1)).toMatchObject({ ok: false, mend: expect.stringContaining('Set keys on web') })
    expect(hotShard(net, 'no', 1)).toMatchObject({ ok: false, message: 'there is no component "no" in the design.' })
    expect(hotShard(net, 'db', -1)).toMatchObject({ ok: false, message: expect.stringContaining('cannot be spread') })
  })
})
