import { describe, expect, test } from 'vitest'
import { downtimeBudget, kOfNAvailability, parallelAvailability, seriesAvailability } from './availability.ts'

const MONTH = 30 * 86_400

describe('availability', () => {
  test('three nines allow 43.2 minutes a month, four 4.32, five 0.432', () => {
    expect([0.999, 0.9999, 0.99999].map(a => Number((downtimeBudget(a, MONTH) / 60).toPrecision(6)))).toEqual([43.2, 4.32, 0.432])
  })

  test('parts in series multiply and parts in parallel multiply their failures', () => {
    expect(seriesAvailability([0.99, 0.99])).toBeCloseTo(0.9801, 12)
    expect(parallelAvailability([0.99, 0.99])).toBeCloseTo(0.9999, 12)
    expect(seriesAvailability([])).toBe(1)
    expect(parallelAvailability([])).toBe(0)
  })

  test('k of n lies between series and parallel and meets both at the ends', () => {
    expect(kOfNAvailability(3, 3, 0.99)).toBeCloseTo(seriesAvailability([0.99, 0.99, 0.99]), 12)
    expect(kOfNAvailability(1, 3, 0.99)).toBeCloseTo(parallelAvailability([0.99, 0.99, 0.99]), 12)
    expect(kOfNAvailability(2, 3, 0.99)).toBeCloseTo(0.999702, 9)
    expect(kOfNAvailability(4, 3, 0.99)).toBeNaN()
  })
})
