import { all, create } from 'mathjs'
import { evaluateWorksheet } from '#engine/worksheet/worksheet.ts'
import { publishedRates } from './published-rates.ts'

/** A sheet of 30 lines that both sides read: five services of six lines each, with the units that people write. */
function sheets(): { readonly ours: string; readonly theirs: readonly string[] } {
  const lines = Array.from({ length: 5 }, (_, i) => [
    `users${i} = ${i + 1} * 10000000`,
    `writes${i} = users${i} * 2 / (1 day)`,
    `peak${i} = writes${i} * 3`,
    `stored${i} = writes${i} * 500 B * 1825 days`,
    `shards${i} = ceil(stored${i} / (50 GB))`,
    `egress${i} = peak${i} * 20 * 500 B`,
  ]).flat()
  return { ours: lines.join('\n'), theirs: lines }
}

function median(run: () => void, times: number): number {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  }).sort((a, b) => a - b)
  return taken[Math.floor(times / 2)] ?? Number.NaN
}

/** Rates on the published estimates, and times against mathjs in the same run, as lines of text. */
export function estimatorReport(): string {
  const math = create(all ?? {})
  const { ours, theirs } = sheets()
  const runTheirs = () => {
    const scope = new Map<string, unknown>()
    for (const line of theirs) math.evaluate(line, scope)
  }
  const { errors } = evaluateWorksheet(ours)
  if (errors.length > 0) throw new Error(`the bench sheet has errors: ${errors[0]?.message}`)
  median(runTheirs, 30)
  median(() => evaluateWorksheet(ours), 200)
  const mathjs = median(runTheirs, 60)
  const tenfold = median(() => evaluateWorksheet(ours), 400)
  const long = Array.from({ length: 500 }, (_, i) =>
    i === 0 ? 'x0 = 100M /month' : `x${i} = x${i - 1} * 1.01 + 5 /s  # line ${i}`,
  ).join('\n')
  const full = median(() => evaluateWorksheet(long), 60)
  const rates = publishedRates()
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)}%`
  return [
    `30-line sheet: ${tenfold.toFixed(3)} ms, mathjs ${mathjs.toFixed(2)} ms, ${(mathjs / tenfold).toFixed(1)} times faster (wanted: 10)`,
    `500-line sheet: ${full.toFixed(2)} ms (wanted: under 16)`,
    `published values within 0.1%: ${rates.answers - rates.wrongValues.length} of ${rates.answers}`,
    `right answers called off: ${rates.falseOff.length} of ${rates.right}; given a slip: ${rates.falseSlips.length}`,
    `root errors named first: ${rates.named} of ${rates.rootErrors} (${percent(rates.named, rates.rootErrors)}, wanted: 85%)`,
    ...rates.missed.map(id => `  missed: ${id}`),
  ].join('\n')
}
