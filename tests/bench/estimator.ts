// The worksheet against mathjs in the same run, what the slip detective makes of published and of made-up estimates, and a million lines of nonsense.
import { all, create } from 'mathjs'
import { diagnose } from '#engine/sizing/slips/diagnose.ts'
import { makeRandom } from '#engine/worksheet/sample.ts'
import { evaluateWorksheet } from '#engine/worksheet/worksheet.ts'
import { type Figure, median, print, rounded } from './figures.ts'
import { publishedRates } from './published-rates.ts'
import { type SyntheticRates, syntheticRates } from './synthetic-rates.ts'
import { syntheticSheets } from './synthetic-sheets.ts'
import { secondSheets } from './synthetic-sheets-second.ts'

const FUZZED_LINES = 1_000_000
const LINES_A_SHEET = 100

/** A sheet of 30 lines that both sides read: five services of six lines each, with the units that people write. */
const sheet = Array.from({ length: 5 }, (_, i) => [
  `users${i} = ${i + 1} * 10000000`,
  `writes${i} = users${i} * 2 / (1 day)`,
  `peak${i} = writes${i} * 3`,
  `stored${i} = writes${i} * 500 B * 1825 days`,
  `shards${i} = ceil(stored${i} / (50 GB))`,
  `egress${i} = peak${i} * 20 * 500 B`,
]).flat()

function timesOf(run: () => void, times: number): readonly number[] {
  return Array.from({ length: times }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
}

const WARM_UP_MS = 500

/** Both sides get the same time to warm up and the same time to be measured. */
function medianWhenWarm(run: () => void): number {
  const during = (ms: number) => {
    const taken: number[] = []
    for (const end = performance.now() + ms; performance.now() < end; ) taken.push(...timesOf(run, 10))
    return taken
  }
  during(WARM_UP_MS)
  return median(during(2 * WARM_UP_MS))
}

function speedFigures(): Figure[] {
  const math = create(all ?? {})
  const ours = sheet.join('\n')
  const [error] = evaluateWorksheet(ours).errors
  if (error) throw new Error(`the sheet of the bench has errors: ${error.message}`)
  const runTheirs = () => {
    const scope = new Map<string, unknown>()
    for (const line of sheet) math.evaluate(line, scope)
  }
  const runOurs = () => void evaluateWorksheet(ours)
  const theirs = medianWhenWarm(runTheirs)
  const own = medianWhenWarm(runOurs)
  const long = Array.from({ length: 500 }, (_, i) =>
    i === 0 ? 'x0 = 100M /month' : `x${i} = x${i - 1} * 1.01 + 5 /s  # line ${i}`,
  ).join('\n')
  return [
    {
      id: 'worksheet-speed',
      what: 'A worksheet of 30 lines read and computed, against mathjs in the same run',
      figure: rounded(theirs / own),
      unit: 'times faster',
      bound: { least: 10 },
      note: `${own.toFixed(3)} ms against ${theirs.toFixed(2)} ms`,
    },
    {
      id: 'worksheet-500',
      what: 'A worksheet of 500 lines',
      figure: rounded(median(timesOf(() => void evaluateWorksheet(long), 60)), 2),
      unit: 'ms',
      bound: { most: 16 },
    },
    {
      id: 'diagnose-500',
      what: 'The worst diagnosis: 500 lines that all enter one answer',
      figure: rounded(median(timesOf(() => void diagnose({ worksheet: long, name: 'x499', stated: '1234567 /s' }), 3)), 0),
      unit: 'ms',
    },
  ]
}

const percent = (part: number, whole: number) => rounded((100 * part) / whole)

function publishedFigures(): { figures: Figure[]; missed: readonly string[] } {
  const rates = publishedRates()
  const recomputed = rates.answers - rates.wrongValues.length
  const figures: Figure[] = [
    {
      id: 'published-values',
      what: 'Published values recomputed to 0.1%',
      figure: percent(recomputed, rates.answers),
      unit: '%',
      bound: { least: 100 },
      note: `${recomputed} of ${rates.answers}`,
    },
    {
      id: 'published-false',
      what: 'Published right answers called off, or given a slip',
      figure: rates.falseOff.length + rates.falseSlips.length,
      unit: `of ${rates.right}`,
      bound: { most: 0 },
    },
    {
      id: 'published-named',
      what: 'Published mistakes named first',
      figure: percent(rates.named, rates.rootErrors),
      unit: '%',
      bound: { least: 85 },
      note: `${rates.named} of ${rates.rootErrors}`,
    },
  ]
  return { figures, missed: rates.missed }
}

function syntheticFigures(id: string, whose: string, rates: SyntheticRates): Figure[] {
  return [
    {
      id: `${id}-named`,
      what: `Injected mistakes named first, by their id or their factor, ${whose}`,
      figure: percent(rates.byIdOrFactor, rates.cases),
      unit: '%',
      note: `${rates.byIdOrFactor} of ${rates.cases}; by their id alone ${rates.byId}`,
    },
    {
      id: `${id}-false`,
      what: `Right answers called off, ${whose}`,
      figure: rates.falseOff.length,
      unit: `of ${rates.right}`,
      bound: { most: 0 },
    },
    {
      id: `${id}-invented`,
      what: `Odd ratios that got a slip all the same, ${whose}`,
      figure: percent(rates.invented.length, rates.random),
      unit: '%',
      note: `${rates.invented.length} of ${rates.random}; most come within 2% of a real one`,
    },
  ]
}

const WORDS =
  'a b peak 5 1.5K 100M /month GB GB/s % $ ( ) + - * / ^ .. to in per of , = # max( ceil( users 1e308 0 € ² B day percentile( downtime( solve for x = 7'.split(
    ' ',
  )

/** Lines of random words; any throw or number that is not finite ends the bench. */
function fuzz(): Figure {
  const random = makeRandom(20_261_122)
  const pick = () => WORDS[Math.floor(random() * WORDS.length)] ?? ''
  let slowest = 0
  for (let done = 0; done < FUZZED_LINES; done += LINES_A_SHEET) {
    const lines = Array.from({ length: LINES_A_SHEET }, () =>
      Array.from({ length: 1 + Math.floor(random() * 12) }, pick).join(random() < 0.7 ? ' ' : ''),
    )
    const start = performance.now()
    const { values } = evaluateWorksheet(lines.join('\n'))
    slowest = Math.max(slowest, performance.now() - start)
    for (const [name, { quantity }] of values) if (!Number.isFinite(quantity.base)) throw new Error(`${name} is not finite`)
  }
  return {
    id: 'worksheet-fuzz',
    what: 'A million lines of nonsense: none throws; the slowest sheet of a hundred',
    figure: rounded(slowest),
    unit: 'ms',
    bound: { most: 1000 },
  }
}

// First, while nothing else has run in this process.
const speed = speedFigures()
const published = publishedFigures()
const first = syntheticRates(syntheticSheets)
const second = syntheticRates(secondSheets)
print({
  figures: [
    ...speed,
    ...published.figures,
    ...syntheticFigures('synthetic', 'on sheets that it was tuned on', first),
    ...syntheticFigures('second', 'on sheets written afterwards', second),
    fuzz(),
  ],
  details: {
    publishedMissed: published.missed,
    synthetic: { missed: first.missed, invented: first.invented },
    second: { missed: second.missed, invented: second.invented },
  },
})
