import { describe, expect, it } from 'vitest'
import { changed, contentOf } from '#tests/factories/content.ts'
import { links } from './links.ts'

const found = async (changes: Record<string, string | null>) =>
  links(await contentOf(changes)).map(p => `${p.file}:${p.line}:${p.column} ${p.path} ${p.message} | ${p.mend}`)

describe('links', () => {
  it('finds nothing in sound content', async () => {
    expect(await found({})).toEqual([])
  })
  it('follows links to lessons, drills, headings and pages outside', async () => {
    const more = '[a](#head) [b](/lessons/one) [c](/lessons/one#head) [d](https://example.org/x)'
    expect(await found(changed('lessons/one/lesson.mdx', '[drill]', `${more} [drill]`))).toEqual([])
  })
  it('refuses links that lead nowhere or run code', async () => {
    const more = '[a](#haed) [b](/lessons/oen) [c](../x.md) [d](javascript:alert(1))'
    expect(
      (await found(changed('lessons/one/lesson.mdx', '[drill]', `${more} [drill]`))).map(p => p.replace(/^.*? {2}/, '')),
    ).toEqual([
      'links to #haed, a heading that is not here | did you mean "head"?',
      'links to the lesson "oen", which does not exist and is not planned | did you mean "one"?',
      'links to "../x.md", which is no place here | write /lessons/slug, /drills/slug, #heading or https://...',
      'links to "javascript:alert(1)", which is no place here | write /lessons/slug, /drills/slug, #heading or https://...',
    ])
  })
})
