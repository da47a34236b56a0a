import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flow, model, part } from '#tests/factories/plain-model.ts'
import { modelOfExemplar } from '#tests/factories/simulated-design.ts'
import { kOfNAvailability } from '../formula/availability.ts'
import { statesOf } from './availability-of-flow.ts'
import { blastOf, evaluate } from './evaluate.ts'
import { failuresOf, readFailure } from './failures.ts'
import type { Model } from './model.ts'

const failure = (text: string, of: Model) => {
  const read = readFailure(text, of)
  if (!read.ok) throw new Error(read.message)
  return read.failure
}

describe('evaluate: agreement with theory', () => {
  test('a Jackson network of three: rates by routing, each queue by itself, responses add up', () => {
    const net = model(
      [part('a', { capacity: 20, serviceTime: 0.05 }), part('b'), part('c', { capacity: 8, serviceTime: 0.125 })],
      [flow('x', 5, ['a', 'b']), flow('y', 4, ['a', 'c'], [1, 1.0])],
    )
    const { flows, components } = evaluate(net)
    expect(components.a?.utilization).toBeCloseTo(9 / 20, 12)
    // M/M/1: 1 / (mu - lambda).
    expect(flows.x?.mean).toBeCloseTo(1 / (20 - 9) + 1 / (10 - 5), 9)
    expect(flows.y?.mean).toBeCloseTo(1 / (20 - 9) + 1 / (8 - 4), 9)
  })

  test('one exponential server answers within the percentiles of M/M/1', () => {
    const { flows } = evaluate(model([part('a')], [flow('x', 6, ['a'])]))
    expect(flows.x?.p50).toBeCloseTo(Math.log(2) / 4, 6)
    expect(flows.x?.p99).toBeCloseTo(Math.log(100) / 4, 6)
  })

  test('a fan-out waits for the longest of n', () => {
    const { flows } = evaluate(
      model([part('a', { capacity: undefined, scaling: 'elastic' }), part('b')], [flow('x', 1, ['a', 'b'], [1, 4])]),
    )
    // Four calls of each of 1 /s: the queue has 4 /s of 10, so 1/6 s a call; the longest of four is 25/12 of that.
    expect(flows.x?.mean).toBeCloseTo(0.1 + ((1 / 6) * 25) / 12, 6)
  })

  test('replicas are queues of their own, pulled work waits in one', () => {
    const own = evaluate(model([part('a', { replicas: 2 })], [flow('x', 15, ['a'])]))
    const one = evaluate(model([part('a', { replicas: 2, scaling: 'pulled' })], [flow('x', 15, ['a'])]))
    expect(own.flows.x?.mean).toBeCloseTo(1 / (10 - 7.5), 9)
    // M/M/2 at 75%: the service over 1 - rho^2.
    expect(one.flows.x?.mean).toBeCloseTo(0.1 / (1 - 0.75 ** 2), 9)
  })

  test('a hit does not spare a store that nobody waits for', () => {
    const parts = [part('web'), part('cache', { category: 'cache', hitRatio: 0.9 }), part('log', { category: 'store' })]
    const asked = (sync: boolean) => {
      const one = flow('x', 5, ['web', 'cache', 'log'])
      const steps = one.steps.map((step, i) => (i === 2 ? { ...step, sync } : step))
      return evaluate(model(parts, [{ ...one, steps }])).components.log?.arrivalRate
    }
    expect(asked(true)).toBeCloseTo(0.5, 9)
    expect(asked(false)).toBeCloseTo(5, 9)
  })

  test('a hit spares the store, and the percentiles are those of the mixture', () => {
    const cache = part('cache', { category: 'cache', hitRatio: 0.9, capacity: 1000, serviceTime: 0.001 })
    const store = part('store', { category: 'store' })
    const { components, flows } = evaluate(
      model([part('a', { capacity: 1000, serviceTime: 0.001 }), cache, store], [flow('x', 50, ['a', 'cache', 'store'])]),
    )
    expect(components.store?.arrivalRate).toBeCloseTo(5, 9)
    expect(flows.x?.p50 ?? 1).toBeLessThan(0.003)
    // One in ten misses, and one in ten of these is beyond the 90th percentile of M/M/1 with 5 /s to spare.
    expect(flows.x?.p99).toBeCloseTo(Math.log(10) / 5, 1)
  })

  test('k of n replicas, with the k that the load needs', () => {
    const of = (rate: number) =>
      evaluate(model([part('a', { replicas: 5, availability: 0.99 })], [flow('x', rate, ['a'])])).flows.x?.availability
    expect(of(5)).toBeCloseTo(kOfNAvailability(1, 5, 0.99), 9)
    expect(of(25)).toBeCloseTo(kOfNAvailability(3, 5, 0.99), 9)
    expect(of(49)).toBeCloseTo(kOfNAvailability(5, 5, 0.99), 9)
  })

  test('series multiply', () => {
    const net = model([part('a', { availability: 0.99 }), part('b', { availability: 0.98 })], [flow('x', 1, ['a', 'b'])])
    expect(evaluate(net).flows.x?.availability).toBeCloseTo(0.9702, 9)
  })

  test('a machine in one zone is as good as the zone, three zones are better', () => {
    const of = (zones: number) =>
      evaluate(model([part('a', { reach: 'zone', zones, replicas: 3 })], [flow('x', 1, ['a'])])).flows.x?.availability ?? 0
    expect(of(1)).toBeCloseTo(0.9995 * 0.9999, 6)
    expect(of(3)).toBeCloseTo(0.9999, 6)
    expect(statesOf(model([part('a', { reach: 'zone', zones: 3 })], [])).reduce((sum, s) => sum + s.chance, 0)).toBeCloseTo(1, 12)
  })

  test('a lost cache loads the store: the flow is answered only as far as that can carry it', () => {
    const of = (capacity: number) =>
      evaluate(
        model(
          [
            part('a', { capacity: 1000 }),
            part('cache', { category: 'cache', hitRatio: 0.9, capacity: 1000, availability: 0.99 }),
            part('store', { category: 'store', capacity }),
          ],
          [flow('x', 100, ['a', 'cache', 'store'])],
        ),
      ).flows.x?.availability
    expect(of(200)).toBeCloseTo(1, 9)
    expect(of(20)).toBeCloseTo(0.99 + 0.01 * 0.2, 9)
  })
})

