import { describe, expect, it } from 'vitest'
import { lessonOrder, planSchema } from './plan.ts'

const week = (items: unknown[]) => ({ title: 'One', goal: 'g', items })

describe('planSchema', () => {
  it('takes lessons and drills with their minutes', () => {
    const plan = planSchema.parse({
      title: 'P',
      weeks: [
        week([
          { lesson: 'a', minutes: 40 },
          { drill: 'b', minutes: 5 },
        ]),
      ],
    })
    expect(plan.weeks[0]?.items).toHaveLength(2)
  })

  it('says what an item must look like when it is neither', () => {
    const parsed = planSchema.safeParse({ title: 'P', weeks: [week([{ lesson: 'a', drill: 'b', minutes: 5 }])] })
    expect(parsed.error?.issues[0]?.message).toMatch('is not an item of the plan')
  })

  it('refuses minutes that nobody can plan with', () => {
    for (const minutes of [0, -5, 2.5, 601, Number.NaN]) {
      expect(planSchema.safeParse({ title: 'P', weeks: [week([{ lesson: 'a', minutes }])] }).success).toBe(false)
    }
  })
})

describe('lessonOrder', () => {
  it('gives the lessons across weeks in order, without the drills', () => {
    const plan = planSchema.parse({
      title: 'P',
      weeks: [
        week([
          { lesson: 'b', minutes: 1 },
          { drill: 'x', minutes: 1 },
        ]),
        week([{ lesson: 'a', minutes: 1 }]),
      ],
    })
    expect(lessonOrder(plan)).toEqual(['b', 'a'])
  })
})
