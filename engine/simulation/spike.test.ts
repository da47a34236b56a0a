import { describe, expect, test } from 'vitest'
import { flow, model, part } from '#tests/factories/plain-model.ts'
import { modelOfExemplar } from '#tests/factories/simulated-design.ts'
import type { Autoscaler, Part } from './model.ts'
import { fluidOf, type SpikeResult, spike } from './spike.ts'

const one = (rate: number, changes: Partial<Part> = {}) =>
  model([part('a', { capacity: 100, serviceTime: 0.01, cv: 0, ...changes })], [flow('x', rate, ['a'])])
const found = (result: SpikeResult | undefined) => {
  const [a, x] = [result?.components.a, result?.flows.x]
  if (!result || !a || !x) throw new Error('nothing was run')
  return { ...result, a, x }
}
const near = (is: number, wanted: number, by: number) => expect(Math.abs(is / wanted - 1)).toBeLessThan(by)

describe('a spike', () => {
  test.each([
    ['one replica', 60, {}, 3, 30, 1],
    ['four replicas', 240, { replicas: 4 }, 2.5, 40, 4],
    ['replicas that pull', 240, { replicas: 4, scaling: 'pulled' }, 2.5, 40, 4],
    ['exponential services', 60, { cv: 1 }, 4, 60, 1],
  ] as const)(
    'leaves the backlog of the fluid formula, which drains in its time: %s',
    (_name, rate, changes, factor, seconds, n) => {
      const { a } = found(spike(one(rate, changes), { factor, seconds }))
      const backlog = (rate * factor - 100 * n) * seconds
      const drain = backlog / (100 * n - rate)
      expect(a.fluid).toEqual({ backlog: expect.closeTo(backlog, 6), drainTime: expect.closeTo(drain, 6) })
      near(a.peakQueue.mean, backlog, 0.08)
      near(a.drainTime?.mean ?? Number.NaN, drain, 0.12)
      expect((a.drainTime?.low ?? 1e9) <= (a.drainTime?.high ?? 0)).toBe(true)
    },
  )

  test('loses nobody where nobody gives up, and all that came are answered', () => {
    const { x, sheds, a } = found(spike(one(60), { factor: 3, seconds: 20 }))
    expect(x.failed.mean).toBe(0)
    near(x.answered.mean, x.offered.mean, 0.02)
    expect(sheds).toEqual([])
    near(a.overCapacity.mean, 20, 0.06)
  })

  test('is shed by a queue with a limit: the longest queue is the limit, and the rest is refused', () => {
    const { a, x, sheds } = found(spike(one(60, { queueLimit: 50 }), { factor: 3, seconds: 20 }))
    expect(a.peakQueue.mean).toBe(50)
    near(a.refused.mean, 80 * 20 - 50, 0.1)
    expect(x.failed.mean).toBe(a.refused.mean)
    expect(sheds).toEqual(['a'])
    expect(a.drainTime?.mean ?? 100).toBeLessThan(3)
  })

  test('that fits leaves next to nothing, and one on a full component never drains', () => {
    const fits = found(spike(one(20), { factor: 2, seconds: 20 })).a
    expect(fits.fluid).toEqual({ backlog: 0, drainTime: 0 })
    expect(fits.drainTime?.mean ?? 10).toBeLessThan(1)
    const full = found(spike(one(110), { factor: 2, seconds: 20 })).a
    expect(full.fluid?.drainTime).toBeNull()
    expect(full.drainTime).toBeNull()
  })

  test('gives the same for a tenth of the design, where chance weighs little', () => {
    const net = one(600, { replicas: 10 })
    const whole = found(spike(net, { factor: 3, seconds: 20, runs: 3 }))
    const tenth = found(spike(net, { factor: 3, seconds: 20, runs: 3, events: 30_000 }))
    expect([whole.scale, tenth.scale > 4]).toEqual([1, true])
    near(tenth.a.peakQueue.mean, whole.a.peakQueue.mean, 0.06)
    near(tenth.a.drainTime?.mean ?? 0, whole.a.drainTime?.mean ?? 1, 0.1)
    near(tenth.x.offered.mean, whole.x.offered.mean, 0.05)
  })

  test('is the same for the same seed, and told over time', () => {
    const net = modelOfExemplar('url-shortener', 'strong')
    const options = { factor: 10, seconds: 5, seed: 4, runs: 2, events: 50_000 }
    const result = spike(net, options)
    expect(spike(net, options)).toEqual(result)
    const waiting = result?.timeline.map(sample => sample.parts.web?.waiting ?? 0) ?? []
    expect(Math.max(...waiting)).toBeGreaterThan(100 * (waiting[0] ?? 0) + 100)
  })

  test('has nothing to say without a flow or of no seconds', () => {
    expect(spike(model([part('a')], []), { factor: 2, seconds: 5 })).toBeUndefined()
    expect(spike(one(5), { factor: 2, seconds: 0 })).toBeUndefined()
  })

  test('has a drain time in proportion to its length', () => {
    expect(fluidOf(60, 100, 3, 60).drainTime).toBeCloseTo(2 * (fluidOf(60, 100, 3, 30).drainTime ?? 0), 9)
  })
})

