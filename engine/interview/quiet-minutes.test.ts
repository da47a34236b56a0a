import { describe, expect, it } from 'vitest'
import { quietMinutes } from './quiet-minutes.ts'

const minute = (from: number, earned: number, ...changed: string[]) => ({ from, to: from + 1, earned, changed })

describe('quietMinutes', () => {
  it('joins minutes in which nothing was written, and those whose writing earned nothing', () => {
    expect(
      quietMinutes([
        minute(0, 0),
        minute(1, 0),
        minute(2, 0, 'api'),
        minute(3, 0, 'data'),
        minute(4, 3, 'data'),
        minute(5, 3),
        minute(6, 5, 'api'),
      ]),
    ).toEqual([
      { from: 0, to: 2, why: 'idle', parts: [] },
      { from: 2, to: 4, why: 'unpaid', parts: ['api', 'data'] },
      { from: 5, to: 6, why: 'idle', parts: [] },
    ])
  })

  it('counts a minute that lost points as one that earned nothing, and the way back as earned', () => {
    expect(quietMinutes([minute(0, 4, 'api'), minute(1, 2, 'api'), minute(2, 4, 'api')])).toEqual([
      { from: 1, to: 2, why: 'unpaid', parts: ['api'] },
    ])
  })

  it('finds none in no minutes', () => {
    expect(quietMinutes([])).toEqual([])
  })
})
