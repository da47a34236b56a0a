import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HALF_LIFE_DAYS, type LessonEvidence, lessonMastery, masteryOf } from './mastery.ts'

const nothing: LessonEvidence = {
  checks: { right: 0, answered: 0, all: 4 },
  cards: { seen: 0, all: 8, strength: null },
  criteria: [],
}

describe('mastery', () => {
  it('is nothing without evidence, and a lesson that was only read is none', () => {
    expect(lessonMastery(nothing)).toBeNull()
  })

  it('rises with right answers, recalled cards and earned criteria, and falls without them', () => {
    const half = lessonMastery({ ...nothing, checks: { right: 2, answered: 2, all: 4 } })
    expect(half).toBe(0.5)
    expect(lessonMastery({ ...nothing, checks: { right: 4, answered: 4, all: 4 } })).toBe(1)
    const forgotten = lessonMastery({
      ...nothing,
      checks: { right: 4, answered: 4, all: 4 },
      cards: { seen: 8, all: 8, strength: 0.4 },
    })
    expect(forgotten).toBeCloseTo(0.7)
    const missed = lessonMastery({
      ...nothing,
      checks: { right: 4, answered: 4, all: 4 },
      criteria: [{ earned: 0, possible: 2, days: 0 }],
    })
    expect(missed).toBeCloseTo(1 / 3)
  })

  it('counts an old score half after its half-life', () => {
    const old = masteryOf([
      { value: 0, weight: 1, days: HALF_LIFE_DAYS },
      { value: 1, weight: 1 },
    ])
    expect(old).toBeCloseTo(2 / 3)
  })

  it('stays between the worst and the best of its evidence', () => {
    const evidence = fc.record({
      value: fc.double({ min: 0, max: 1, noNaN: true }),
      weight: fc.double({ min: 0.1, max: 9, noNaN: true }),
      days: fc.integer({ min: 0, max: 400 }),
    })
    fc.assert(
      fc.property(fc.array(evidence, { minLength: 1, maxLength: 9 }), list => {
        const found = masteryOf(list) ?? Number.NaN
        expect(found).toBeGreaterThanOrEqual(Math.min(...list.map(e => e.value)) - 1e-9)
        expect(found).toBeLessThanOrEqual(Math.max(...list.map(e => e.value)) + 1e-9)
      }),
    )
  })
})
