import { describe, expect, it } from 'vitest'
import { judgePrediction } from './prediction.ts'

const components = [
  { id: 'web', fullAt: 12 },
  { id: 'db', fullAt: 4 },
  { id: 'replica', fullAt: 5 },
  { id: 'cache', fullAt: 300 },
  { id: 'client', fullAt: null },
]
const verdict = (named: string, times: 10 | 100) => judgePrediction(components, named, times).verdict

describe('judgePrediction', () => {
  it('calls right what is full first, and what is full within a quarter of that load', () => {
    expect(judgePrediction(components, 'db', 10)).toEqual({ verdict: 'right', first: { id: 'db', at: 4 }, ownAt: 4 })
    expect(verdict('replica', 10)).toBe('right')
    expect(verdict('db', 100)).toBe('right')
  })

  it('names what is first when another one was predicted', () => {
    expect(judgePrediction(components, 'web', 10)).toEqual({ verdict: 'wrong', first: { id: 'db', at: 4 }, ownAt: 12 })
    expect(verdict('client', 10)).toBe('wrong')
    expect(verdict('no-such-thing', 100)).toBe('wrong')
  })

  it('says of a hundred times the load that what is full by then is not wrong, and what is not is', () => {
    expect(verdict('web', 100)).toBe('by-then')
    expect(verdict('cache', 100)).toBe('wrong')
  })

  it('tells nothing said from nothing to break', () => {
    expect(verdict('', 10)).toBe('unnamed')
    expect(judgePrediction([{ id: 'client', fullAt: null }], 'client', 10)).toEqual({
      verdict: 'no-limit',
      first: null,
      ownAt: null,
    })
  })
})
