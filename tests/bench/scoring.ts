// Scoring one complete submission, as the server does at hand-in.
import { getCatalog } from '#catalog/catalog.ts'
import { readCatalogSettings } from '#catalog/settings.ts'
import { parseSubmission } from '#engine/design/parse-submission.ts'
import { bestEdits } from '#engine/rubric/coach/best-edits.ts'
import { scoreSubmission } from '#engine/rubric/score-submission.ts'
import { seedOfSubmission } from '#engine/rubric/seed.ts'
import { median, print, rounded } from './figures.ts'

const RUNS = 200

const drills = (await getCatalog(readCatalogSettings())).drills()
const largest = drills
  .flatMap(drill => drill.exemplars.map(({ name, exemplar }) => ({ drill, name, document: exemplar.submission })))
  .toSorted((a, b) => JSON.stringify(b.document).length - JSON.stringify(a.document).length)[0]
if (!largest) throw new Error('there is no exemplar')
const { drill, name, document } = largest

const score = () => {
  const parsed = parseSubmission(document)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const from = performance.now()
  const report = scoreSubmission(drill.compiled, { submission: parsed.submission }, { seed: seedOfSubmission(parsed.submission) })
  return { ms: performance.now() - from, json: JSON.stringify(report) }
}

const first = score()
const runs = Array.from({ length: RUNS }, score)
if (runs.some(run => run.json !== first.json)) throw new Error('the same submission got two scores')
const times = runs.map(run => run.ms).sort((a, b) => a - b)
const submission = parseSubmission(document)
if (!submission.ok) throw new Error('the exemplar does not parse')
const report = scoreSubmission(drill.compiled, submission, { seed: 1 })
const coached = Array.from({ length: 5 }, () => {
  const from = performance.now()
  bestEdits(drill.compiled, submission, report, { seed: 1, level: 'L7' })
  return performance.now() - from
})
print({
  figures: [
    {
      id: 'scoring',
      what: `Scoring the largest exemplar, the simulator included, median of ${RUNS}`,
      figure: rounded(median(times), 2),
      unit: 'ms',
      bound: { most: 40 },
      note: `${drill.slug}, ${name}; the first, cold, ${rounded(first.ms, 1)} ms`,
    },
    {
      id: 'scoring-p99',
      what: `The same, 99 in 100 of ${RUNS}`,
      figure: rounded(times[Math.floor(RUNS * 0.99)] ?? 0, 1),
      unit: 'ms',
      bound: { most: 150 },
    },
    { id: 'coach', what: 'The cheapest edits for it, median of 5', figure: rounded(median(coached), 0), unit: 'ms' },
  ],
})
