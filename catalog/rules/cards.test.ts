import { describe, expect, it } from 'vitest'
import { contentOf } from '#tests/factories/content.ts'
import { cards } from './cards.ts'

const found = async (text: string, name = 'one') =>
  cards(await contentOf({ [`cards/${name}.yaml`]: text })).map(p => `${p.file}:${p.line} ${p.path} ${p.message} | ${p.mend}`)
const file = (...lines: string[]) => ['lesson: one', 'cards:', ...lines.map(line => `  - ${line}`), ''].join('\n')

describe('cards', () => {
  it('finds nothing in sound cards', async () => {
    expect(await found(file('{ id: a, ask: Q, answer: A }', '{ id: b, ask: How many, number: 100M /month, unit: /s }'))).toEqual(
      [],
    )
  })

  it('refuses a file that is called like another lesson, and a lesson that nobody plans', async () => {
    expect(await found('lesson: two\ncards: [{ id: a, ask: Q, answer: A }]\n')).toEqual([
      'content/cards/one.yaml:1 lesson is "two" in a file called "one" | write "lesson: one", or rename the file',
      expect.stringContaining('names the lesson "two", which does not exist and is not planned'),
    ])
  })

  it('refuses an id or a question that is there twice', async () => {
    expect(await found(file('{ id: a, ask: Q, answer: A }', '{ id: a, ask: q, answer: B }'))).toEqual([
      'content/cards/one.yaml:4 cards[1].id "a" is there twice | give each card its own id',
      'content/cards/one.yaml:4 cards[1].ask is asked by one/a already | ask something else, or leave it out',
    ])
  })

  it('refuses a number that cannot be computed or is of another kind than its unit', async () => {
    const [problem] = await found(file('{ id: a, ask: Q, number: 5 / nothing, unit: GB }'))
    expect(problem).toContain('cards[0].number cannot be used')
  })
})
