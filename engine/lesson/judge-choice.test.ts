import { describe, expect, it } from 'vitest'
import { checkSchema } from './check.ts'
import { judgeChoice } from './judge-choice.ts'

const parse = <K extends 'number' | 'choice' | 'order'>(kind: K, fields: object) => {
  const check = checkSchema.parse({ id: 'c', ask: 'How many?', why: 'Because of the month.', kind, ...fields })
  if (check.kind !== kind) throw new Error('kind')
  return check
}

describe('judgeChoice', () => {
  const check = parse('choice', {
    options: [
      { text: '301', why: 'Browsers keep it.' },
      { text: '302', right: true, why: 'Every click comes back.' },
    ],
  })
  if (check.kind !== 'choice') throw new Error('kind')
  it('gives the reason of the option that was chosen', () => {
    expect(judgeChoice(check, 0)).toEqual({ verdict: 'wrong', message: 'Not that one. Browsers keep it.' })
    expect(judgeChoice(check, 1)).toEqual({ verdict: 'right', message: 'Right. Every click comes back.' })
    expect(judgeChoice(check, undefined).verdict).toBe('not ready')
  })
})
