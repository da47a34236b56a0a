import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lessonOrder } from '#engine/plan/plan.ts'
import { loadCatalog } from './catalog.ts'
import type { CatalogSettings } from './settings.ts'

const run = promisify(execFile)
let folder: string
let settings: CatalogSettings

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenfold-catalog-'))
  settings = { root: resolve('.'), contentFolder: undefined, dataFolder: join(folder, 'data'), watch: false }
  await run(process.execPath, ['scripts/build-catalog.mjs'])
}, 60_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('loadCatalog', () => {
  it('serves lessons in the order of the plan, and drills with what an attempt pins', async () => {
    const catalog = await loadCatalog(settings)
    const planned = lessonOrder(catalog.plan())
    const written = catalog.lessons().map(lesson => lesson.slug)
    expect(written).toEqual(planned.filter(slug => written.includes(slug)))
    const drill = catalog.drill('url-shortener')
    expect(drill?.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.parse(drill?.canonicalJson ?? '').drill.slug).toBe('url-shortener')
    expect(catalog.drill('no-such-drill')).toBeUndefined()
    expect(catalog.reference().kinds.length).toBeGreaterThan(25)
    expect(catalog.problems).toEqual([])
  })

  it('says what to run when the catalog is missing, damaged or of another version', async () => {
    const root = join(folder, 'elsewhere')
    await expect(loadCatalog({ ...settings, root })).rejects.toThrow(
      /catalog.json is missing. Run "node scripts\/build-catalog.mjs"/,
    )
    await mkdir(join(root, 'generated'), { recursive: true })
    for (const text of ['{', '{"version":0}']) {
      await writeFile(join(root, 'generated', 'catalog.json'), text)
      await expect(loadCatalog({ ...settings, root })).rejects.toThrow(/another version or is damaged/)
    }
  })

  it("adds an author's own drill, compiled in a process of its own", async () => {
    const author = join(folder, 'mine')
    await cp('content/drills/warm-up', join(author, 'drills', 'my-drill'), { recursive: true })
    const renamed = (await import('node:fs/promises')).readFile(join(author, 'drills', 'my-drill', 'drill.yaml'), 'utf8')
    await writeFile(join(author, 'drills', 'my-drill', 'drill.yaml'), (await renamed).replace('slug: warm-up', 'slug: my-drill'))
    const ours = (await loadCatalog(settings)).drills().map(drill => drill.slug)
    const catalog = await loadCatalog({ ...settings, contentFolder: author })
    expect(catalog.problems).toEqual([])
    expect(catalog.drills().map(drill => drill.slug)).toEqual([...ours, 'my-drill'])
  }, 30_000)

  it("serves ours and lists the problems when the author's content is broken or away", async () => {
    const author = join(folder, 'broken')
    await mkdir(join(author, 'drills', 'half'), { recursive: true })
    await writeFile(join(author, 'drills', 'half', 'drill.yaml'), 'slug: half\n')
    const catalog = await loadCatalog({ ...settings, contentFolder: author })
    expect(catalog.problems.map(problem => `${problem.file} ${problem.message}`)).toContain(
      'broken/drills/half/prompt.mdx is missing',
    )
    expect(catalog.drill('url-shortener')).toBeDefined()
    const gone = await loadCatalog({ ...settings, contentFolder: join(folder, 'gone') })
    expect(gone.problems[0]).toMatchObject({ rule: 'unreadable', message: expect.stringContaining('gone') })
  }, 30_000)
})
