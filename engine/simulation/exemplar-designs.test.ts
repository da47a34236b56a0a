import { describe, expect, test } from 'vitest'
import { modelOf } from '#tests/factories/simulated-design.ts'
import { blastOf, evaluate } from './evaluate.ts'
import { breakingPoint, nemesis } from './questions.ts'
import { simulateEvents } from './simulate-events.ts'

/** A shop: `scale` multiplies its machines, `cache` is the hit ratio. Ten page views a user and day, three times that at the peak. */
const shop = (users: string, machines: { web: number; cache: number; shards: number }, hitRatio = '90%') =>
  modelOf({
    worksheet: `users = ${users}\nviews = users * 10 /day * 3\norders = views / 50`,
    requirements: { nonFunctional: [{ id: 'fast', quality: 'latency', percentile: 99, target: '200 ms' }] },
    architecture: {
      components: [
        { id: 'client', kind: 'client' },
        { id: 'lb', kind: 'load-balancer-l7' },
        { id: 'web', kind: 'service', replicas: machines.web, zones: 3 },
        { id: 'cache', kind: 'cache', replicas: machines.cache, zones: 3, settings: { hitRatio } },
        { id: 'db', kind: 'relational', replicas: 2, zones: 2, capacity: '1000 /s', because: 'Pages join several tables.' },
        { id: 'orders', kind: 'queue' },
        { id: 'fulfil', kind: 'worker', replicas: 10, zones: 2 },
      ],
      links: [
        { from: 'client', to: 'lb' },
        { from: 'lb', to: 'web' },
        { from: 'web', to: 'cache' },
        { from: 'web', to: 'db' },
        { from: 'web', to: 'orders', mode: 'async' },
        { from: 'orders', to: 'fulfil', mode: 'async' },
      ],
      flows: [
        { id: 'view', route: ['client', 'lb', 'web', 'cache', 'db'], rate: 'views' },
        { id: 'order', route: ['client', 'lb', 'web', 'db', 'orders', 'fulfil'], rate: 'orders' },
      ],
    },
    data: [{ id: 'products', component: 'db', entity: 'product', sharding: { count: String(machines.shards) } }],
  })

describe('a shop from 10K to 10M users', () => {
  const small = { web: 2, cache: 1, shards: 1 }

  test('holds with two machines at 10K users: 3.5 views a second', () => {
    const found = evaluate(shop('10K', small))
    expect(found.flows.view?.rate).toBeCloseTo((10_000 * 10 * 3) / 86_400, 6)
    expect(found).toMatchObject({ holds: true, bottleneck: 'web' })
  })

  test('is full first at the web tier, which two machines of 1000 /s carry to 5.6M users', () => {
    const { bottleneck, saturatesAt } = evaluate(shop('10K', small))
    // 2000 /s over 3.47 views and a fiftieth of that in orders.
    expect(bottleneck).toBe('web')
    expect(saturatesAt).toBeCloseTo(2000 / ((300_000 / 86_400) * 1.02), 6)
    expect(evaluate(shop('10M', small)).holds).toBe(false)
  })

  test('is full next at the store when the web tier has grown: a tenth of the views, and the orders', () => {
    const found = evaluate(shop('10M', { ...small, web: 40 }))
    const views = (10e6 * 30) / 86_400
    expect(found).toMatchObject({ holds: true, bottleneck: 'db' })
    expect(found.components.db?.utilization).toBeCloseTo((views * 0.1 + views / 50) / 1000, 9)
  })
})

describe('Black Friday: ten times the peak of 10M users', () => {
  const calm = { web: 60, cache: 3, shards: 2 }

  test('fails at the store first, though the web tier is grown with the load', () => {
    const found = evaluate(shop('10M', { ...calm, web: 60 }), 10)
    expect(found.holds).toBe(false)
    expect(found.components.db).toMatchObject({ saturated: true })
    expect(found.components.db?.shortfall).toBeCloseTo(((10e6 * 300) / 86_400) * 0.12 - 2000, 6)
  })

  test('holds with five shards and a hit ratio of 99%', () => {
    expect(evaluate(shop('10M', { ...calm, shards: 5 }, '99%'), 10).holds).toBe(true)
  })

  test('is lost with the cache: ten times the views come to the store', () => {
    const net = shop('10M', { ...calm, shards: 5 }, '99%')
    const blast = blastOf(net, [{ scope: 'component', component: 'cache' }], 10)
    expect(blast.share).toBeGreaterThan(0.8)
    expect(nemesis(net, 10)?.share).toBe(1)
  })

  test('leaves a backlog of orders that is worked off after the spike', () => {
    const net = shop('10M', { web: 60, cache: 3, shards: 5 }, '99%')
    const { components } = simulateEvents(net, { runs: 1, duration: 40, spike: { from: 10, to: 15, factor: 20 } })
    expect(components.fulfil?.peakQueue ?? 0).toBeGreaterThan(100)
    expect(components.fulfil?.drainTime ?? 0).toBeGreaterThan(0)
  })
})

describe('a cell-based design: 1000 cells of 2M users', () => {
  const cells = modelOf({
    architecture: {
      components: [
        { id: 'client', kind: 'client' },
        { id: 'router', kind: 'cell-router' },
        { id: 'web', kind: 'service', replicas: 6, zones: 3, cells: 1000 },
        { id: 'db', kind: 'relational', replicas: 2, zones: 2, cells: 1000 },
      ],
      links: [
        { from: 'client', to: 'router' },
        { from: 'router', to: 'web' },
        { from: 'web', to: 'db' },
      ],
      flows: [{ id: 'use', route: ['client', 'router', 'web', 'db'], rate: '2M /s' }],
    },
  })

  test('loses one user in a thousand with a cell, and all with the router', () => {
    const thousandth = expect.closeTo(0.001, 9)
    expect(blastOf(cells, [{ scope: 'cell' }])).toEqual({ share: thousandth, users: thousandth, flows: ['use'] })
    expect(nemesis(cells)).toMatchObject({ failure: 'component:router', share: 1 })
  })

  test('is full at three times the load: six machines of 1000 /s have 2000 /s', () => {
    expect(evaluate(cells)).toMatchObject({ bottleneck: 'web', saturatesAt: 3 })
    expect(breakingPoint(cells).load).toBeCloseTo(3, 1)
  })
})
