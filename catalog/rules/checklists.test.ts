import { describe, expect, it } from 'vitest'
import { contentOf } from '#tests/factories/content.ts'
import { checklists } from './checklists.ts'

const found = async (...items: string[]) =>
  checklists(
    await contentOf({
      'checklists.yaml': `lists:\n  - id: l\n    title: L\n    about: a\n    groups:\n      - { title: G, items: [${items.join(', ')}] }\n`,
    }),
  ).map(p => `${p.path} ${p.message} | ${p.mend}`)

describe('checklists', () => {
  it('finds nothing in a sound list', async () => {
    expect(
      await found(
        '{ id: a, text: A, lessons: [one], drills: [small], seen: { lessons: [one] } }',
        '{ id: b, text: B, seen: { scored: 2 } }',
      ),
    ).toEqual([])
  })

  it('refuses an id that is there twice: its ticks would be one', async () => {
    expect(await found('{ id: a, text: A }', '{ id: a, text: B }')).toEqual([
      'lists[0].groups[0].items[1].id "a" is there twice | give each item its own id',
    ])
  })

  it('refuses a lesson, a drill or a chooser that nobody plans', async () => {
    expect(await found('{ id: a, text: A, lessons: [won] }')).toEqual([expect.stringContaining('names the lesson "won"')])
    expect(await found('{ id: a, text: A, drills: [smal] }')).toEqual([expect.stringContaining('did you mean "small"?')])
    expect(await found('{ id: a, text: A, seen: { lessons: [none-such] } }')).toEqual([
      expect.stringContaining('seen.lessons[0]'),
    ])
    expect(await found('{ id: a, text: A, page: { href: /reference/choosers/none, title: T } }')).toEqual([
      expect.stringContaining('leads to the chooser "none"'),
    ])
  })

  it('refuses something that is seen on a list that each attempt has anew', async () => {
    const text =
      'lists:\n  - { id: l, title: L, about: a, each: attempt, groups: [{ title: G, items: [{ id: a, text: A, seen: { scored: 1 } }] }] }\n'
    const problems = checklists(await contentOf({ 'checklists.yaml': text }))
    expect(problems.map(p => p.message)).toEqual(['is seen by the app, but the list is of one attempt'])
  })
})