describe('evaluate: what it must hold to', () => {
  const networks = fc
    .record({
      parts: fc.array(
        fc.record({
          capacity: fc.integer({ min: 50, max: 5000 }),
          serviceTime: fc.double({ min: 0.0005, max: 0.1, noNaN: true }),
          cv: fc.double({ min: 0, max: 3, noNaN: true }),
          replicas: fc.integer({ min: 1, max: 8 }),
          zones: fc.integer({ min: 1, max: 3 }),
          availability: fc.double({ min: 0.9, max: 1, noNaN: true }),
          scaling: fc.constantFrom('replicas', 'pulled', 'primary', 'elastic'),
          hitRatio: fc.option(fc.double({ min: 0, max: 0.99, noNaN: true }), { nil: undefined }),
          reach: fc.constantFrom('zone', 'global'),
        }),
        { minLength: 2, maxLength: 8 },
      ),
      routes: fc.array(
        fc.record({ rate: fc.double({ min: 1, max: 900, noNaN: true }), mask: fc.integer({ min: 1, max: 255 }) }),
        {
          minLength: 1,
          maxLength: 4,
        },
      ),
    })
    .map(({ parts, routes }) =>
      model(
        parts.map((p, i) =>
          part(`p${i}`, { ...p, category: p.hitRatio === undefined ? (i % 2 ? 'store' : 'compute') : 'cache' }),
        ),
        routes.map((route, i) => {
          const passed = parts.flatMap((_, j) => (route.mask & (1 << j) ? [`p${j}`] : []))
          return flow(`f${i}`, route.rate, passed.length > 0 ? passed : ['p0'])
        }),
      ),
    )

  test("Little's law: what is inside a network is what comes times how long it stays", () => {
    fc.assert(
      fc.property(networks, net => {
        const { flows, components } = evaluate(net)
        if (Object.values(flows).some(f => f.mean === null)) return
        const inside = Object.values(components).reduce((sum, c) => sum + c.arrivalRate * (c.responseTime ?? 0), 0)
        const stays = Object.values(flows).reduce((sum, f) => sum + f.rate * (f.mean ?? 0), 0)
        expect(inside / stays).toBeCloseTo(1, 6)
        for (const c of Object.values(components)) expect(c.queueLength).toBeCloseTo(c.arrivalRate * (c.waitTime ?? 0), 6)
      }),
      { numRuns: 200 },
    )
  })

  test('more load never lowers a utilization or raises an availability, and no number is infinite', () => {
    fc.assert(
      fc.property(networks, fc.double({ min: 1, max: 20, noNaN: true }), (net, load) => {
        const less = evaluate(net)
        const more = evaluate(net, load)
        for (const [id, c] of Object.entries(less.components)) {
          expect(more.components[id]?.utilization).toBeGreaterThanOrEqual(c.utilization - 1e-12)
        }
        for (const [id, f] of Object.entries(less.flows)) {
          expect(more.flows[id]?.availability).toBeLessThanOrEqual(f.availability + 1e-9)
        }
        expect(findBadNumber(more)).toBeUndefined()
      }),
      { numRuns: 200 },
    )
  })

  test('more replicas never raise the utilization of a component', () => {
    fc.assert(
      fc.property(networks, net => {
        const more = {
          ...net,
          parts: { ...net.parts, p0: part('p0', { ...net.parts.p0, replicas: (net.parts.p0?.replicas ?? 1) + 1 }) },
        }
        expect(evaluate(more).components.p0?.utilization).toBeLessThanOrEqual(
          (evaluate(net).components.p0?.utilization ?? 0) + 1e-12,
        )
      }),
    )
  })

  test('the load at which it saturates is where a search finds the first full component', () => {
    fc.assert(
      fc.property(networks, net => {
        const { saturatesAt } = evaluate(net)
        if (saturatesAt === null) return
        const full = (load: number) => Object.values(evaluate(net, load).components).some(c => c.saturated)
        expect(full(saturatesAt * 0.999999)).toBe(false)
        expect(full(saturatesAt * 1.000001)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  test('a full component is told with its shortfall, and times are null', () => {
    const { components, flows, holds } = evaluate(model([part('a')], [flow('x', 25, ['a'])]))
    expect(components.a).toMatchObject({ saturated: true, utilization: 2.5, shortfall: 15, responseTime: null, saturatesAt: 0.4 })
    expect(flows.x).toMatchObject({ p99: null, throughput: 10 })
    expect(holds).toBe(false)
  })
})

/** The path of the first number that is not finite. */
function findBadNumber(value: unknown, path = ''): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : path
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const found = findBadNumber(inner, `${path}.${key}`)
    if (found) return found
  }
  return undefined
}

describe('failures', () => {
  test('a cell of 2M users among 1000 takes 0.1%', () => {
    const cells = model(
      [
        part('router', { category: 'router', managed: true, scaling: 'elastic', capacity: undefined }),
        part('cell', { cells: 1000, replicas: 3, capacity: 100 }),
      ],
      [flow('x', 100_000, ['router', 'cell'])],
    )
    expect(blastOf(cells, [failure('cell', cells)]).share).toBeCloseTo(0.001, 9)
    expect(blastOf(cells, [failure('component:router', cells)]).share).toBe(1)
  })

  test('a zone takes a third of the machines, and what the rest cannot carry', () => {
    const net = model([part('a', { reach: 'zone', zones: 3, replicas: 3 })], [flow('x', 25, ['a'])])
    expect(blastOf(net, [failure('zone:a', net)]).share).toBeCloseTo(1 - 20 / 25, 9)
    expect(blastOf(net, [failure('zone:a', net)], 0.5).share).toBe(0)
  })

  test('are those that the design can have', () => {
    expect(failuresOf(modelOfExemplar('url-shortener', 'strong'))).toEqual(
      expect.arrayContaining(['component:db', 'zone:c', 'region:1']),
    )
    expect(failuresOf(modelOfExemplar('url-shortener', 'strong'))).not.toContain('cell')
  })

  test.each([
    ['component:nothing', 'there is no component "nothing"'],
    ['earthquake:a', '"earthquake" cannot fail'],
    ['zone', '"zone" names no failure'],
  ])('refuses %s', (text, message) => {
    const read = readFailure(text, model([part('a')], []))
    expect(read.ok ? '' : read.message).toContain(message)
  })
})
