import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flow, model, part } from '#tests/factories/plain-model.ts'
import { modelOf, modelOfExemplar } from '#tests/factories/simulated-design.ts'
import { lostAtFailover } from './lost-at-failover.ts'
import type { Replication } from './model.ts'
import { runEvents } from './run-events.ts'

const store = (changes: Partial<Replication> = {}, shards = 1, copies = 2) =>
  model(
    [
      part('db', {
        category: 'store',
        scaling: 'primary',
        capacity: 5000,
        serviceTime: 0.001,
        shards,
        copies,
        recordBytes: 500,
        replication: {
          mode: 'asynchronous',
          writeRate: 800,
          applyRate: 1000,
          delay: 0,
          backupInterval: undefined,
          ...changes,
        },
      }),
    ],
    [flow('x', 2000, ['db'])],
  )
const found = (...args: Parameters<typeof lostAtFailover>) => {
  const result = lostAtFailover(...args)
  if (!result.ok) throw new Error(result.message)
  return result
}

describe('what is lost at failover', () => {
  test('asynchronously is the write rate times the lag, as records, bytes and seconds', () => {
    // M/M/1: 1 / (1000 - 800) = 5 ms; 4 records.
    expect(found(store(), 'db')).toMatchObject({
      lag: expect.closeTo(0.005, 12),
      rpo: expect.closeTo(0.005, 12),
      records: expect.closeTo(4, 9),
      bytes: expect.closeTo(2000, 6),
    })
    expect(found(store({ delay: 0.1 }), 'db').records).toBeCloseTo(84, 9)
  })

  test('is what the event run finds between the primary and its replica', () => {
    const replica = model([part('r', { capacity: 1000, serviceTime: 0.001 })], [flow('w', 800, ['r'])])
    const times = [1, 2, 3, 4, 5].map(seed => {
      const { times: responses = [] } = runEvents(replica, { seed, duration: 100 }).flows.w ?? {}
      return [...responses].reduce((sum, t) => sum + t, 0) / responses.length
    })
    const lag = times.reduce((sum, t) => sum + t, 0) / times.length
    expect(Math.abs((800 * lag) / (found(store(), 'db').records ?? 0) - 1)).toBeLessThan(0.1)
  })

  test('has no bound when replicas apply less than is written, and the lag grows by the difference', () => {
    expect(found(store(), 'db', { load: 2 })).toMatchObject({
      lag: null,
      rpo: null,
      records: null,
      lagGrowth: expect.closeTo(0.375, 9),
    })
  })

  test.each(['synchronous', 'semi-synchronous', 'quorum'] as const)('is nothing with %s writes', mode => {
    expect(found(store({ mode }), 'db')).toMatchObject({ rpo: 0, records: 0, bytes: 0 })
    expect(found(store({ mode }), 'db', { load: 9 }).records).toBe(0)
  })

  test('without a replica is what came since the last backup, or everything', () => {
    expect(found(store({ backupInterval: 3600 }, 1, 1), 'db')).toMatchObject({ rpo: 3600, records: 800 * 3600 })
    expect(found(store({ mode: 'none' }), 'db')).toMatchObject({ rpo: null, records: null })
  })

  test('is of one shard, and less the more shards share the writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.double({ min: 1, max: 900, noNaN: true }), (shards, writeRate) => {
        const one = found(store({ writeRate }, shards), 'db')
        const two = found(store({ writeRate }, shards * 2), 'db')
        expect(one.records).toBeCloseTo((one.writeRate * 1) / (1000 - one.writeRate), 9)
        expect(two.records ?? 1).toBeLessThan(one.records ?? 0)
      }),
    )
  })

  test('takes every call for a write where no write is stated, and says so', () => {
    const { writeRate, because } = found(store({ writeRate: undefined, applyRate: 5000 }), 'db')
    expect(writeRate).toBe(2000)
    expect(because).toContain('every call is taken for one')
  })

  test('is read from a design: mode, writes, sizes and the settings of its store', () => {
    const net = modelOf({
      schema: 'tenfold/design/1',
      architecture: {
        components: [{ id: 'db', kind: 'relational', replicas: 2, settings: { applyRate: '500 /s', replicationDelay: '80 ms' } }],
        flows: [{ id: 'x', route: ['db'], rate: '100 /s' }],
      },
      data: [
        {
          id: 's',
          component: 'db',
          bytes: '1 KB',
          access: [
            { id: 'a', operation: 'write', rate: '250 /s' },
            { id: 'b', operation: 'read', rate: '9000 /s' },
          ],
          replication: { factor: 2, mode: 'asynchronous' },
        },
      ],
    })
    expect(found(net, 'db')).toMatchObject({
      lag: expect.closeTo(0.084, 9),
      records: expect.closeTo(21, 9),
      bytes: expect.closeTo(21_000, 6),
    })
    expect(found(modelOfExemplar('url-shortener', 'strong'), 'db').records).toBe(0)
    expect(lostAtFailover(net, 'no')).toMatchObject({ ok: false, message: 'there is no component "no" in the design.' })
    expect(lostAtFailover(model([part('a')], []), 'a')).toMatchObject({ ok: false, mend: 'State the replication of its data.' })
  })
})
