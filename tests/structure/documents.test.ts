import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { envSchema } from '#server/env.ts'

const root = resolve(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const documents = ['.', 'docs', 'docs/decisions', 'tests/bench'].flatMap(folder =>
  readdirSync(join(root, folder))
    .filter(name => name.endsWith('.md'))
    .map(name => join(folder, name)),
)

/** Code is not read for links. */
const prose = (text: string) => text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, 'code')

/** As GitHub makes an anchor of a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[`*]/g, '')
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

const anchors = (file: string) =>
  [
    ...read(file)
      .replace(/^```[\s\S]*?^```/gm, '')
      .matchAll(/^#+ (.+)$/gm),
  ].map(([, heading = '']) => anchorOf(heading))

describe('the documents', () => {
  it.each(documents)('%s links to files and headings that exist', file => {
    const broken = [...prose(read(file)).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) => {
      if (/^https?:/.test(target)) return []
      const [path = '', anchor] = target.split('#')
      const linked = path === '' ? file : relative(root, resolve(root, dirname(file), path))
      if (!existsSync(join(root, linked))) return [target]
      return anchor === undefined || anchors(linked).includes(anchor) ? [] : [target]
    })
    expect(broken).toEqual([])
  })

  it.each(['README.md', '.env.example'])('%s names every variable that is read, and no other', file => {
    const text = file === 'README.md' ? (/## Configuration[\s\S]*?\n## /.exec(read(file))?.[0] ?? '') : read(file)
    const pattern = file === 'README.md' ? /`([A-Z]+_?[A-Z_]*)`(?=[^|\n]*\|)/g : /^#? ?([A-Z][A-Z_]+)=/gm
    const named = new Set([...text.matchAll(pattern)].map(([, name = '']) => name))
    expect([...named].sort()).toEqual(Object.keys(envSchema.shape).sort())
  })

  it('name only scripts of npm that exist', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'))
    const named = documents.flatMap(file => [...read(file).matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name))
    expect(named.filter(name => !(name in scripts))).toEqual([])
  })
})
