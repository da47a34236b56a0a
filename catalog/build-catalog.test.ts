import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { soundFiles } from '#tests/factories/content.ts'
import { buildCatalog, runBuildCatalog } from './build-catalog.ts'
import { compileCatalog } from './compile-catalog.ts'
import { compileMdx } from './lesson/compile-mdx.ts'
import { keepCompiled } from './lesson/keep-compiled.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenfold-catalog-'))
  for (const [path, text] of Object.entries(soundFiles)) await put('content', path, text)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function put(root: string, path: string, text: string) {
  const file = join(folder, root, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}

const build = (roots: readonly { folder: string; shown: string }[], out = 'catalog.json') =>
  buildCatalog({ roots, out: join(folder, out), cacheFolder: join(folder, 'cache'), tools: '1' })

describe('buildCatalog', () => {
  it('writes a catalog whose hash depends on the content alone', async () => {
    const ours = [{ folder: join(folder, 'content'), shown: 'content' }]
    expect((await build(ours)).problems).toEqual([])
    const first = await readFile(join(folder, 'catalog.json'), 'utf8')
    await build(ours, 'again.json')
    expect(await readFile(join(folder, 'again.json'), 'utf8')).toBe(first)
    expect(JSON.parse(first)).toMatchObject({
      version: 4,
      lessons: [{ slug: 'one', checks: ['a', 'b', 'c'] }],
      drills: [{ slug: 'small', practiceOnly: true }],
    })
  })

  it("lays an author's content over ours, and names a slug that both have", async () => {
    await put('theirs', 'drills/small/prompt.mdx', 'Mine.')
    await put(
      'theirs',
      'reference/more.yaml',
      'title: M\nfacts: [{ id: g, name: G, value: 2 GB, sure: measured, source: { title: t }, date: "2026" }]\n',
    )
    const roots = [
      { folder: join(folder, 'content'), shown: 'content' },
      { folder: join(folder, 'theirs'), shown: 'theirs' },
    ]
    const { problems } = await build(roots, 'both.json')
    expect(problems.map(p => `${p.file} ${p.message}`)).toEqual([
      'theirs/drills/small/prompt.mdx has the same name as content/drills/small; nobody could say which one is meant',
    ])
    await rm(join(folder, 'theirs', 'drills'), { recursive: true })
    expect((await build(roots, 'both.json')).problems).toEqual([])
    expect(JSON.parse(await readFile(join(folder, 'both.json'), 'utf8')).facts.map((f: { id: string }) => f.id)).toEqual([
      'f',
      'g',
    ])
  })

  it('names a folder that cannot be read, and exits with 2', async () => {
    const lines: string[] = []
    expect(await runBuildCatalog(['--root', folder, '--content', 'nowhere'], line => lines.push(line))).toBe(2)
    expect(lines.join()).toMatch(/Content cannot be read: .*nowhere/)
  })
})

describe('keepCompiled', () => {
  it('compiles a text once, and again when the text or the compiler changes', async () => {
    let compiled = 0
    const counting = (version: string) =>
      keepCompiled(join(folder, 'kept'), version, async () => async (file, body) => {
        compiled += 1
        return compileMdx(file, body)
      })
    for (const [version, text] of [
      ['1', 'a'],
      ['1', 'a'],
      ['1', 'b'],
      ['2', 'a'],
      ['2', 'a'],
    ] as const)
      await counting(version)('f.mdx', text)
    expect(compiled).toBe(3)
  })

  it('makes a damaged result anew and does not keep problems', async () => {
    let compiled = 0
    const compile = keepCompiled(join(folder, 'bad'), '1', async () => async (file, body) => {
      compiled += 1
      return compileMdx(file, body)
    })
    await compile('f.mdx', '<Unknown />')
    await compile('f.mdx', '<Unknown />')
    expect(compiled).toBe(2)
  })
})

describe('tests/fixtures/broken-content', () => {
  it('has every fault reported at once, each with its file, line and mend', async () => {
    const result = await compileCatalog([{ folder: join('tests', 'fixtures', 'broken-content'), shown: 'content' }], compileMdx)
    if (result.ok) throw new Error('the broken content was accepted')
    const { problems } = result
    const rules = new Set(problems.map(problem => problem.rule))
    for (const rule of ['yaml', 'schema', 'mdx', 'missing-file', 'stray-file']) expect(rules).toContain(rule)
    expect(new Set(problems.map(problem => problem.file)).size).toBeGreaterThan(8)
    for (const problem of problems)
      expect(problem).toMatchObject({ line: expect.any(Number), column: expect.any(Number), mend: expect.stringMatching(/./) })
    expect(problems.map(problem => `${problem.file}:${problem.line}:${problem.column} ${problem.message}`)).toMatchSnapshot()
  })
})
