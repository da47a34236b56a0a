import { describe, expect, it } from 'vitest'
import { contentOf, soundFiles } from '#tests/factories/content.ts'
import { computes } from './computes.ts'

const found = async (changes: Record<string, string | null>) =>
  computes(await contentOf(changes)).map(p => `${p.file}:${p.line}:${p.column} ${p.path} ${p.message} | ${p.mend}`)

describe('computes', () => {
  it('finds nothing in sound content', async () => {
    expect(await found({})).toEqual([])
  })
  it('refuses what cannot be computed, with its place', async () => {
    const lesson = (soundFiles['lessons/one/lesson.mdx'] ?? '')
      .replace('of="1 GB * 2"', 'of="1 GB + 2 s"')
      .replace('source="a = 1 GB"', 'source="a = b"')
      .replace('answer: "2 GiB * 8"', 'answer: "2 GB"')
    const problems = await found({
      'lessons/one/lesson.mdx': lesson,
      'reference/numbers.yaml':
        'title: N\nfacts: [{ id: f, name: F, value: much, sure: measured, source: { title: t }, date: "2026" }]\n',
    })
    expect(problems.map(p => p.slice(0, 100))).toEqual([
      expect.stringMatching('^content/lessons/one/lesson.mdx:11:1  the slip "2 GB" of the check "a" is not a wrong answer'),
      expect.stringMatching('^content/lessons/one/lesson.mdx:17:1  line 1 of the worksheet "t"'),
      expect.stringMatching('^content/lessons/one/lesson.mdx:27:1  "1 GB \\+ 2 s" cannot be computed'),
      expect.stringMatching('^content/reference/numbers.yaml:2:34 facts\\[0\\].value "much" cannot be read'),
    ])
  })
})
