import { describe, expect, it } from 'vitest'
import { changed, contentOf } from '#tests/factories/content.ts'
import { lessonChecks } from './lesson-checks.ts'

const found = async (changes: Record<string, string | null>) =>
  lessonChecks(await contentOf(changes)).map(p => `${p.file}:${p.line}:${p.column} ${p.path} ${p.message} | ${p.mend}`)

describe('lessonChecks', () => {
  it('finds nothing in sound content', async () => {
    expect(await found({})).toEqual([])
  })
  it('refuses a lesson with too few checks', async () => {
    const [problem] = await found(
      changed('lessons/one/lesson.mdx', '<Check id="c" kind="order" ask="q" why="w" steps={["x", "y", "z"]} />', ''),
    )
    expect(problem).toMatch('content/lessons/one/lesson.mdx:1:1  has 2 checks; a lesson has at least 3')
  })
})
