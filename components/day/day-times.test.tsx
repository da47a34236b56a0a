import { describe, expect, it } from 'vitest'
import { dayTimes, lengthInWords } from './day-times.ts'

const at = (text: string) => Date.parse(text)

describe('dayTimes', () => {
  const times = dayTimes('Asia/Tokyo', at('2026-01-05T01:30:00Z'))

  it('writes times in the time zone and names the day once', () => {
    expect(times.date).toBe('Monday 5 January 2026')
    expect(times.range(at('2026-01-05T01:30:00Z'), at('2026-01-05T02:30:00Z'))).toBe('10:30–11:30')
  })

  it('adds the date where it is another day', () => {
    expect(times.time(at('2026-01-05T15:10:00Z'))).toBe('Tue 6 Jan, 00:10')
    expect(times.range(at('2026-01-05T14:30:00Z'), at('2026-01-05T15:30:00Z'))).toBe('23:30–Tue 6 Jan, 00:30')
    expect(times.range(at('2026-01-06T01:00:00Z'), at('2026-01-06T02:00:00Z'))).toBe('Tue 6 Jan, 10:00–11:00')
  })
})

describe('lengthInWords', () => {
  it('leaves out what is zero', () => {
    expect([0, 45, 120, 250, -5].map(minutes => lengthInWords(minutes * 60_000))).toEqual([
      '0 min',
      '45 min',
      '2 h',
      '4 h 10 min',
      '0 min',
    ])
  })
})
