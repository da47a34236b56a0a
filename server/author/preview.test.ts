import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { contentStamp, previewContent } from './preview.ts'

describe('the preview of an author', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tenfold-author-'))
    vi.stubEnv('DATA_DIR', join(folder, 'data'))
  })
  afterEach(async () => {
    vi.unstubAllEnvs()
    await rm(folder, { recursive: true })
  })

  it('is of our own content without a folder', async () => {
    vi.stubEnv('CONTENT_DIR', '')
    const { folder: own, stamp, catalog } = await previewContent()
    expect([own, stamp]).toEqual([undefined, 'none'])
    expect(catalog.drill('url-shortener')).toBeDefined()
  })

  it('follows the files: a new drill is there, a slip is told with its place, its mend shows again', async () => {
    const mine = join(folder, 'mine')
    vi.stubEnv('CONTENT_DIR', mine)
    await cp('content/drills/warm-up', join(mine, 'drills', 'my-drill'), { recursive: true })
    const file = join(mine, 'drills', 'my-drill', 'drill.yaml')
    const text = (await readFile(file, 'utf8')).replace('slug: warm-up', 'slug: my-drill')
    await writeFile(file, text)
    const first = await previewContent()
    expect(first.catalog.problems).toEqual([])
    expect(first.catalog.drill('my-drill')).toBeDefined()
    expect((await previewContent()).catalog).toBe(first.catalog)

    await writeFile(file, text.replace('minutes: 5', 'minutes: never'))
    expect(await contentStamp()).not.toBe(first.stamp)
    const broken = await previewContent()
    expect(broken.catalog.problems[0]).toMatchObject({ file: expect.stringContaining('drill.yaml'), path: 'minutes' })

    await writeFile(file, text)
    expect((await previewContent()).catalog.problems).toEqual([])
  }, 60_000)
})
