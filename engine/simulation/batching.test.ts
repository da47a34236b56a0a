import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flow, model, part } from '#tests/factories/plain-model.ts'
import { evaluateBatches, fillOf } from './batching.ts'
import { evaluate } from './evaluate.ts'
import { simulateEvents } from './simulate-events.ts'
import { evaluateStation, toStation } from './station.ts'

const batching = (rate: number, size: number, wait: number, changes = {}) =>
  model([part('a', { capacity: 10 * size, batch: { size, wait }, ...changes })], [flow('x', rate, ['a'])])

const times = fc.double({ min: 0, max: 10, noNaN: true })

describe('a batch that fills', () => {
  test('waits for half of the others when no time limits it', () => {
    const { size, waits, time } = fillOf(20, 10, Number.POSITIVE_INFINITY)
    expect([size, waits / size, time]).toEqual([10, expect.closeTo(9 / 40, 9), expect.closeTo(9 / 20, 9)])
  })

  test('is of one where it does not wait, and of all that come in its time where it has room', () => {
    expect(fillOf(20, 10, 0)).toMatchObject({ size: 1, waits: 0 })
    expect(fillOf(20, 1000, 0.5).size).toBeCloseTo(11, 6)
  })

  test('is never larger than it may be, and larger the longer it waits', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 1000, noNaN: true }),
        fc.integer({ min: 2, max: 200 }),
        times,
        (rate, most, wait) => {
          const less = fillOf(rate, most, wait / 2)
          const more = fillOf(rate, most, wait)
          expect(less.size).toBeLessThanOrEqual(more.size + 1e-9)
          expect(more.size).toBeLessThanOrEqual(most + 1e-9)
          expect(more.waits / more.size).toBeLessThanOrEqual(wait + 1e-9)
        },
      ),
    )
  })
})

describe('a station that serves batches', () => {
  test('of one request is the plain station', () => {
    const station = toStation(10, 0.1, 1)
    const batches = evaluateBatches(6, station, { size: 1, wait: 0 })
    expect(batches?.waitTime).toBeCloseTo(evaluateStation(6, station)?.waitTime ?? Number.NaN, 6)
  })

  test('carries as many times more as a batch holds, and is full beyond that', () => {
    expect(evaluate(batching(80, 10, 0.05)).components.a?.saturated).toBe(false)
    expect(evaluate(batching(80, 10, 0.05)).saturatesAt).toBeCloseTo(1.25, 9)
    expect(evaluate(batching(101, 10, 0.05)).components.a).toMatchObject({ saturated: true, shortfall: expect.closeTo(1, 9) })
    expect(simulateEvents(batching(80, 10, 0), { runs: 3, duration: 200 }).flows.x?.goodput.mean).toBeCloseTo(80, -1)
    const alone = simulateEvents(model([part('a')], [flow('x', 80, ['a'])]), { runs: 1, duration: 200 })
    expect(alone.flows.x?.goodput.mean ?? 0).toBeLessThan(15)
  })

  test.each([
    ['it hardly waits for a server', 20, 10, 0.2, {}, 0.1],
    ['batches fill', 60, 10, 1, {}, 0.05],
    ['nothing waits to fill', 50, 10, 0, {}, 0.05],
    ['it is nearly full', 90, 10, 0.1, {}, 0.15],
    ['it is nearly full, fixed services', 90, 10, 0.1, { cv: 0 }, 0.3],
    ['there are two replicas', 120, 10, 0.1, { replicas: 2 }, 0.25],
  ])('waits as the event run says when %s', (_name, rate, size, wait, changes, most) => {
    const net = batching(rate, size, wait, changes)
    const seen = simulateEvents(net, { runs: 10, requests: 40_000 })
    const waits = evaluate(net).components.a?.waitTime ?? Number.NaN
    expect(Math.abs(waits / (seen.components.a?.waitTime.mean ?? Number.NaN) - 1)).toBeLessThan(most)
  })
})
