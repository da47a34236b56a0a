// The simulator: the analytic model of 30 components and 6 flows, a million events, and how often its intervals hold the theoretical wait.
import { evaluate } from '#engine/simulation/evaluate.ts'
import type { Model, Part } from '#engine/simulation/model.ts'
import { runEvents } from '#engine/simulation/run-events.ts'
import { simulateEvents } from '#engine/simulation/simulate-events.ts'
import { flow, model, part } from '../factories/plain-model.ts'
import { median, print, rounded } from './figures.ts'

const RUNS = 200
const MILLION = 1_000_000

/** Six chains of ten of the thirty, a cache before each last store. */
function large(): Model {
  const parts = Array.from({ length: 30 }, (_, i) =>
    part(`c${i}`, {
      capacity: 5000,
      serviceTime: 0.004,
      cv: 1.5,
      replicas: 4,
      zones: 3,
      reach: 'zone',
      availability: 0.995,
      ...(i % 10 === 8 ? { category: 'cache', hitRatio: 0.9 } : {}),
      ...(i % 10 === 9 ? { category: 'store' } : {}),
    }),
  )
  const flows = Array.from({ length: 6 }, (_, i) => {
    const chain = Array.from({ length: 10 }, (_unused, j) => `c${(i % 3) * 10 + j}`)
    return {
      ...flow(`f${i}`, 1000 + i, chain),
      objectives: [{ id: 'fast', quality: 'latency', percentile: 99, target: 1 } as const],
    }
  })
  return model(parts, flows)
}

const design = large()
const times = Array.from({ length: RUNS }, () => {
  const from = performance.now()
  evaluate(design)
  return performance.now() - from
})

// One request of a single queue is two events: it comes and it is done.
const queue = model([part('a', { capacity: 1000, serviceTime: 0.008, replicas: 4 })], [flow('x', 2800, ['a'])])
runEvents(queue, { seed: 1, duration: 5 })
const started = performance.now()
const run = runEvents(queue, { seed: 2, duration: (MILLION / 2 / 2800) * 1.01 })
const seconds = (performance.now() - started) / 1000
if (run.events < MILLION) throw new Error(`only ${run.events} events`)

// Not the twenty servers at 30% or 50%: one request in a thousand or fewer waits there, and ten short runs tell nothing of so rare a thing.
const busy = [0.3, 0.5, 0.7]
const services: readonly { readonly changes: Partial<Part>; readonly at: readonly number[] }[] = [
  { changes: { cv: 0 }, at: busy },
  { changes: { cv: 1 }, at: busy },
  { changes: { cv: 2 }, at: busy },
  { changes: { cv: 1, replicas: 3 }, at: busy },
  { changes: { cv: 1, capacity: 50 }, at: busy },
  { changes: { cv: 1, capacity: 200 }, at: [0.7, 0.8, 0.9] },
  { changes: { cv: 0.5 }, at: [0.6] },
  { changes: { cv: 1.5 }, at: [0.4] },
]
const configurations = services.flatMap(({ changes, at }) =>
  at.map(utilization => ({ changes, utilization, rate: utilization * (changes.capacity ?? 10) * (changes.replicas ?? 1) })),
)
let held = 0
let intervals = 0
const coverage = configurations.map(({ changes, utilization, rate }) => {
  const net = model([part('a', changes)], [flow('x', rate, ['a'])])
  const theory = evaluate(net).components.a?.waitTime ?? Number.NaN
  let own = 0
  for (let seed = 1; seed <= 100; seed++) {
    const { low, high } = simulateEvents(net, { seed: seed * 100, runs: 10, requests: 10_000 }).components.a?.waitTime ?? {}
    if ((low ?? Number.NaN) <= theory && theory <= (high ?? Number.NaN)) own++
  }
  held += own
  intervals += 100
  return { ...changes, utilization, held: own }
})

print({
  figures: [
    {
      id: 'simulation-analytic',
      what: `Analytic evaluation of 30 components and 6 flows, median of ${RUNS}`,
      figure: rounded(median(times), 2),
      unit: 'ms',
      bound: { most: 5 },
    },
    {
      id: 'simulation-events',
      what: 'A million events of the event run',
      figure: rounded((seconds * MILLION) / run.events, 2),
      unit: 's',
      bound: { most: 2.5 },
    },
    {
      id: 'simulation-coverage',
      what: `95% intervals of the event run that hold the theoretical wait, ${coverage.length} configurations by seeds 1 to 100`,
      figure: rounded((100 * held) / intervals),
      unit: '%',
      bound: { least: 90 },
      note: `from ${Math.min(...coverage.map(c => c.held))} to ${Math.max(...coverage.map(c => c.held))} in 100`,
    },
  ],
  details: { coverage },
})
