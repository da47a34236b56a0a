import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { parse } from 'yaml'
import { z } from 'zod'
import { parseSubmission } from '#engine/design/parse-submission.ts'
import { scoreSubmission } from '#engine/rubric/score-submission.ts'
import { expect, test } from './people.ts'

const root = resolve(import.meta.dirname, '../..')
const TIMES = 500

/** The drills as they are compiled; what an attempt pins. */
const catalogOf = z.object({ drills: z.array(z.object({ slug: z.string(), canonicalJson: z.string() })) })
const exemplarOf = z.object({ submission: z.unknown() })

test('a submission scored a thousand times, in Node and in the browser, gets one and the same report', async ({ page }) => {
  const catalog = catalogOf.parse(JSON.parse(readFileSync(join(root, 'generated/catalog.json'), 'utf8')))
  const compiled = catalog.drills.find(d => d.slug === 'url-shortener')?.canonicalJson ?? ''
  const file = readFileSync(join(root, 'content/drills/url-shortener/exemplars/strong.yaml'), 'utf8')
  const parsed = parseSubmission(exemplarOf.parse(parse(file)).submission)
  if (!parsed.ok) throw new Error('the exemplar does not parse')
  const submission = JSON.stringify(parsed.submission)

  const hash = (text: string) => createHash('sha256').update(text).digest('hex')
  const inNode = new Set<string>()
  for (let i = 0; i < TIMES; i++)
    inNode.add(hash(JSON.stringify(scoreSubmission(JSON.parse(compiled), { submission: JSON.parse(submission) }, { seed: 7 }))))
  expect(inNode.size).toBe(1)

  const { outputFiles } = await build({
    stdin: {
      contents:
        "import { scoreSubmission } from '#engine/rubric/score-submission.ts'; globalThis.scoreSubmission = scoreSubmission",
      resolveDir: root,
    },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    logLevel: 'silent',
  })
  await page.goto('about:blank')
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' })
  const inBrowser = await page.evaluate(
    ([drill, design, times]) => {
      const reports = new Set<string>()
      for (let i = 0; i < times; i++)
        reports.add(JSON.stringify(scoreSubmission(JSON.parse(drill), { submission: JSON.parse(design) }, { seed: 7 })))
      return [...reports]
    },
    [compiled, submission, TIMES] as const,
  )
  expect(inBrowser.map(hash)).toEqual([...inNode])
})
