import { notModelled } from '#engine/simulation/assumptions.ts'
import { evaluate } from '#engine/simulation/evaluate.ts'
import { longestOf } from '#engine/simulation/gamma.ts'
import { simulateEvents } from '#engine/simulation/simulate-events.ts'
import { evaluateStation, toStation } from '#engine/simulation/station.ts'
import { flow, model, part } from './plain-model.ts'
import { kinds, modelOfExemplar } from './simulated-design.ts'

/** docs/fidelity.md: how far the simulator's numbers can be trusted, computed by the simulator itself. */
export const fidelity = () =>
  [
    '# How far the simulator can be trusted',
    '',
    'Written by `tests/golden/fidelity.test.ts` from what the simulator computes; a change of its numbers changes this page, or fails the test.',
    '',
    '## Against theory',
    '',
    'Largest relative difference between the analytic model and the formula, over the cases named.',
    '',
    '| What | Formula | Cases | Difference |',
    '|---|---|---|---|',
    ...theory().map(
      ([what, formula, cases, worst]) =>
        `| ${what} | ${formula} | ${cases} | ${worst < 1e-9 ? 'below 1e-9' : worst.toExponential(0)} |`,
    ),
    '',
    'Allen-Cunneen is exact for one server and for exponential services, and an approximation for the rest. In a network of services that are not',
    'exponential, arrivals after the first queue are not Poisson; they are taken to be.',
    '',
    '## Against the event run',
    '',
    'Percentiles of the analytic model over those of forty seeded runs of 20,000 requests (seeds 1 to 40). 1 is agreement.',
    '',
    '| Design | Flow | p50 | p95 | p99 |',
    '|---|---|---|---|---|',
    ...againstEvents(),
    '',
    'A log-normal service of cv 2 is nothing like a gamma of the same moments below its tail: trust its p99, not its median.',
    '',
    'How often the 95% intervals of the event run hold the theoretical wait is measured by `npm run bench -- --only=simulation`, over 20 configurations and',
    'seeds 1 to 100. Where only one request in a thousand or fewer waits at all, short runs see too few waits, and their intervals are too narrow.',
    '',
    '## Against published measurements',
    '',
    'None yet. The defaults come from published numbers where they are marked as sourced; no whole system has been compared.',
    '',
    '## The defaults',
    '',
    ...defaults(),
    '',
    '## What it does not model',
    '',
    ...notModelled.map(text => `- ${text}`),
    '- Zones and regions are down one or two at a time; three at once are left out.',
    '- A percentile of a chain of queues comes from a gamma distribution of the same mean and variance, not from the exact one.',
    '- The cost is of machines, requests and stored bytes at list prices on demand; bytes sent, discounts and people are left out.',
    '',
  ].join('\n')

const difference = (is: number, wanted: number) => Math.abs(is / wanted - 1)
const utilizations = [0.1, 0.3, 0.5, 0.7, 0.9, 0.99]

function theory(): readonly (readonly [string, string, string, number])[] {
  const worstOf = (values: readonly number[]) => Math.max(...values)
  const wait = (rate: number, servers: number, cv: number) =>
    evaluateStation(rate, toStation(servers, 1, cv))?.waitTime ?? Number.NaN
  const one = utilizations.map(u => difference(wait(u, 1, 1), u / (1 - u)))
  const general = [0, 0.5, 2, 3].flatMap(cv =>
    utilizations.map(u => difference(wait(u, 1, cv), (u * (1 + cv * cv)) / (2 * (1 - u)))),
  )
  const two = utilizations.map(u => difference(wait(2 * u, 2, 1), (u * u) / (1 - u * u)))
  const many = [2, 5, 20, 100].flatMap(c => utilizations.map(u => difference(wait(c * u, c, 1), erlangWait(c, u))))
  const jackson = utilizations.map(u => {
    const net = model([part('a'), part('b', { capacity: 20, serviceTime: 0.05 })], [flow('x', 10 * u, ['a', 'b'])])
    return difference(evaluate(net).flows.x?.mean ?? Number.NaN, 1 / (10 - 10 * u) + 1 / (20 - 10 * u))
  })
  const longest = [2, 5, 10, 100].map(n => {
    const harmonic = Array.from({ length: n }, (_, i) => 1 / (i + 1)).reduce((sum, x) => sum + x, 0)
    return difference(longestOf(n, { mean: 1, variance: 1 }).mean, harmonic)
  })
  return [
    ['M/M/1 wait', 'u / (1 - u) services', 'utilization 10% to 99%', worstOf(one)],
    ['M/G/1 wait', 'Pollaczek-Khinchine', 'cv 0, 0.5, 2, 3; 10% to 99%', worstOf(general)],
    ['M/M/2 wait', 'u^2 / (1 - u^2) services', '10% to 99%', worstOf(two)],
    ['M/M/c wait', 'Erlang C by its sum', '2, 5, 20, 100 servers; 10% to 99%', worstOf(many)],
    ['Response of two queues in a row', 'Jackson', '10% to 99%', worstOf(jackson)],
    ['Longest of n exponentials', 'harmonic number', '2, 5, 10, 100', worstOf(longest)],
  ]
}

/** The mean wait of M/M/c in services, by the sum of the states rather than by the recursion that the simulator uses. */
function erlangWait(servers: number, utilization: number): number {
  const load = servers * utilization
  let term = 1
  let sum = 0
  for (let n = 0; n < servers; n++) {
    sum += term
    term *= load / (n + 1)
  }
  const waiting = term / (1 - utilization)
  return waiting / (sum + waiting) / (servers - load)
}

function againstEvents(): readonly string[] {
  const designs = [
    ['One exponential server at 60%', model([part('a')], [flow('x', 6, ['a'])])],
    ['One log-normal server (cv 2) at 50%', model([part('a', { cv: 2 })], [flow('x', 5, ['a'])])],
    [
      'A cache (90%) before a store at 50%',
      model(
        [
          part('web', { capacity: 500, serviceTime: 0.01 }),
          part('cache', { category: 'cache', hitRatio: 0.9, capacity: 1000, serviceTime: 0.001 }),
          part('store', { category: 'store' }),
        ],
        [flow('x', 50, ['web', 'cache', 'store'])],
      ),
    ],
    ['URL shortener, strong exemplar', modelOfExemplar('url-shortener', 'strong')],
  ] as const
  return designs.flatMap(([name, net]) => {
    const analytic = evaluate(net)
    const run = simulateEvents(net, { runs: 40, requests: 20_000, seed: 1 })
    return Object.entries(analytic.flows).map(([id, found]) => {
      const ratios = (['p50', 'p95', 'p99'] as const).map(p => {
        const seen = run.flows[id]?.[p]?.mean
        return seen && found[p] !== null ? (found[p] / seen).toFixed(2) : 'none'
      })
      return `| ${name} | ${id} | ${ratios.join(' | ')} |`
    })
  })
}

function defaults(): readonly string[] {
  const figures = kinds.flatMap(kind =>
    Object.values(kind.defaults ?? {}).flatMap(figure =>
      typeof figure === 'string' || figure === undefined ? [] : [figure.sure],
    ),
  )
  const count = (sure: string) => figures.filter(found => found === sure).length
  return [
    `Of the ${figures.length} default numbers of ${kinds.length} kinds of component, ${count('sourced')} are facts of \`content/reference\`,`,
    `${count('estimated')} are our estimates and ${count('unknown')} are placeholders.`,
  ]
}
