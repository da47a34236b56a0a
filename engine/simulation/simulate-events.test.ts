import { describe, expect, test } from 'vitest'
import { flow, model, part } from '#tests/factories/plain-model.ts'
import { modelOfExemplar } from '#tests/factories/simulated-design.ts'
import { evaluate } from './evaluate.ts'
import { intervalOf } from './interval.ts'
import { withParts } from './model.ts'
import { runEvents } from './run-events.ts'
import { simulateEvents } from './simulate-events.ts'
import { evaluateStation, toStation } from './station.ts'

const one = (rate: number, changes = {}) => model([part('a', changes)], [flow('x', rate, ['a'])])
const patient = (timeout: number | null, retries: number, rate: number) => {
  const net = model(
    [part('client', { capacity: undefined, serviceTime: 0, cv: 0 }), part('a')],
    [flow('x', rate, ['client', 'a'])],
  )
  return {
    ...net,
    flows: net.flows.map(f => ({ ...f, steps: f.steps.map((s, i) => (i === 1 ? { ...s, timeout, retries } : s)) })),
  }
}

describe('the event run', () => {
  test('is the same for the same seed, and another for another', () => {
    const net = modelOfExemplar('url-shortener', 'strong')
    const options = { runs: 2, requests: 2000 }
    expect(simulateEvents(net, { ...options, seed: 7 })).toEqual(simulateEvents(net, { ...options, seed: 7 }))
    expect(simulateEvents(net, { ...options, seed: 7 })).not.toEqual(simulateEvents(net, { ...options, seed: 8 }))
  })

  test.each([
    ['M/M/1', 6, { capacity: 10, serviceTime: 0.1, cv: 1 }],
    ['M/D/1', 7, { capacity: 10, serviceTime: 0.1, cv: 0 }],
    ['M/G/1, log-normal', 5, { capacity: 10, serviceTime: 0.1, cv: 2 }],
    ['M/M/5', 40, { capacity: 50, serviceTime: 0.1, cv: 1 }],
    ['M/M/1 by two', 12, { replicas: 2 }],
    ['M/M/2, pulled', 14, { replicas: 2, scaling: 'pulled' }],
  ])('holds the theoretical wait of %s in most of its intervals', (_name, rate, changes) => {
    const net = one(rate, changes)
    const theory = evaluate(net).components.a?.waitTime ?? Number.NaN
    let held = 0
    for (let seed = 1; seed <= 20; seed++) {
      const { low, high } = simulateEvents(net, { seed: seed * 1000, runs: 10, requests: 4000 }).components.a?.waitTime ?? {}
      if ((low ?? Number.NaN) <= theory && theory <= (high ?? Number.NaN)) held++
    }
    expect(held).toBeGreaterThanOrEqual(16)
  })

  test('agrees with the percentiles of M/M/1, and with its utilization', () => {
    const { flows, components } = simulateEvents(one(6), { runs: 20, requests: 20_000 })
    expect(flows.x?.p99?.mean).toBeCloseTo(Math.log(100) / 4, 1)
    expect(components.a?.utilization.mean).toBeCloseTo(0.6, 2)
    expect(flows.x?.offered.mean).toBeCloseTo(6, 0)
  })

  test('is near the analytic model for a whole design', () => {
    const net = modelOfExemplar('url-shortener', 'strong')
    const analytic = evaluate(net).flows.redirect
    const { flows } = simulateEvents(net, { runs: 5, requests: 20_000 })
    for (const p of ['p50', 'p95', 'p99'] as const) {
      expect(Math.abs((flows.redirect?.[p]?.mean ?? 0) / (analytic?.[p] ?? 1) - 1)).toBeLessThan(0.1)
    }
  })

  test('keeps a server for as long as the capacity says, though the answer is out before', () => {
    // 10 /s at 20 ms: something other than the request's own time bounds it.
    const station = toStation(10, 0.02, 1)
    const wait = evaluateStation(6, station)?.waitTime ?? Number.NaN
    const { components, flows } = simulateEvents(one(6, { capacity: 10, serviceTime: 0.02 }), { runs: 20, requests: 20_000 })
    expect((components.a?.waitTime.mean ?? 0) / wait).toBeCloseTo(1, 1)
    expect((flows.x?.mean?.mean ?? 0) / (wait + 0.02)).toBeCloseTo(1, 1)
  })

  test('a retry storm: work for those who gave up takes the place of work for those who wait', () => {
    const calm = simulateEvents(patient(null, 0, 9), { runs: 3, duration: 2000 })
    const storm = simulateEvents(patient(0.3, 3, 9), { runs: 3, duration: 2000 })
    expect(calm.flows.x?.goodput.mean).toBeCloseTo(9, 0)
    expect(storm.components.a?.calls.mean ?? 0).toBeGreaterThan(15)
    expect(storm.flows.x?.goodput.mean ?? 9).toBeLessThan(5)
    expect(storm.components.a?.wasted.mean ?? 0).toBeGreaterThan(3)
  })

  test('a backlog is as long as what came too much, and drains by what is to spare', () => {
    const net = one(60, { capacity: 100, serviceTime: 0.01, cv: 0 })
    const { components } = simulateEvents(net, { runs: 5, duration: 200, spike: { from: 50, to: 80, factor: 3 } })
    // 80 /s too much for 30 s; then 40 /s to spare.
    expect(Math.abs((components.a?.peakQueue ?? 0) / 2400 - 1)).toBeLessThan(0.15)
    expect(Math.abs((components.a?.drainTime ?? 0) / 60 - 1)).toBeLessThan(0.15)
  })

  test('refuses by a full queue what M/M/1/K loses', () => {
    // One in service and four waiting: K = 5. Loss (1 - r) r^K / (1 - r^(K + 1)) at r = 0.8.
    const { components, flows } = simulateEvents(one(8, { queueLimit: 4 }), { runs: 10, requests: 40_000 })
    const loss = (0.2 * 0.8 ** 5) / (1 - 0.8 ** 6)
    expect(Math.abs((components.a?.refused.mean ?? 0) / (8 * loss) - 1)).toBeLessThan(0.05)
    expect(flows.x?.goodput.mean).toBeCloseTo(8 * (1 - loss), 1)
  })

  test('answers nothing when the component is gone, and passes a cache that is', () => {
    const gone = simulateEvents(one(5), { runs: 1, requests: 500, failed: [{ scope: 'component', component: 'a' }] })
    expect(gone.flows.x).toMatchObject({ goodput: { mean: 0 }, p99: null })
    const net = withParts(model([part('a'), part('c')], [flow('x', 2, ['a', 'c'])]), { c: { category: 'cache', hitRatio: 0.5 } })
    const without = simulateEvents(net, { runs: 1, requests: 2000, failed: [{ scope: 'component', component: 'c' }] })
    expect(without.flows.x?.goodput.mean ?? 0).toBeGreaterThan(1.8)
  })

  test('runs on when more comes than can be served, with finite numbers', () => {
    const run = runEvents(one(20), { seed: 1, duration: 100 })
    expect(run.parts.a?.utilization).toBeCloseTo(1, 1)
    expect(run.parts.a?.peakQueue ?? 0).toBeGreaterThan(500)
  })
})

describe('intervalOf', () => {
  test('is the mean with its t interval', () => {
    expect(intervalOf([1, 2, 3])).toEqual({
      mean: 2,
      low: expect.closeTo(2 - 4.303 / Math.sqrt(3), 9),
      high: expect.closeTo(2 + 4.303 / Math.sqrt(3), 9),
    })
    expect(intervalOf([5])).toEqual({ mean: 5, low: null, high: null })
    expect(intervalOf([])).toBeUndefined()
  })
})
