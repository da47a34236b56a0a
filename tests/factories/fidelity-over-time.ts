import { evaluate } from '#engine/simulation/evaluate.ts'
import { hotShard, withHotShard } from '#engine/simulation/hot-shard.ts'
import { lostAtFailover } from '#engine/simulation/lost-at-failover.ts'
import type { Model } from '#engine/simulation/model.ts'
import { rebalance } from '#engine/simulation/rebalance.ts'
import { retryStorm } from '#engine/simulation/retry-storm.ts'
import { simulateEvents } from '#engine/simulation/simulate-events.ts'
import { spike } from '#engine/simulation/spike.ts'
import { warmUp } from '#engine/simulation/warm-up.ts'
import { flow, model, part } from './plain-model.ts'

const one = (rate: number, changes = {}) =>
  model([part('a', { capacity: 100, serviceTime: 0.01, ...changes })], [flow('x', rate, ['a'])])
const ratio = (is: number | undefined | null, wanted: number) =>
  is === undefined || is === null ? 'none' : (is / wanted).toFixed(2)

/** The part of docs/fidelity.md about what changes with time: what is found over what a formula says. */
export const overTime = (): readonly string[] => [
  '| What | Against | Found over it |',
  '|---|---|---|',
  ...[...spikes(), ...batches(), flush(), skewed(), ...rings(), lag()].map(row => `| ${row.join(' | ')} |`),
  '',
  ...storm(),
]

type Row = readonly [string, string, string]

function spikes(): readonly Row[] {
  const result = spike(one(60), { factor: 3, seconds: 60 })
  const { peakQueue, drainTime } = result?.components.a ?? {}
  return [
    ['Longest queue of a spike of 3x for 60 s at 60%', '(rate x factor - capacity) x seconds', ratio(peakQueue?.mean, 4800)],
    ['Its drain time', 'backlog / (capacity - rate)', ratio(drainTime?.mean, 120)],
  ]
}

function batches(): readonly Row[] {
  const cases = [
    ['Wait where batches of 10 fill, at 60%', 60, 1],
    ['Wait where batches of 10 are taken as they are, at 60%', 60, 0],
    ['Wait where batches of 10 go half full, at 50%', 50, 0.1],
    ['Wait for batches of 10 at 90%', 90, 0.1],
  ] as const
  return cases.map(([what, rate, wait]) => {
    const net = one(rate, { serviceTime: 0.1, batch: { size: 10, wait } })
    const seen = simulateEvents(net, { runs: 20, requests: 40_000 }).components.a?.waitTime.mean ?? Number.NaN
    return [what, 'the event run', ratio(evaluate(net).components.a?.waitTime, seen)] as const
  })
}

function flush(): Row {
  const net = model(
    [
      part('cache', {
        category: 'cache',
        hitRatio: 0.8,
        capacity: 1e6,
        serviceTime: 0.001,
        keys: { count: 10_000, exponent: 0 },
      }),
      part('store', { category: 'store', capacity: 1e6, serviceTime: 0.001 }),
    ],
    [flow('x', 1000, ['cache', 'store'])],
  )
  const found = warmUp(net, 'cache')
  return [
    '90% of the usual hit ratio after a flush, even keys',
    'keys / rate x -ln(1 - 0.9 x ratio)',
    ratio(found.ok ? found.ninety : null, -10 * Math.log(0.28)),
  ]
}

function skewed(): Row {
  const db = part('db', { category: 'store', scaling: 'primary', shards: 8, keys: { count: 1e6, exponent: 1 } })
  const net: Model = model([db], [flow('x', 20, ['db'])])
  const hot = hotShard(net, 'db', 0.9)
  if (!hot.ok) return ['Wait of a skewed store', hot.message, 'none']
  const seen = simulateEvents(withHotShard(net, 'db', hot), { runs: 20, requests: 20_000 }).components.db?.waitTime.mean
  const rest = (20 * (1 - hot.share)) / 7
  const wait = hot.share * (hot.waitTime ?? Number.NaN) + (1 - hot.share) * (rest / 10 / (10 - rest))
  return ['Wait of a store of 8 shards, keys by Zipf 0.9', 'M/M/1 of the hottest and of the others', ratio(seen, wait)]
}

function rings(): readonly Row[] {
  const { ring, modulo } = rebalance({ shards: 10, virtualNodes: 100 }) ?? {}
  return [
    ['Keys moved by an eleventh shard, ring of 100 virtual nodes', '1 / (n + 1)', ratio(ring?.moved.mean, 1 / 11)],
    ['The same by modulo', 'n / (n + 1)', ratio(modulo?.moved.mean, 10 / 11)],
    ['The fullest of 10 on the ring over the mean', '1 + 1.54 / sqrt(virtual nodes)', ratio(ring?.imbalance.mean, 1.154)],
  ]
}

function lag(): Row {
  const replica = model([part('r', { capacity: 1000, serviceTime: 0.001 })], [flow('w', 800, ['r'])])
  const seen = simulateEvents(replica, { runs: 20, requests: 40_000 }).flows.w?.mean?.mean ?? Number.NaN
  const replication = { mode: 'asynchronous', writeRate: 800, applyRate: 1000, delay: 0, backupInterval: undefined } as const
  const loss = lostAtFailover(model([part('db', { copies: 2, replication })], [flow('x', 1, ['db'])]), 'db')
  return [
    'Records lost at an asynchronous failover',
    'write rate x lag of the event run',
    ratio(loss.ok ? loss.records : null, 800 * seen),
  ]
}

function storm(): readonly string[] {
  const client = part('client', { capacity: undefined, serviceTime: 0, cv: 0 })
  const net = model([client, part('a', { capacity: 100, serviceTime: 0.01 })], [flow('x', 100, ['client', 'a'])])
  const guarded = (policy: object) => ({
    ...net,
    flows: net.flows.map(f => ({
      ...f,
      steps: f.steps.map((step, i) =>
        i === 1 ? { ...step, timeout: 0.1, retries: 3, policy: { backoff: 0, budget: null, breaker: null, ...policy } } : step,
      ),
    })),
  })
  const loads = [0.15, 0.6, 0.95, 1.5]
  const broken = retryStorm(guarded({ breaker: { errors: 0.5, window: 5, open: 1, calls: 20 } }), { loads }) ?? []
  const budgeted = retryStorm(guarded({ budget: 0.1 }), { loads }) ?? []
  return [
    'A server of 100 requests a second whose callers wait 100 ms and try up to three times more (requests a second that are answered in time):',
    '',
    '| Offered | No retries | Retries | and a budget of 10% | and a breaker |',
    '|---|---|---|---|---|',
    ...broken.map(({ offered, withoutRetries, unguarded, withRetries }, i) => {
      const figures = [offered, withoutRetries.mean, unguarded.mean, budgeted[i]?.withRetries.mean ?? 0, withRetries.mean]
      return `| ${figures.map(figure => figure.toFixed(0)).join(' | ')} |`
    }),
  ]
}
