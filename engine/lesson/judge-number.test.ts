import { describe, expect, it } from 'vitest'
import { checkSchema } from './check.ts'
import { judgeNumber } from './judge-number.ts'

const parse = <K extends 'number' | 'choice' | 'order'>(kind: K, fields: object) => {
  const check = checkSchema.parse({ id: 'c', ask: 'How many?', why: 'Because of the month.', kind, ...fields })
  if (check.kind !== kind) throw new Error('kind')
  return check
}

const rate = parse('number', {
  answer: '100M /month',
  unit: '/s',
  tolerance: '5%',
  slips: [{ answer: '100M /day', why: 'That reads the month as a day.' }],
})
if (rate.kind !== 'number') throw new Error('kind')

describe('judgeNumber', () => {
  it('takes the answer in any unit of its kind, and a bare number in the unit asked for', () => {
    for (const typed of ['38.6 /s', '40 /s', '100M /month', '38.6', '2,316 /minute'])
      expect([typed, judgeNumber(rate, typed).verdict]).toEqual([typed, 'right'])
  })
  it('shows the answer and the reason when it is right', () => {
    expect(judgeNumber(rate, '38.6 /s').message).toBe('Right: 38.6 /s. Because of the month.')
  })
  it('explains a slip that it knows', () => {
    expect(judgeNumber(rate, '1157 /s')).toEqual({ verdict: 'wrong', message: 'That reads the month as a day.' })
  })
  it('says how far off an unknown mistake is', () => {
    expect(judgeNumber(rate, '3,858 /s').message).toBe(
      'Not yet: that is 100 times too large. Check the units and the powers of ten.',
    )
  })
  it('says which kind of quantity it wants', () => {
    expect(judgeNumber(rate, '40 GB')).toMatchObject({
      verdict: 'wrong',
      message: expect.stringContaining('the question asks for'),
    })
  })
  it('is not ready when nothing is typed or it cannot be read', () => {
    expect(judgeNumber(rate, ' ').verdict).toBe('not ready')
    expect(judgeNumber(rate, '40 /').verdict).toBe('not ready')
  })
})
