import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { followThrough } from './follow-through.ts'

const SHEET = `urls = 100M /month
redirects = urls * 100
peak = redirects * 3
record = 500 B
stored = urls * record * 5 years
replicated = stored * 3
bill = replicated * $0.023 /GB/month
bandwidth = peak * record`

const mark = (...answers: readonly (readonly [string, string])[]) =>
  followThrough(
    SHEET,
    answers.map(([name, stated]) => ({ name, stated })),
  )

const marks = (...answers: readonly (readonly [string, string])[]) => mark(...answers).answers.map(answer => answer.mark)

describe('followThrough', () => {
  test('lets one slip cost one mark and reports both readings', () => {
    const { answers, lost } = mark(
      ['urls', '38.6 /s'],
      ['stored', '3.04 PB'],
      ['replicated', '9.13 PB'],
      ['bill', '$210K /month'],
    )
    expect(answers.map(answer => answer.mark)).toEqual(['met', 'missed', 'follows', 'follows'])
    expect(lost).toEqual({ byReference: 3, withFollowThrough: 1 })
    expect(answers[1]?.reference?.slips[0]?.id).toBe('prefix_1000')
    expect(answers[2]).toMatchObject({ from: ['stored'], reference: { verdict: 'off' }, own: { verdict: 'agrees' } })
    expect(answers[2]?.reason).toContain('right by your own `stored`')
  })

  test('charges a second slip by itself, named against the own numbers', () => {
    const { answers, lost } = mark(['stored', '3.04 PB'], ['replicated', '3.04 PB'])
    expect(answers.map(answer => answer.mark)).toEqual(['missed', 'missed'])
    expect(answers[1]?.own?.slips[0]?.id).toBe('replication')
    expect(lost).toEqual({ byReference: 2, withFollowThrough: 2 })
  })

  test('finds two slips that cancel, because each line is checked', () => {
    const { answers } = mark(['redirects', '38.6K /s'], ['peak', '11.6K /s'])
    expect(answers.map(answer => [answer.mark, answer.cancels])).toEqual([
      ['missed', false],
      ['met', true],
    ])
    expect(answers[1]?.reason).toContain('cancels')
  })

  test('takes the answers in the order of the sheet and gives them back in the order of the question', () => {
    expect(marks(['replicated', '9.13 PB'], ['stored', '3.04 PB'])).toEqual(['follows', 'missed'])
  })

  test('lets a slip pass by lines that were not asked for', () => {
    const { answers } = mark(['urls', '386 /s'], ['peak', '116K /s'], ['bandwidth', '57.9 MB/s'])
    expect(answers.map(answer => answer.mark)).toEqual(['missed', 'follows', 'follows'])
    expect(answers[1]?.from).toEqual(['urls'])
  })

  test('does not let an answer of another kind, or one that cannot be read, enter the next', () => {
    expect(marks(['stored', '3.04 /s'], ['replicated', '9.13 TB'])).toEqual(['missed', 'met'])
    expect(marks(['stored', 'lots'], ['replicated', '9.13 TB'])).toEqual(['unreadable', 'met'])
    expect(marks(['nothing', '1'])).toEqual(['unreadable'])
  })

  test('keeps kinds of quantity when it puts an answer in', () => {
    const { answers } = followThrough('rate = 5 GB/s\nprice = $0.1 /GB\nbill = rate * price', [
      { name: 'price', stated: '$0.2 /GB' },
      { name: 'bill', stated: '$1 /s' },
    ])
    expect(answers.map(answer => answer.mark)).toEqual(['missed', 'follows'])
  })

  test('never throws, and never loses more marks than the reference takes', () => {
    const name = fc.constantFrom('urls', 'redirects', 'peak', 'stored', 'replicated', 'bill', 'x')
    const stated = fc.oneof(
      fc.string(),
      fc.double({ noNaN: true }).map(String),
      fc.constantFrom('3 TB', '38.6 /s', '$5 /month', '0 B'),
    )
    fc.assert(
      fc.property(fc.array(fc.record({ name, stated }), { maxLength: 4 }), answers => {
        const { lost } = followThrough(SHEET, answers)
        expect(lost.withFollowThrough).toBeLessThanOrEqual(lost.byReference)
      }),
      { numRuns: 50 },
    )
  })
})