describe('an autoscaler in a spike', () => {
  const usual: Autoscaler = { at: 0.7, step: 1, cooldown: 10, startTime: 10, most: 20, period: 5 }
  // Four replicas at half their capacity; the spike needs ten, twelve at 70%.
  const run = (changes: Partial<Autoscaler>) =>
    found(
      spike(one(40, { capacity: 20, serviceTime: 0.05, replicas: 4, autoscaler: { ...usual, ...changes } }), {
        factor: 5,
        seconds: 200,
        runs: 3,
      }),
    )
  const scaled = run({ step: 2 })

  test('adds replicas until the load fits, after they have started', () => {
    const replicas = scaled.timeline.map(sample => sample.parts.a?.replicas ?? 0)
    expect([...replicas].sort((a, b) => a - b)).toEqual(replicas)
    expect([replicas[0], (replicas.at(-1) ?? 0) >= 10]).toEqual([4, true])
    // From 4 to 10 by twos: three orders 10 s apart, the first after a look, and the start of the last.
    const enough = scaled.timeline.find(sample => (sample.parts.a?.replicas ?? 0) >= 10)?.time ?? 0
    expect(enough).toBeGreaterThan(30)
    expect(enough).toBeLessThan(50)
    near(scaled.a.overCapacity.mean, enough, 0.35)
  })

  test.each([
    [
      'cooldown',
      [
        { step: 2, cooldown: 5 },
        { step: 2, cooldown: 30 },
        { step: 2, cooldown: 100 },
      ],
    ],
    [
      'start',
      [
        { step: 2, startTime: 1 },
        { step: 2, startTime: 30 },
        { step: 2, startTime: 90 },
      ],
    ],
  ])('is never better off with a longer %s', (_name, settings) => {
    const results = settings.map(run)
    for (const [i, result] of results.entries()) {
      const before = results[i - 1]
      if (!before) continue
      expect(result.a.overCapacity.mean).toBeGreaterThan(before.a.overCapacity.mean)
      expect(result.a.peakQueue.mean).toBeGreaterThan(before.a.peakQueue.mean)
    }
  })

  test('never catches up with a step that is too small', () => {
    const slow = run({ step: 1, cooldown: 60 })
    // Four orders in 200 s: seven or eight replicas at its end, of ten.
    near(slow.a.overCapacity.mean, 200, 0.1)
    const atEnd = slow.timeline.findLast(sample => sample.time <= 200)?.parts.a?.replicas ?? 0
    expect(atEnd).toBeLessThan(10)
    expect(scaled.a.overCapacity.mean).toBeLessThan(80)
  })

  test('stops at its most, and loses fewer requests than none', () => {
    expect(run({ step: 10, most: 6 }).a.replicas.mean).toBe(6)
    const limited = (autoscaler?: Autoscaler) =>
      found(
        spike(one(40, { capacity: 20, serviceTime: 0.05, replicas: 4, queueLimit: 100, ...(autoscaler ? { autoscaler } : {}) }), {
          factor: 5,
          seconds: 100,
        }),
      ).x.failed.mean
    expect(limited({ ...usual, step: 4 })).toBeLessThan(limited() * 0.7)
  })
})
