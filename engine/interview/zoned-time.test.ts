import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromWallClock, wallClock } from './zoned-time.ts'

const iso = (date: string, time: string, zone: string) => new Date(fromWallClock(date, time, zone)).toISOString()

describe('wall clocks', () => {
  it('finds the moment of a wall clock, on either side of Greenwich and in summer', () => {
    expect(iso('2026-11-22', '09:30', 'Asia/Kolkata')).toBe('2026-11-22T04:00:00.000Z')
    expect(iso('2026-07-01', '09:30', 'America/New_York')).toBe('2026-07-01T13:30:00.000Z')
    expect(iso('2026-07-01', '00:10', 'Pacific/Auckland')).toBe('2026-06-30T12:10:00.000Z')
  })

  it('moves a time that does not exist forward, and takes the first of one that comes twice', () => {
    expect(iso('2026-03-29', '02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z')
    expect(iso('2026-10-25', '02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z')
  })

  it('returns NaN for what is no date or no time', () => {
    expect(fromWallClock('2026-13-01', '09:30', 'Europe/Berlin')).toBeNaN()
    expect(fromWallClock('2026-11-22', 'soon', 'Europe/Berlin')).toBeNaN()
  })

  it('comes back to the same wall clock', () => {
    const zone = fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'America/St_Johns',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'Pacific/Apia',
    )
    // To the minute, from 1970 to 2100.
    const moment = fc.integer({ min: 0, max: 68_000_000 }).map(minutes => minutes * 60_000)
    fc.assert(
      fc.property(moment, zone, (ms, timeZone) => {
        const wall = wallClock(ms, timeZone)
        const back = fromWallClock(wall.date, wall.time, timeZone)
        expect(wallClock(back, timeZone)).toEqual(wall)
        expect(back).toBeLessThanOrEqual(ms)
      }),
    )
  })
})
