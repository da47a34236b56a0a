import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Catalog, getCatalog } from '#catalog/catalog.ts'
import { parseSubmission } from '#engine/design/parse-submission.ts'
import { bundleFormat } from '#engine/rubric/bundle.ts'
import { scoreSubmission } from '#engine/rubric/score-submission.ts'
import { seedOfSubmission } from '#engine/rubric/seed.ts'
import { exit, type Terminal } from '../terminal.ts'
import { scoreCommand } from './score.ts'

let folder = ''
let catalog: Catalog
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenfold-bundle-'))
  catalog = await getCatalog()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function score(text: string, ...words: string[]) {
  const lines: string[] = []
  const complaints: string[] = []
  const terminal: Terminal = {
    root: resolve(import.meta.dirname, '../..'),
    out: line => void lines.push(line),
    err: line => void complaints.push(line),
    input: async () => text,
    env: { NODE_ENV: 'test' },
  }
  const file = join(folder, 'bundle.json')
  await writeFile(file, text)
  const status = await scoreCommand.run(['--bundle', file, ...words], terminal)
  return { status, out: lines.join('\n'), err: complaints.join('\n').replaceAll(folder, 'FOLDER') }
}

function bundleOf(slug: string, exemplar: string) {
  const drill = catalog.drill(slug)
  const parsed = parseSubmission(drill?.exemplars.find(({ name }) => name === exemplar)?.exemplar.submission)
  if (!drill || !parsed.ok) throw new Error(`no exemplar ${exemplar} of ${slug}`)
  const { submission } = parsed
  const seed = seedOfSubmission(submission)
  const timeline = { firstMinutes: { '/worksheet': 3.2 }, questions: [], curveballs: [] }
  const report = scoreSubmission(drill.compiled, { submission, timeline }, { seed })
  return {
    format: bundleFormat,
    engine: report.engine,
    seed,
    submission,
    timeline,
    drill: JSON.parse(drill.canonicalJson),
    report,
  }
}

describe('tenfold score --bundle', () => {
  it('prints the same bytes for every exemplar of every drill', async () => {
    for (const { slug, exemplars } of catalog.drills()) {
      for (const { name } of exemplars) {
        const bundle = bundleOf(slug, name)
        const { status, out, err } = await score(JSON.stringify(bundle, null, 2))
        expect({ slug, name, status, same: out === JSON.stringify(bundle.report) }).toEqual({
          slug,
          name,
          status: exit.done,
          same: true,
        })
        expect(err).toMatch(/^FOLDER\/bundle\.json: verified\. Engine \S+ gives the same report, byte for byte\.$/)
      }
    }
  }, 60_000)

  it('says what differs, prints no report, and exits 1', async () => {
    const bundle = bundleOf('warm-up', catalog.drill('warm-up')?.exemplars[0]?.name ?? '')
    const { status, out, err } = await score(
      JSON.stringify({ ...bundle, report: { ...bundle.report, bands: { L6: 'above', L7: 'above' } } }),
    )
    expect({ status, out }).toEqual({ status: exit.problems, out: '' })
    expect(err).toMatch(/NOT VERIFIED.*\n {2}L6: claimed above, comes out/)
  })

  it('says that the rubric is not the one of this installation', async () => {
    const bundle = bundleOf('warm-up', catalog.drill('warm-up')?.exemplars[0]?.name ?? '')
    const { err } = await score(JSON.stringify({ ...bundle, drill: { ...bundle.drill, content: 'eased' } }))
    expect(err).toContain("Note: the rubric is the bundle's own.")
  })

  it.each([
    ['half a document', (text: string) => text.slice(0, 400), /FOLDER\/bundle\.json:\d+:\d+/],
    [
      'a wrong format',
      (text: string) => text.replace('bundle/1', 'bundle/2'),
      /bundle\.json:2:\d+ {2}format\n {2}is not "tenfold\/bundle\/1"/,
    ],
    ['an unknown field', (text: string) => text.replace('"seed"', '"sead"'), /bundle\.json:\d+:\d+/],
    ['a list', () => '[]', /bundle\.json:1:1/],
    ['nothing', () => '', /bundle\.json:1:1/],
  ])('refuses %s with its line, and status 2', async (_what, change, message) => {
    const bundle = bundleOf('warm-up', catalog.drill('warm-up')?.exemplars[0]?.name ?? '')
    const { status, out, err } = await score(change(JSON.stringify(bundle, null, 2)))
    expect(err).toMatch(message)
    expect({ status, out }).toEqual({ status: exit.unusable, out: '' })
  })

  it('takes nothing beside a bundle', async () => {
    expect(await score('{}', '--drill', 'warm-up')).toMatchObject({
      status: exit.unusable,
      err: expect.stringContaining('name nothing else'),
    })
  })
})
