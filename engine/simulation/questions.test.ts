import { describe, expect, test } from 'vitest'
import { flow, model, part } from '#tests/factories/plain-model.ts'
import { modelOfExemplar } from '#tests/factories/simulated-design.ts'
import { evaluate } from './evaluate.ts'
import { withParts } from './model.ts'
import { ablate, bottleneck, breakingPoint, cheapest, compare, migrate, nemesis, withoutPart } from './questions.ts'

const fast = (target: number) => ({ id: 'fast', quality: 'latency', percentile: 99, target }) as const
const chain = (target: number) =>
  model(
    [
      part('a', { capacity: 20, serviceTime: 0.05, price: 10 }),
      part('b', { price: 20 }),
      part('c', { capacity: 100, serviceTime: 0.01, price: 5 }),
    ],
    [{ ...flow('x', 6, ['a', 'b', 'c']), objectives: [fast(target)] }],
  )

describe('bottleneck', () => {
  test('names what is full first, and nothing when nothing has a limit', () => {
    expect(bottleneck(chain(9))).toEqual({ component: 'b', utilization: 0.6 })
    expect(bottleneck(model([part('a', { capacity: undefined })], [flow('x', 1, ['a'])]))).toBeUndefined()
  })

  test('of the URL shortener is the click counter, not the store', () => {
    expect(bottleneck(modelOfExemplar('url-shortener', 'strong'))?.component).toBe('counter')
  })
})

describe('breakingPoint', () => {
  test('finds the full component where no objective is nearer', () => {
    const { load, breaks } = breakingPoint(model([part('a')], [flow('x', 4, ['a'])]))
    expect(load).toBeCloseTo(2.5, 1)
    expect(breaks).toEqual(['a'])
  })

  test('finds the objective that breaks before anything is full', () => {
    // M/M/1: the 99th percentile is ln(100) / (mu - lambda), a second at lambda = 10 - 4.605.
    const net = model([part('a')], [{ ...flow('x', 1, ['a']), objectives: [fast(1)] }])
    const { load, breaks } = breakingPoint(net)
    expect(load).toBeCloseTo(10 - Math.log(100), 1)
    expect(breaks).toEqual(['fast of x'])
  })

  test('is 0 for what never holds and null for what always does', () => {
    expect(breakingPoint(model([part('a')], [{ ...flow('x', 1, ['a']), objectives: [fast(0.01)] }])).load).toBe(0)
    expect(breakingPoint(model([part('a', { capacity: undefined })], [flow('x', 1, ['a'])])).load).toBeNull()
  })
})

describe('nemesis', () => {
  test('is the failure that takes most, the narrowest of equals', () => {
    const net = model([part('a'), part('b'), part('c')], [flow('x', 6, ['a', 'b']), flow('y', 3, ['a', 'c'])])
    expect(nemesis(net)).toEqual({ failure: 'component:a', share: 1, users: 1, flows: ['x', 'y'] })
  })
})

describe('ablate', () => {
  test('names what buys nothing and what would be lost', () => {
    const cache = part('cache', { category: 'cache', hitRatio: 0.9, capacity: 1000, serviceTime: 0.001, price: 50 })
    const net = (capacity: number) =>
      model(
        [part('web', { capacity: 1000, serviceTime: 0.001 }), cache, part('store', { category: 'store', capacity })],
        [flow('x', 50, ['web', 'cache', 'store'])],
      )
    expect(ablate(net(1000)).find(a => a.component === 'cache')).toEqual({
      component: 'cache',
      buysNothing: true,
      lost: [],
      saves: 50,
    })
    expect(ablate(net(10)).find(a => a.component === 'cache')).toMatchObject({ buysNothing: false, lost: ['store'] })
    expect(ablate(net(10)).find(a => a.component === 'store')).toMatchObject({ buysNothing: false })
    // Full with it already, and ten times as full without it.
    expect(ablate(net(3)).find(a => a.component === 'cache')).toMatchObject({ buysNothing: false, lost: ['store'] })
  })

  test('bypasses a component, its calls multiplied', () => {
    const net = model([part('a'), part('b'), part('c')], [])
    const steps = [
      { part: 'a', parent: -1, calls: 1, sync: true, timeout: null, retries: 0 },
      { part: 'b', parent: 0, calls: 2, sync: true, timeout: null, retries: 0 },
      { part: 'c', parent: 1, calls: 3, sync: true, timeout: null, retries: 0 },
    ]
    const without = withoutPart({ ...net, flows: [{ ...flow('x', 1, []), steps }] }, 'b')
    expect(without.flows[0]?.steps.map(s => [s.part, s.parent, s.calls])).toEqual([
      ['a', -1, 1],
      ['c', 0, 6],
    ])
  })
})

describe('compare', () => {
  test('sets two designs side by side', () => {
    const { rows } = compare(chain(9), withParts(chain(9), { b: { replicas: 2 } }))
    const row = (what: string) => rows.find(r => r.what === what)
    expect(row('cost a month')).toEqual({ what: 'cost a month', a: 35, b: 55 })
    expect(row('x p99')?.b ?? 0).toBeLessThan(row('x p99')?.a ?? 0)
    expect(row('saturatesAt')?.a).toBeCloseTo(10 / 6, 9)
  })
})

describe('cheapest', () => {
  test('meets the objective, and one replica less of anything does not', () => {
    const net = chain(0.9)
    const found = cheapest(net)
    if (!found.ok) throw new Error(found.message)
    const at = (counts: Record<string, number>) =>
      evaluate(withParts(net, Object.fromEntries(Object.entries(counts).map(([id, n]) => [id, { replicas: n }]))))
    expect(at(found.replicas).holds).toBe(true)
    for (const [id, n] of Object.entries(found.replicas)) {
      if (n > 1) expect(at({ ...found.replicas, [id]: n - 1 }).holds).toBe(false)
    }
    expect(found.replicas).toEqual({ a: 1, b: 2, c: 1 })
  })

  test('says what no number of replicas can meet', () => {
    expect(cheapest(chain(0.01))).toMatchObject({ ok: false, reasons: ['fast of x'] })
  })
})

describe('migrate', () => {
  test('evaluates every step, and names those that do not hold and what fails in them', () => {
    const steps = [
      chain(9),
      withParts(chain(9), { b: { capacity: 5 } }),
      withParts(chain(9), { c: { capacity: 4 } }),
      withParts(chain(9), { b: { replicas: 2 } }),
    ]
    expect(migrate(steps)).toEqual([
      { step: 0, holds: true, fails: [], month: 35 },
      { step: 1, holds: false, fails: ['b', 'fast of x'], month: 35 },
      { step: 2, holds: false, fails: ['c', 'fast of x'], month: 35 },
      { step: 3, holds: true, fails: [], month: 55 },
    ])
  })
})
