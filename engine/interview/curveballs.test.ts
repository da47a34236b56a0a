import { describe, expect, it } from 'vitest'
import { landedCurveballs } from './curveballs.ts'

const MINUTE = 60_000
const ball = (id: string, minute: number) => ({ id, minute, text: `${id}?`, aspect: 'other' as const, debrief: 'x' })
const sitting = { mode: 'drill', startedAtMs: 1000, minutes: 60, extraTimePercent: 0 } as const

describe('landedCurveballs', () => {
  it('lets each land at its minute and not before', () => {
    const at = (minutes: number) =>
      landedCurveballs([ball('late', 40), ball('early', 20)], sitting, 1000 + minutes * MINUTE).map(c => c.id)
    expect(at(19.99)).toEqual([])
    expect(at(20)).toEqual(['early'])
    expect(at(59)).toEqual(['early', 'late'])
  })

  it('stretches with extra time', () => {
    const [landed] = landedCurveballs([ball('a', 20)], { ...sitting, extraTimePercent: 50 }, 1e12)
    expect(landed).toEqual({ id: 'a', text: 'a?', atMs: 1000 + 30 * MINUTE, minute: 30 })
  })

  it('has none without a clock, and none at the end or after it', () => {
    expect(landedCurveballs([ball('a', 1)], { ...sitting, mode: 'practice' }, 1e12)).toEqual([])
    expect(landedCurveballs([ball('a', 60), ball('b', 90)], sitting, 1e12)).toEqual([])
  })
})
