import { describe, expect, it } from 'vitest'
import { contentOf, soundFiles } from '#tests/factories/content.ts'
import { lessonSubstance } from './lesson-substance.ts'

const found = async (changes: Record<string, string | null>) =>
  lessonSubstance(await contentOf(changes)).map(p => `${p.file}:${p.line}:${p.column} ${p.path} ${p.message} | ${p.mend}`)

describe('lessonSubstance', () => {
  it('finds nothing in sound content', async () => {
    expect(await found({})).toEqual([])
  })
  it('refuses a lesson without a live part, a level or a source', async () => {
    const lesson = (soundFiles['lessons/one/lesson.mdx'] ?? '')
      .replace('<Worksheet id="w" title="t" source="a = 1 GB" />', '')
      .replace('<Level at="L7">\nx\n</Level>', '')
      .replace('sources: [{ title: t }]\n', '')
    expect(await found({ 'lessons/one/lesson.mdx': lesson })).toEqual([
      'content/lessons/one/lesson.mdx:1:1  has no live part | add a <Worksheet>, an <Explore> or a <Simulate> that works the numbers out',
      'content/lessons/one/lesson.mdx:1:1  says what interviewers ask at one level only | add a <Level> for the other',
      'content/lessons/one/lesson.mdx:2:1 sources names no source | add "sources:" with a title each',
    ])
  })
})
