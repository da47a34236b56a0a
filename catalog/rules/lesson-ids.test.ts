import { describe, expect, it } from 'vitest'
import { changed, contentOf } from '#tests/factories/content.ts'
import { lessonIds } from './lesson-ids.ts'

const found = async (changes: Record<string, string | null>) =>
  lessonIds(await contentOf(changes)).map(p => `${p.file}:${p.line}:${p.column} ${p.path} ${p.message} | ${p.mend}`)

describe('lessonIds', () => {
  it('finds nothing in sound content', async () => {
    expect(await found({})).toEqual([])
  })
  it('refuses two parts with one id and names the line of the first', async () => {
    expect(await found(changed('lessons/one/lesson.mdx', 'id="b"', 'id="a"'))).toEqual([
      'content/lessons/one/lesson.mdx:13:1  <Check> has the id "a", as the part on line 11 has | give each its own',
    ])
  })
})
