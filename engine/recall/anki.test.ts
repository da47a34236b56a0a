import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromAnki, toAnki } from './anki.ts'

describe('cards as text', () => {
  it('come back as they went, whatever stands in them', () => {
    const word = fc
      .string({ minLength: 1, maxLength: 60 })
      .map(s => s.trim().replace(/[<>&]/g, '+'))
      .filter(s => s !== '' && !s.startsWith('#'))
    const card = fc.record({ ask: word, answer: word, tags: fc.constantFrom<readonly string[]>([], ['tenfold'], ['a', 'b-c']) })
    fc.assert(
      fc.property(fc.array(card, { maxLength: 8 }), cards => {
        expect(fromAnki(toAnki(cards))).toEqual({ cards, problems: [] })
      }),
    )
  })

  it('are read as Anki writes them, with its marks taken out', () => {
    const text = '#separator:semicolon\n#html:true\nWhat is <b>p99</b>?;"The time that 99 of 100<br>stay under";latency\n'
    expect(fromAnki(text).cards).toEqual([
      { ask: 'What is p99?', answer: 'The time that 99 of 100\nstay under', tags: ['latency'] },
    ])
  })

  it('name the lines that are no cards, and read the others', () => {
    const { cards, problems } = fromAnki(`only a front\nfront\tback\n\tonly a back\n${'x'.repeat(501)}\ty\n`)
    expect(cards).toHaveLength(1)
    expect(problems).toEqual([
      { line: 1, message: 'has no back; write front, a tab, back' },
      { line: 3, message: 'has no front; write front, a tab, back' },
      { line: 4, message: 'is longer than 500 characters a side; make two cards of it' },
    ])
  })
})
