import { notModelled } from '#engine/simulation/assumptions.ts'
import { evaluate } from '#engine/simulation/evaluate.ts'
import { cdfOf, longestOf, quantileOfMixture, serviceMoments } from '#engine/simulation/gamma.ts'
import { simulateEvents } from '#engine/simulation/simulate-events.ts'
import { evaluateStation, toStation } from '#engine/simulation/station.ts'
import { defaultFigures } from './default-figures.ts'
import { overTime } from './fidelity-over-time.ts'
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
    'A time is matched by its first three moments, between a gamma and a log-normal. Where service is log-normal, that is right to about a tenth.',
    '',
    'How often the 95% intervals of the event run hold the theoretical wait is measured by `npm run bench -- --only=simulation`, over 20 configurations and',
    'seeds 1 to 100. Where only one request in a thousand or fewer waits at all, short runs see too few waits, and their intervals are too narrow.',
    '',
    '## What changes with time',
    '',
    ...overTime(),
    '',
    '## Against published measurements',
    '',
    ...published(),
    '',
    '## The defaults',
    '',
    ...defaults(),
    '',
    '## What it does not model',
    '',
    ...notModelled.map(text => `- ${text}`),
    '- Zones and regions are down one or two at a time; three at once are left out.',
    '- A percentile of a chain of queues comes from a distribution of the same mean, variance and third moment, not from the exact one.',
    '- The cost is of machines, requests, and bytes stored and fetched, at list prices; bytes sent, taxes and people are left out.',
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
    return difference(longestOf(n, serviceMoments(1, 1)).mean, harmonic)
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

/**
 * What others measured or printed, beside what the simulator gives. Times of the leaves of a large fan-out, and of all of them: Dean and
 * Barroso, The Tail at Scale, Communications of the ACM 56(2), 2013, table 1 and the text before it. The size of that fan-out is not
 * printed; it is fitted to the median of the slowest, and the other two figures are then forecasts.
 */
function published(): readonly string[] {
  const spread = Math.log(10) / 2.3263478740408408
  const cv = Math.sqrt(Math.exp(spread * spread) - 1)
  const leaf = serviceMoments(0.001 * Math.exp((spread * spread) / 2), cv)
  const cdf = cdfOf(leaf)
  const fanOut = Math.round(Math.log(0.5) / Math.log(cdf(0.04)))
  const slowest = (p: number) => quantileOfMixture([{ chance: 1, moments: leaf }], p ** (1 / fanOut)) * 1000
  const slow = (chance: number, calls: number) => (1 - (1 - chance) ** calls) * 100
  const row = (what: string, said: string, ours: number, wanted: number, unit: string) =>
    `| ${what} | ${said} | ${Number(ours.toPrecision(2))}${unit} | ${(ours / wanted).toFixed(2)} |`
  return [
    '| What | Published | Ours | Ratio |',
    '|---|---|---|---|',
    row('Requests to 100 servers, one in 100 slow: slow ones', '63%', slow(0.01, 100), 63, '%'),
    row('Requests to 2000 servers, one in 10,000 slow: slow ones', 'nearly 20%', slow(0.0001, 2000), 20, '%'),
    row(
      'One leaf of the measured tree, p95 (its p50 and p99 given)',
      '5 ms',
      quantileOfMixture([{ chance: 1, moments: leaf }], 0.95) * 1000,
      5,
      ' ms',
    ),
    row('All leaves of that tree, p95 (their p50 given)', '87 ms', slowest(0.95), 87, ' ms'),
    row('All leaves of that tree, p99', '140 ms', slowest(0.99), 140, ' ms'),
    '',
    'Source: J. Dean and L. A. Barroso, The Tail at Scale, Communications of the ACM 56(2), 2013; its table 1 is quoted from memory and should be checked',
    'against the paper. A log-normal through the p50 and p99 of one leaf is too thin beyond: the slowest of thousands comes out too fast, by a quarter at p99.',
    'No whole system (its load, its machines and its measured percentiles) has been compared yet: trust differences between designs more than single figures.',
  ]
}

function defaults(): readonly string[] {
  const figures = kinds.flatMap(kind => defaultFigures(kind).map(([, figure]) => figure.sure))
  const count = (sure: string) => figures.filter(found => found === sure).length
  return [
    `Of the ${figures.length} default numbers of ${kinds.length} kinds of component, ${count('sourced')} are facts of \`content/reference\`,`,
    `${count('estimated')} are our estimates and ${count('unknown')} are placeholders.`,
  ]
}
