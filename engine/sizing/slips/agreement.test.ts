import { describe, expect, test } from 'vitest'
import { isRounding } from './agreement.ts'

const stated = (number: number, digits: number) => ({ base: number, number, digits })

describe('isRounding', () => {
  test('takes what rounds, up or down, to the digits that are written', () => {
    expect(isRounding(stated(40, 1), 38.6)).toBe(true)
    expect(isRounding(stated(12, 2), 11.57)).toBe(true)
    expect(isRounding(stated(1.4, 2), 1.46)).toBe(true)
    expect(isRounding(stated(35, 2), 33.3)).toBe(true)
  })

  test('refuses more than a tenth, and digits that claim more than they hold', () => {
    expect(isRounding(stated(50, 1), 57.9)).toBe(false)
    expect(isRounding(stated(36.7, 3), 38.6)).toBe(false)
    expect(isRounding(stated(0, 1), 0.5)).toBe(false)
  })

  test('judges the digits in the unit that they were written in', () => {
    expect(isRounding({ base: 450e9, number: 450, digits: 2 }, 457.56e9)).toBe(true)
    expect(isRounding({ base: 3 * 31_536_000, number: 3, digits: 1 }, 2.74 * 31_536_000)).toBe(true)
  })
})
