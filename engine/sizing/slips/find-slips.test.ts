import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { INFORMATION, INFORMATION_RATE, RATE } from '#engine/quantity/dimension.ts'
import { findSlips, type SlipQuestion } from './find-slips.ts'

const first = (question: SlipQuestion) => findSlips(question)[0]?.id

describe('findSlips', () => {
  test('returns nothing when the two agree, or when one is not a positive number', () => {
    expect(findSlips({ stated: 101, expected: 100 })).toEqual([])
    for (const stated of [0, -5, Number.NaN, Number.POSITIVE_INFINITY]) expect(findSlips({ stated, expected: 100 })).toEqual([])
    expect(findSlips({ stated: 5, expected: 0 })).toEqual([])
  })

  test('names the general slips by their ratio', () => {
    expect(first({ stated: 1e9 / 8, expected: 1e9, dimension: INFORMATION_RATE })).toBe('bits_bytes')
    expect(first({ stated: 8e9, expected: 1e9, dimension: INFORMATION })).toBe('bits_bytes')
    expect(first({ stated: 3e15, expected: 3e12, dimension: INFORMATION })).toBe('prefix_1000')
    expect(first({ stated: 300, expected: 30, dimension: RATE })).toBe('power_of_ten')
    expect(first({ stated: 1 / 30, expected: 1 })).toBe('period')
    expect(first({ stated: 2 ** 40, expected: 1e12, dimension: INFORMATION })).toBe('binary_decimal')
  })

  test('sees through 10^5 seconds a day', () => {
    expect(first({ stated: 10, expected: 92.59, dimension: INFORMATION_RATE })).toBe('bits_bytes')
  })

  test('prefers an explanation with a factor of the sheet', () => {
    expect(first({ stated: 10, expected: 100 })).toBe('power_of_ten')
    expect(first({ stated: 10, expected: 100, factors: [{ name: 'hot', value: 0.2, role: 'percent' }] })).toBe('percent')
    expect(first({ stated: 30, expected: 90, factors: [{ name: 'copies', value: 3, role: 'replication' }] })).toBe('replication')
    expect(first({ stated: 10, expected: 90, factors: [{ name: 'copies', value: 3, role: 'replication' }] })).toBe('replication')
    expect(first({ stated: 33, expected: 100, factors: [{ name: 'peak_factor', value: 3, role: 'peak' }] })).toBe('peak_avg')
    expect(first({ stated: 1, expected: 100, factors: [{ name: 'ratio', value: 100, role: 'read-write' }] })).toBe('rw_mix')
    expect(first({ stated: 500, expected: 100, factors: [{ name: 'years', value: 5, role: 'retention' }] })).toBe('double_count')
  })

  test('says which factor', () => {
    expect(
      findSlips({ stated: 30, expected: 90, factors: [{ name: 'copies', value: 3, role: 'replication' }] })[0]?.explanation,
    ).toBe('`copies` was left out')
  })

  test('explains with a pair only when no single slip does, and says so', () => {
    const [pair] = findSlips({
      stated: 100 / 8 / 5,
      expected: 100,
      dimension: INFORMATION,
      factors: [{ name: 'copies', value: 5, role: 'replication' }],
    })
    expect(pair?.explanation).toMatch(/^two slips together/)
    expect(pair?.confidence).toBeLessThan(0.5)
  })

  test('invents nothing', () => {
    expect(findSlips({ stated: 2.3677, expected: 1, dimension: INFORMATION })).toEqual([])
    expect(findSlips({ stated: 20, expected: 1 })).toEqual([])
    expect(findSlips({ stated: 1.35, expected: 1 })).toEqual([])
  })

  test('never throws, ranks by confidence and stays within bounds', () => {
    const factor = fc.record({
      name: fc.string(),
      value: fc.double(),
      role: fc.constantFrom('peak' as const, 'percent' as const, 'other' as const),
    })
    fc.assert(
      fc.property(fc.double(), fc.double(), fc.array(factor, { maxLength: 6 }), (stated, expected, factors) => {
        const slips = findSlips({ stated, expected, factors, dimension: INFORMATION })
        for (const [i, slip] of slips.entries()) {
          expect(slip.confidence).toBeGreaterThan(0)
          expect(slip.confidence).toBeLessThanOrEqual(i === 0 ? 1 : (slips[i - 1]?.confidence ?? 0))
        }
      }),
    )
  })
})
