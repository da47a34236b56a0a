import { describe, expect, it } from 'vitest'
import { changed, contentOf } from '#tests/factories/content.ts'
import { references } from './references.ts'

const found = async (changes: Record<string, string | null>) =>
  references(await contentOf(changes)).map(p => `${p.file}:${p.line}:${p.column} ${p.path} ${p.message} | ${p.mend}`)

describe('references', () => {
  it('finds nothing in sound content', async () => {
    expect(await found({})).toEqual([])
  })
  it('refuses names of lessons, drills and facts that do not exist', async () => {
    const problems = await found({
      ...changed('lessons/one/lesson.mdx', 'drills: [small]', 'drills: [smal]'),
      ...changed('drills/small/drill.yaml', 'lessons: [one]', 'lessons: [two]'),
      ...changed('drills/small/rubric.yaml', 'lesson: one', 'lesson: ones'),
      'reference/numbers.yaml':
        'title: N\nfacts: [{ id: g, name: F, value: 1 GB, sure: measured, source: { title: t }, date: "2026" }]\n',
    })
    expect(problems).toEqual([
      'content/lessons/one/lesson.mdx:5:10 drills[0] names the drill "smal", which does not exist and is not planned | did you mean "small"?',
      'content/drills/small/drill.yaml:10:11 lessons[0] names the lesson "two", which does not exist and is not planned | write the lesson, or remove the name',
      'content/drills/small/rubric.yaml:2:97 criteria[0].lesson names the lesson "ones", which does not exist and is not planned | did you mean "one"?',
      'content/lessons/one/lesson.mdx:27:25  shows the fact "f", which content/reference does not have | add it to a file of content/reference',
    ])
  })
})
