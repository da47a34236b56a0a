// `npm run bench`: the numbers that Tenfold promises, measured on whole processes. Writes tests/bench/report.json and tests/bench/REPORT.md.
// --full also measures a fresh clone. --only=scoring,memory runs these alone and keeps the other lines. --date=2026-01-31 is written into the report.
// --minutes=1 shortens the bench of the candidates; then nothing is written.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const LIMIT_MS = 20 * 60_000
const REPORT = join('tests', 'bench', 'report.json')

/** Each is a process of its own; `figures` turns what it prints into lines when it prints something else than those. */
const benches = {
  start: { entry: 'tests/bench/start.ts' },
  'fresh-clone': { entry: 'tests/bench/fresh-clone.ts', onlyFull: true },
  memory: { entry: 'tests/bench/memory.ts' },
  scoring: { entry: 'tests/bench/scoring.ts' },
  simulation: { entry: 'tests/bench/simulation.ts' },
  estimator: { entry: 'tests/bench/estimator.ts' },
  javascript: { entry: 'tests/bench/javascript.ts' },
  lighthouse: { entry: 'tests/bench/lighthouse.ts' },
  canvas: { entry: 'tests/bench/canvas.ts' },
  autosave: { entry: 'tests/bench/autosave.ts', figures: autosaveFigures },
  candidates: { entry: 'tests/bench/candidates.ts', args: () => (values.minutes ? [`--minutes=${values.minutes}`] : []) },
}

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    only: { type: 'string' },
    date: { type: 'string' },
    minutes: { type: 'string' },
  },
})
const names = Object.keys(benches)
const only = values.only?.split(',')
const unknown = only?.filter(name => !names.includes(name)) ?? []
if (unknown.length > 0) {
  console.error(`npm run bench: there is no bench ${unknown.join(', ')}. There are: ${names.join(', ')}.`)
  process.exit(2)
}
const wanted = names.filter(name => (only ? only.includes(name) : values.full || !benches[name].onlyFull))

if (spawnSync(process.execPath, ['scripts/start.mjs', '--build'], { stdio: 'inherit' }).status !== 0) process.exit(1)
const { bundle } = await import('./bundle.mjs')
// Two folders deep, as tests/bench is: what a bench finds beside itself it finds from there too.
const folder = await bundle('generated/bench', Object.fromEntries(names.map(name => [name, benches[name].entry])))

// What is not measured this time stays as it was measured last.
const former = only && existsSync(REPORT) ? JSON.parse(readFileSync(REPORT, 'utf8')) : { lines: [], details: {} }
const report = {
  ...(values.date === undefined ? {} : { date: values.date }),
  machine: { cores: availableParallelism(), node: process.version, platform: `${process.platform} ${process.arch}` },
  lines: former.lines.filter(line => !wanted.includes(line.bench)),
  details: former.details,
}
let failed = false
for (const name of wanted) {
  console.log(`\n== ${name}`)
  const load = loadavg()[0] ?? 0
  const { status, stdout } = spawnSync(process.execPath, [join(folder, `${name}.mjs`), ...(benches[name].args?.() ?? [])], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    timeout: LIMIT_MS,
    maxBuffer: 50_000_000,
  })
  if (status !== 0) {
    console.error(`== ${name}: FAILED; its lines are missing.`)
    failed = true
    continue
  }
  const printed = JSON.parse(stdout)
  const { figures, details } = benches[name].figures ? { figures: benches[name].figures(printed), details: printed } : printed
  const lines = figures.map(figure => ({ bench: name, ...figure, verdict: judge(figure), machineLoad: Number(load.toFixed(1)) }))
  for (const line of lines) console.log(describe(line))
  report.lines.push(...lines)
  report.details[name] = details
}
report.lines.sort((a, b) => names.indexOf(a.bench) - names.indexOf(b.bench))
if (values.minutes) {
  console.log('\nA shortened run: the report stays as it was.')
  process.exit(failed ? 1 : 0)
}
writeFileSync(REPORT, `${JSON.stringify(report, null, 2)}\n`)
spawnSync(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'format', '--write', REPORT], { stdio: 'ignore' })
writeFileSync(join('tests', 'bench', 'REPORT.md'), markdown(report))
const over = report.lines.filter(line => line.verdict === 'over')
console.log(`\n${report.lines.length} lines, ${over.length} over their bound. Written to tests/bench/.`)
process.exit(failed || over.length > 0 ? 1 : 0)

function judge({ figure, bound }) {
  if (!bound) return 'told'
  return 'most' in bound ? (figure <= bound.most ? 'ok' : 'over') : figure >= bound.least ? 'ok' : 'over'
}

function boundOf({ bound, unit }) {
  if (!bound) return ''
  return 'most' in bound ? `at most ${bound.most} ${unit}` : `at least ${bound.least} ${unit}`
}

function describe(line) {
  const bound = line.bound ? `  (${boundOf(line).trim()}: ${line.verdict})` : ''
  return `${line.what}: ${line.figure} ${line.unit}${bound}${line.note ? `  ${line.note}` : ''}`
}

function markdown({ date, machine, lines }) {
  const rows = lines.map(
    line => `| ${line.what} | ${line.figure} ${line.unit} | ${boundOf(line)} | ${line.verdict} | ${line.note ?? ''} |`,
  )
  return [
    '# What was measured',
    '',
    `By \`npm run bench -- --full\`${date ? ` on ${date}` : ''}: ${machine.cores} cores, Node ${machine.node}, ${machine.platform}. \`report.json\` has the details.`,
    '',
    '| What | Figure | Bound | | Note |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

function autosaveFigures({ sitting, loop, paced }) {
  return [
    {
      id: 'autosave-p99',
      what: `Autosave of ${Math.round(sitting.submissionBytes / 1000)} KB, ${paced.candidates} candidates saving every 2 s, p99`,
      figure: paced.p99Ms,
      unit: 'ms',
      bound: { most: 50 },
      note: `median ${paced.p50Ms} ms, slowest ${paced.maxMs} ms of ${paced.saves}`,
    },
    {
      id: 'autosave-share',
      what: 'Autosaves a second, as a share of raw upserts of the same size by the driver',
      figure: loop.shareOfDriverRaw,
      unit: 'of 1',
      bound: { least: 0.33 },
      note: `${loop.autosaveMs} ms against ${loop.rawUpsertOfDriverMs} ms; through Prisma's client the upsert takes ${loop.rawUpsertThroughPrismaMs} ms (${loop.shareOfPrismaRaw})`,
    },
    {
      id: 'sitting-size',
      what: 'A 90-minute attempt in the database',
      figure: sitting.fileMB,
      unit: 'MB',
      bound: { most: 3 },
      note: `${sitting.saves} saves, ${sitting.checkpoints} checkpoints`,
    },
  ]
}
