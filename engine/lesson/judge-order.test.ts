import { describe, expect, it } from 'vitest'
import { checkSchema } from './check.ts'
import { judgeOrder, shuffledSteps } from './judge-order.ts'

const parse = <K extends 'number' | 'choice' | 'order'>(kind: K, fields: object) => {
  const check = checkSchema.parse({ id: 'c', ask: 'How many?', why: 'Because of the month.', kind, ...fields })
  if (check.kind !== kind) throw new Error('kind')
  return check
}

describe('judgeOrder', () => {
  const check = parse('order', { steps: ['ask', 'estimate', 'draw', 'deepen'] })
  if (check.kind !== 'order') throw new Error('kind')
  it('accepts the right order and names the first step out of place', () => {
    expect(judgeOrder(check, check.steps).verdict).toBe('right')
    expect(judgeOrder(check, ['ask', 'draw', 'estimate', 'deepen']).message).toBe(
      'The first 1 is right. "draw": it does not come after "ask".',
    )
    expect(judgeOrder(check, ['draw', 'ask', 'estimate', 'deepen']).message).toBe(
      'The first step is off. "draw": it does not come first.',
    )
  })
  it('shuffles to another order, the same each time', () => {
    expect(shuffledSteps(check)).not.toEqual(check.steps)
    expect(shuffledSteps(check)).toEqual(shuffledSteps(check))
    expect([...shuffledSteps(check)].sort()).toEqual([...check.steps].sort())
  })
})
