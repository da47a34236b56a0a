import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluateStation, parallelism, toStation } from './station.ts'

describe('a station', () => {
  test('is M/M/1 with one server and exponential service: mean and variance of the response', () => {
    const at = evaluateStation(5, toStation(8, 1 / 8, 1))
    expect(at?.utilization).toBeCloseTo(0.625, 12)
    expect(at?.response.mean).toBeCloseTo(1 / 3, 9)
    expect(at?.response.variance).toBeCloseTo(1 / 9, 9)
  })

  // Erlang C by load and servers, to the four digits of the printed tables.
  test.each([
    [1, 0.5, 0.5],
    [2, 1, 0.3333],
    [3, 2, 0.4444],
    [5, 4, 0.5541],
    [10, 8, 0.4092],
    [10, 5, 0.0361],
    [20, 18, 0.5508],
  ])('waits with the chance of Erlang C: %s servers at %s erlangs', (servers, load, chance) => {
    const at = evaluateStation(load, toStation(servers, 1, 1))
    expect(at?.waitProbability).toBeCloseTo(chance, 4)
    expect(at?.waitTime).toBeCloseTo((at?.waitProbability ?? 0) / (servers - load), 9)
  })

  test.each([0, 0.5, 1, 2, 3])('is M/G/1 by Pollaczek and Khinchine at cv %s', cv => {
    for (const utilization of [0.1, 0.5, 0.9]) {
      const service = 0.02
      const at = evaluateStation(utilization / service, toStation(1 / service, service, cv))
      const wait = (utilization * service * (1 + cv * cv)) / (2 * (1 - utilization))
      expect(at?.waitTime).toBeCloseTo(wait, 9)
    }
  })

  test('has no steady state at or above full utilization', () => {
    expect(evaluateStation(10, toStation(10, 0.1, 1))).toBeUndefined()
    expect(evaluateStation(11, toStation(10, 0.1, 1))).toBeUndefined()
  })

  test('works on capacity times service time requests at once, and on one at least', () => {
    expect([parallelism(1000, 0.01), parallelism(10, 0.001), parallelism(100, 0.026)]).toEqual([10, 1, 3])
    expect(toStation(1000, 0.0001, 1).perServer).toBe(0.001)
  })

  test('obeys Little, and more load never waits less', () => {
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true })
    fc.assert(
      fc.property(
        share,
        share,
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: 0, max: 4, noNaN: true }),
        (a, b, servers, cv) => {
          const station = toStation(servers * 10, 0.1, cv)
          const less = evaluateStation(Math.min(a, b) * servers * 10, station)
          const more = evaluateStation(Math.max(a, b) * servers * 10, station)
          if (!less || !more) throw new Error('a steady state was expected')
          expect(more.inside).toBeCloseTo(Math.max(a, b) * servers * 10 * more.response.mean, 6)
          expect(more.waitTime).toBeGreaterThanOrEqual(less.waitTime * (1 - 1e-9))
        },
      ),
    )
  })
})
