import { describe, expect, test } from 'vitest'
import { flow, model, part } from '#tests/factories/plain-model.ts'
import { modelOfExemplar } from '#tests/factories/simulated-design.ts'
import { makeRandom } from '../worksheet/sample.ts'
import { evaluate } from './evaluate.ts'
import { hitRatioAfter, type WarmUpOptions, warmUp } from './warm-up.ts'
import { zipfGroups } from './zipf.ts'

const design = (rate: number, hitRatio: number, store = 1e6, keys = { count: 10_000, exponent: 0 }) =>
  model(
    [
      part('web', { capacity: 1e6, serviceTime: 0.001 }),
      part('cache', { category: 'cache', hitRatio, capacity: 1e6, serviceTime: 0.0001, keys }),
      part('store', { category: 'store', capacity: store, serviceTime: 0.001 }),
    ],
    [flow('x', rate, ['web', 'cache', 'store'])],
  )
const found = (net: ReturnType<typeof design>, options?: WarmUpOptions) => {
  const result = warmUp(net, 'cache', options)
  if (!result.ok) throw new Error(result.message)
  return result
}

describe('a flushed cache', () => {
  test('of even keys comes back as 1 - exp(-rate t / keys), up to its usual hit ratio', () => {
    const { ninety, whole, points } = found(design(1000, 0.8))
    expect(ninety).toBeCloseTo(-10 * Math.log(1 - 0.9 * 0.8), 4)
    expect(whole).toBeCloseTo(-10 * Math.log(1 - 0.8), 4)
    for (const { time, hitRatio } of points) expect(hitRatio).toBeCloseTo(1 - Math.exp(-time / 10), 6)
    expect(points.at(-1)?.hitRatio).toBeCloseTo(0.8, 9)
  })

  test('sends every request to the store at first, and the usual misses at last', () => {
    const { points, full } = found(design(1000, 0.8))
    expect(points[0]?.behind.store?.arrivalRate).toBeCloseTo(1000, 9)
    expect(points.at(-1)?.behind.store?.arrivalRate).toBeCloseTo(200, 9)
    expect(full).toEqual({})
  })

  test('keeps a store full until its misses fit: a store that fills C keys a second lowers them by C / keys', () => {
    // Misses fall from 1 by 0.01 a second until 100 of 1000 a second are left.
    const { full, points } = found(design(1000, 0.95, 100))
    expect(Math.abs((full.store ?? 0) / 90 - 1)).toBeLessThan(0.02)
    expect(points[0]?.behind.store?.utilization).toBeCloseTo(10, 9)
    expect(found(design(1000, 0.95, 100)).ninety).toBeGreaterThan(3 * found(design(1000, 0.95)).ninety)
  })

  test('comes back as a simulated LRU cache does, with Zipf keys', () => {
    const keys = { count: 5000, exponent: 0.9 }
    const groups = zipfGroups(keys.count, keys.exponent)
    const cumulative: number[] = []
    for (const [i, { count, each }] of groups.entries()) cumulative.push((cumulative[i - 1] ?? 0) + count * each)
    const random = makeRandom(7)
    // Keys beyond the first 2000 are in groups: one of its members is drawn.
    const draw = () => {
      const u = random()
      let low = 0
      let high = cumulative.length - 1
      while (low < high) {
        const middle = (low + high) >> 1
        if ((cumulative[middle] ?? 1) < u) low = middle + 1
        else high = middle
      }
      return low * 10_000 + Math.floor(random() * (groups[low]?.count ?? 1))
    }
    const windows = [0, 0, 0, 0, 0, 0]
    let usual = 0
    const [RUNS, SIZE, WINDOW] = [60, 500, 400]
    for (let run = 0; run < RUNS; run++) {
      const lru = new Map<number, true>()
      for (let i = 0; i < 9000; i++) {
        const key = draw()
        const hit = lru.delete(key)
        lru.set(key, true)
        if (lru.size > SIZE) lru.delete(lru.keys().next().value ?? -1)
        if (!hit) continue
        if (i < WINDOW * windows.length) windows[Math.floor(i / WINDOW)] = (windows[Math.floor(i / WINDOW)] ?? 0) + 1
        if (i >= 4000) usual++
      }
    }
    const { points, whole } = found(design(1, usual / RUNS / 5000, 1e6, keys))
    for (const [i, hits] of windows.entries()) {
      const within = Array.from({ length: 40 }, (_, j) => (i + (j + 0.5) / 40) * WINDOW)
      const ratios = within.map(x => (x >= whole ? usual / RUNS / 5000 : hitRatioAfter(groups, x)))
      const expected = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length
      expect(Math.abs(hits / RUNS / WINDOW - expected)).toBeLessThan(0.02)
    }
    expect(points.at(-1)?.time).toBe(whole)
  })

  test('warms sooner the more is asked, and the more the keys are skewed', () => {
    const times = [100, 200, 400].map(rate => found(design(rate, 0.8)).ninety)
    expect(times[0]).toBeCloseTo(2 * (times[1] ?? 0), 3)
    expect(times[1]).toBeCloseTo(2 * (times[2] ?? 0), 3)
    const skewed = [0, 0.6, 1.2].map(exponent => found(design(100, 0.8), { keys: { count: 10_000, exponent } }).ninety)
    expect([...skewed].sort((a, b) => b - a)).toEqual(skewed)
  })

  test('of an exemplar takes its keys from the store behind it, which it fills', () => {
    const result = warmUp(modelOfExemplar('url-shortener', 'strong'), 'cache')
    if (!result.ok) throw new Error(result.message)
    expect(result.keys.count).toBeCloseTo(100e6 * 12 * 5 * (365 / 360), -3)
    expect(result.ninety).toBeGreaterThan(60)
    expect(result.points[0]?.behind.db?.arrivalRate ?? 0).toBeGreaterThan(
      10 * (result.points.at(-1)?.behind.db?.arrivalRate ?? 0),
    )
  })

  test.each([
    ['web', 'web is no cache: it has no hit ratio.'],
    ['no', 'there is no component "no" in the design.'],
  ])('cannot be %s', (component, message) => expect(warmUp(design(1, 0.5), component)).toMatchObject({ ok: false, message }))

  test('needs to know its keys', () => {
    const net = design(1, 0.5)
    const { keys: _, ...cache } = net.parts.cache ?? part('cache')
    expect(warmUp({ ...net, parts: { ...net.parts, cache } }, 'cache')).toMatchObject({
      ok: false,
      mend: expect.stringContaining('Set keys'),
    })
  })
})

test('a store behind a cold cache is asked for every miss, also where its link counts only the usual ones', () => {
  const net = design(1000, 0.95)
  const steps = (net.flows[0]?.steps ?? []).map(step => (step.part === 'store' ? { ...step, calls: 0.05 } : step))
  const counted = { ...net, flows: net.flows.map(f => ({ ...f, steps })) }
  expect(evaluate(counted).components.store?.arrivalRate).toBeCloseTo(50, 9)
  const lost = evaluate(counted, 1, [{ scope: 'component', component: 'cache' }])
  expect(lost.components.store?.arrivalRate).toBeCloseTo(1000, 9)
})
