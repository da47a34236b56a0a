import { evaluateWorksheet } from '#engine/worksheet/worksheet.ts'
import { parseLine } from '#engine/worksheet/parse-line.ts'
import { tokenize } from '#engine/quantity/tokens.ts'
import { formatValue } from '#engine/worksheet/evaluate-sheet.ts'
import { estimatorReport } from '#tests/bench/estimator.ts'
const lines = Array.from({ length: 5 }, (_, i) => [
    `users${i} = ${i + 1} * 10000000`,
    `writes${i} = users${i} * 2 / (1 day)`,
    `peak${i} = writes${i} * 3`,
    `stored${i} = writes${i} * 500 B * 1825 days`,
    `shards${i} = ceil(stored${i} / (50 GB))`,
    `egress${i} = peak${i} * 20 * 500 B`,
  ]).flat()
const src = lines.join('\n')
function time(name: string, f: () => void, n = 20000) {
  for (let i = 0; i < 2000; i++) f()
  const t = performance.now(); for (let i = 0; i < n; i++) f(); console.log(name, ((performance.now() - t) / n * 1000).toFixed(1), 'us')
}
const sheet = evaluateWorksheet(src)
const names = new Set(sheet.values.keys())
time('full', () => evaluateWorksheet(src))
time('tokenize', () => { for (const l of lines) tokenize(l) })
time('parse', () => { for (const l of lines) parseLine(l, n => names.has(n)) })
time('format', () => { for (const v of sheet.values.values()) formatValue(v) })
if (process.argv[2] === 'report') console.log(estimatorReport())
if (process.argv[2] === 'prof') time('full', () => evaluateWorksheet(src), 100000)
