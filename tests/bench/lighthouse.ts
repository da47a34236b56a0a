// Lighthouse on lesson pages, one for each kind of live part. Lighthouse itself comes from the package registry when the bench is run: it is large, and
// nothing else needs it.
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from '@playwright/test'
import config from '../../playwright.config.ts'
import { type Figure, median, print } from './figures.ts'
import { startServer, temporaryFolder } from './server.ts'
import { signedIn } from './visitor.ts'

const PORT = 3158
const VERSION = '12.8.2'
const LEAST = 95
/** Lighthouse varies from run to run; the middle one counts, as its own guide advises. */
const RUNS = 3
const lessons = ['auto-scaling', 'cap-and-consistency', 'sharding-strategies', 'capacity-estimation'] as const
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

type Report = {
  readonly categories: Readonly<Record<(typeof categories)[number], { readonly score: number }>>
  readonly audits: Readonly<
    Record<string, { readonly numericValue?: number; readonly score: number | null; readonly title: string }>
  >
}

const run = promisify(execFile)

/** One run on the page of a lesson, signed in by its cookies. */
async function measure(slug: string, cookie: string, out: string): Promise<Report> {
  const chromePath = config.use?.launchOptions?.executablePath ?? chromium.executablePath()
  await run(
    'npx',
    [
      '--yes',
      `lighthouse@${VERSION}`,
      `${server.base}/lessons/${slug}`,
      '--quiet',
      '--output=json',
      `--output-path=${out}`,
      `--only-categories=${categories.join(',')}`,
      `--extra-headers=${JSON.stringify({ Cookie: cookie })}`,
      '--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage',
    ],
    { env: { ...process.env, CHROME_PATH: chromePath }, timeout: 240_000, maxBuffer: 20_000_000 },
  )
  const report: Report = JSON.parse(readFileSync(out, 'utf8'))
  return report
}
const data = temporaryFolder()
const server = await startServer(PORT, data.path)
try {
  const { context, close } = await signedIn(server.base)
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  await close()
  const figures: Figure[] = []
  const details: Record<string, readonly string[]> = {}
  for (const slug of lessons) {
    const reports: Report[] = []
    for (let n = 0; n < RUNS; n += 1) reports.push(await measure(slug, cookie, join(data.path, `${slug}-${n}.json`)))
    for (const category of categories) {
      const figure = Math.round(median(reports.map(r => r.categories[category].score)) * 100)
      figures.push({
        id: `lighthouse-${slug}-${category}`,
        what: `Lighthouse, ${slug}: ${category}`,
        figure,
        unit: '',
        bound: { least: LEAST },
      })
    }
    const shift = median(reports.map(r => r.audits['cumulative-layout-shift']?.numericValue ?? Number.NaN))
    figures.push({
      id: `lighthouse-${slug}-shift`,
      what: `Layout shift, ${slug}`,
      figure: Number(shift.toFixed(3)),
      unit: '',
      bound: { most: 0.001 },
    })
    details[slug] = Object.values(reports[0]?.audits ?? {}).flatMap(({ score, title }) =>
      score !== null && score < 0.9 ? [title] : [],
    )
  }
  print({ figures, details })
} finally {
  await server.stop()
  data.drop()
}
