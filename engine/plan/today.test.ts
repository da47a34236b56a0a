import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Plan, planSchema } from './plan.ts'
import { addDays, daysBetween, isTimeToCheck, planToday, startOfPlan } from './today.ts'

const plan: Plan = planSchema.parse({
  title: 'p',
  weeks: [
    {
      title: 'one',
      goal: 'g',
      items: [
        { lesson: 'a', minutes: 30 },
        { drill: 'b', minutes: 60 },
        { lesson: 'ghost', minutes: 10 },
      ],
    },
    {
      title: 'two',
      goal: 'g',
      items: [
        { lesson: 'c', minutes: 30 },
        { lesson: 'd', minutes: 30 },
      ],
    },
  ],
})
const at = (today: string, done: string[] = []) =>
  planToday(plan, { start: '2026-03-02', today, done: new Set(done), exists: key => key !== 'lesson:ghost' })

describe('planToday', () => {
  it('says what is due in the first week on the first day', () => {
    const today = at('2026-03-02')
    expect(today.week).toBe(1)
    expect(today.tasks.map(t => t.state)).toEqual(['due', 'due', 'being written', 'ahead', 'ahead'])
  })

  it('counts a week by what exists', () => {
    expect(at('2026-03-03', ['lesson:a', 'drill:b']).weeks[0]).toMatchObject({ done: 2, of: 2 })
  })

  it('is before the plan at week 0 and past it at one more than the last', () => {
    expect(at('2026-03-01').week).toBe(0)
    expect(at('2026-05-01').week).toBe(3)
    expect(at('2026-05-01').daysLeft).toBe(0)
  })
})

describe('startOfPlan', () => {
  it('counts back from the interview when no start was chosen', () => {
    expect(startOfPlan(plan, { startDate: null, interviewDate: '2026-03-16' })).toBe('2026-03-02')
    expect(startOfPlan(plan, { startDate: '2026-01-01', interviewDate: '2026-03-16' })).toBe('2026-01-01')
    expect(startOfPlan(plan, { startDate: null, interviewDate: null })).toBeNull()
  })
})

describe('dates', () => {
  it('adding days and counting them agree, over leap days and summer time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -2000, max: 2000 }), (offset, days) => {
        const from = addDays('1990-01-01', offset)
        expect(daysBetween(from, addDays(from, days))).toBe(days)
      }),
    )
  })
})

describe('isTimeToCheck', () => {
  it('begins 28 days before the interview and ends with it, whatever the week', () => {
    const on = (today: string) => isTimeToCheck(today, '2026-03-29', 1)
    expect([on('2026-02-28'), on('2026-03-01'), on('2026-03-29'), on('2026-03-30')]).toEqual([false, true, true, false])
  })

  it('begins with the fifth week where no interview has a date', () => {
    expect([4, 5, 9].map(week => isTimeToCheck('2026-03-01', null, week))).toEqual([false, true, true])
  })
})
