import { describe, expect, it } from 'vitest'
import { calibration, wilson } from './calibration.ts'

describe('calibration', () => {
  it('counts how often ranges held, by how sure their author was', () => {
    const ranges = [
      { low: 10, high: 20, confidence: 90, truth: 15 },
      { low: 20, high: 10, confidence: 90, truth: 20.05 },
      { low: 10, high: 20, confidence: 90, truth: 40 },
      { low: 1, high: 2, confidence: 50, truth: 3 },
    ]
    expect(calibration(ranges)).toMatchObject([
      { confidence: 90, held: 2, of: 3 },
      { confidence: 50, held: 0, of: 1 },
    ])
    expect(calibration([])).toEqual([])
  })

  it('knows how little a few of them say', () => {
    // Published: 81 of 263 gives 0.255 to 0.366 (Newcombe, Statistics in Medicine 1998, method 3).
    const { low, high } = wilson(81, 263)
    expect(low).toBeCloseTo(0.2553, 3)
    expect(high).toBeCloseTo(0.3662, 3)
    expect(wilson(3, 3).low).toBeLessThan(0.5)
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 })
  })
})
