import { describe, expect, it } from 'vitest'
import {
  momentWords,
  nextStretch,
  PART_BYTES,
  partCount,
  partLength,
  readRange,
  segmentSchema,
  sittingMsOf,
  soundAt,
} from './recording.ts'

const minute = 60_000
// Recorded from 1:00 to 4:00, paused, on again from 6:00 to 7:30; a second window recorded from 3:00 to 5:00.
const first = { id: 'a', startMs: minute, durationMs: 3 * minute }
const later = { id: 'b', startMs: 6 * minute, durationMs: 1.5 * minute }
const other = { id: 'c', startMs: 3 * minute, durationMs: 2 * minute }
const two = [later, first]

describe('soundAt', () => {
  it('finds the stretch and how far into it a moment is', () => {
    expect(soundAt(two, minute)).toEqual({ segment: first, offsetMs: 0, waits: false })
    expect(soundAt(two, 3.5 * minute)).toEqual({ segment: first, offsetMs: 2.5 * minute, waits: false })
    expect(soundAt(two, 7 * minute)).toEqual({ segment: later, offsetMs: minute, waits: false })
  })

  it('waits for the next stretch where nothing was recorded, and has none after the last', () => {
    expect(soundAt(two, 0)).toEqual({ segment: first, offsetMs: 0, waits: true })
    expect(soundAt(two, 4 * minute)).toEqual({ segment: later, offsetMs: 0, waits: true })
    expect(soundAt(two, 7.5 * minute)).toBeNull()
    expect(soundAt([], 0)).toBeNull()
  })

  it('takes the one that began last where two overlap', () => {
    expect(soundAt([first, other, later], 3.5 * minute)).toEqual({ segment: other, offsetMs: minute / 2, waits: false })
  })
})

describe('sittingMsOf and nextStretch', () => {
  it('go back from the sound to the sitting, never past the end of a stretch', () => {
    expect(sittingMsOf(first, 2.5 * minute)).toBe(3.5 * minute)
    expect(sittingMsOf(first, 9 * minute)).toBe(4 * minute)
    expect(sittingMsOf(first, -1)).toBe(minute)
    const found = soundAt(two, 6.25 * minute)
    expect(found && sittingMsOf(found.segment, found.offsetMs)).toBe(6.25 * minute)
  })

  it('plays on with what follows, and ends after the last', () => {
    expect(nextStretch(two, first)).toBe(later)
    expect(nextStretch([first, other, later], first)).toBe(other)
    expect(nextStretch(two, later)).toBeUndefined()
  })
})

describe('the pieces of a sound', () => {
  it('hold all of it, each as long as may be', () => {
    for (const bytes of [1, PART_BYTES - 1, PART_BYTES, PART_BYTES + 1, 3 * PART_BYTES + 17]) {
      const parts = Array.from({ length: partCount(bytes) }, (_, n) => partLength(bytes, n))
      expect(parts.reduce((sum, n) => sum + n, 0)).toBe(bytes)
      expect(parts.every(n => n > 0)).toBe(true)
      expect(partLength(bytes, parts.length)).toBe(0)
    }
  })
})

describe('readRange', () => {
  it.each([
    ['bytes=0-99', { is: 'part', from: 0, to: 99 }],
    ['bytes=100-', { is: 'part', from: 100, to: 999 }],
    ['bytes=-100', { is: 'part', from: 900, to: 999 }],
    ['bytes=-5000', { is: 'part', from: 0, to: 999 }],
    ['bytes=990-5000', { is: 'part', from: 990, to: 999 }],
    ['bytes=1000-', { is: 'outside' }],
    ['bytes=-0', { is: 'outside' }],
    ['bytes=5-2', { is: 'whole' }],
    ['bytes=0-1,5-6', { is: 'whole' }],
    ['bytes=-', { is: 'whole' }],
    ['lines=1-2', { is: 'whole' }],
    [null, { is: 'whole' }],
  ])('reads %s of a thousand bytes', (header, range) => {
    expect(readRange(header, 1000)).toEqual(range)
  })
})

describe('segmentSchema and momentWords', () => {
  const good = { id: '7b0f0c7e-2c1d-4b42-8f2a-0a7f3c5d9e11', startMs: 0, durationMs: 10_000, type: 'audio/webm', bytes: 30_000 }
  it.each([
    { startMs: -1 },
    { durationMs: 1.5 },
    { startMs: 90_000_000 },
    { type: 'text/html' },
    { bytes: 0 },
    { id: '../x' },
    { more: 1 },
  ])('refuses %o', wrong => {
    expect(segmentSchema.safeParse(good).success).toBe(true)
    expect(segmentSchema.safeParse({ ...good, ...wrong }).success).toBe(false)
  })

  it('writes a moment as a clock does', () => {
    expect([0, 59_999, 187_000, 3_750_000].map(momentWords)).toEqual(['0:00', '0:59', '3:07', '1:02:30'])
  })
})
