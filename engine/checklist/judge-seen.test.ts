import { describe, expect, it } from 'vitest'
import { type Evidence, judgeSeen } from './judge-seen.ts'

const none: Evidence = { lessonsDone: new Set(), handedIn: [], recordings: 0, friends: 0, mentors: 0 }
const sat = (drill: string, level: 'L6' | 'L7', clockMinutes: number | null, scored = true) => ({
  drill,
  level,
  clockMinutes,
  scored,
})

describe('judgeSeen', () => {
  it('wants every lesson, and says how many are done', () => {
    const seen = { lessons: ['a', 'b'] }
    expect(judgeSeen(seen, { ...none, lessonsDone: new Set(['a', 'c']) })).toEqual({ done: false, by: '1 of 2 lessons done' })
    expect(judgeSeen(seen, { ...none, lessonsDone: new Set(['a', 'b']) })).toEqual({ done: true, by: 'all 2 lessons are done' })
    expect(judgeSeen({ lessons: ['a'] }, none)).toEqual({ done: false, by: 'the lesson is not done yet' })
  })

  it('counts a drill once, however often it was sat, and only when it was scored', () => {
    const handedIn = [sat('x', 'L6', 60), sat('x', 'L6', 60), sat('y', 'L6', null), sat('z', 'L6', 60, false)]
    expect(judgeSeen({ scored: 2 }, { ...none, handedIn })).toEqual({ done: true, by: '2 drills scored' })
    expect(judgeSeen({ scored: 3 }, { ...none, handedIn })).toEqual({ done: false, by: '2 of 3 drills scored' })
  })

  it('wants both levels, and a clock that is long enough at each', () => {
    const handedIn = [sat('x', 'L6', 60), sat('y', 'L7', null)]
    expect(judgeSeen({ levels: ['L6', 'L7'] }, { ...none, handedIn })).toEqual({ done: true, by: 'handed in at L6 and L7' })
    const timed = {
      timed: [
        { level: 'L6' as const, minutes: 60 },
        { level: 'L7' as const, minutes: 90 },
      ],
    }
    expect(judgeSeen(timed, { ...none, handedIn })).toEqual({ done: false, by: 'L6 in 60 minutes' })
    expect(judgeSeen(timed, { ...none, handedIn: [sat('x', 'L6', 10), sat('y', 'L7', 60)] })).toMatchObject({ done: false })
    expect(judgeSeen(timed, { ...none, handedIn: [...handedIn, sat('z', 'L7', 90)] })).toMatchObject({ done: true })
  })

  it('knows recordings and who gave a view', () => {
    expect(judgeSeen({ recordings: 1 }, none)).toEqual({ done: false, by: 'no recording is kept here' })
    expect(judgeSeen({ recordings: 1 }, { ...none, recordings: 2 })).toEqual({ done: true, by: '2 recordings kept here' })
    expect(judgeSeen({ feedback: 1 }, none).done).toBe(false)
    expect(judgeSeen({ feedback: 2 }, { ...none, friends: 1, mentors: 1 })).toEqual({
      done: true,
      by: 'by 1 friend and 1 mentor',
    })
  })
})
