import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockState, endAfterQuestion, phaseStates, type Sitting } from './clock.ts'

const sitting: Sitting = { mode: 'drill', startedAtMs: 1000, minutes: 60, extraTimePercent: 0 }
const minute = 60_000

describe('endAfterQuestion', () => {
  it('takes fifteen seconds off a mock, and nothing off any other sitting', () => {
    expect(endAfterQuestion('mock', 3_600_000, 0)).toBe(3_585_000)
    expect(endAfterQuestion('drill', 3_600_000, 0)).toBe(3_600_000)
    expect(endAfterQuestion('practice', null, 0)).toBeNull()
  })

  it('leaves the last minute alone, and never moves an end away', () => {
    expect(endAfterQuestion('mock', 100_000, 35_000)).toBe(95_000)
    expect(endAfterQuestion('mock', 100_000, 50_000)).toBe(100_000)
    expect(endAfterQuestion('mock', 100_000, 200_000)).toBe(100_000)
  })
})

describe('clockState', () => {
  it('counts down from the length of the drill and expires at its end', () => {
    expect(clockState(sitting, 1000)).toMatchObject({ status: 'open', remainingMs: 60 * minute, warning: 'none' })
    expect(clockState(sitting, 1000 + 51 * minute)).toMatchObject({ status: 'open', warning: 'gentle' })
    expect(clockState(sitting, 1000 + 56 * minute)).toMatchObject({ status: 'open', warning: 'final' })
    expect(clockState(sitting, 1000 + 60 * minute)).toMatchObject({ status: 'expired', remainingMs: 0, elapsedMs: 60 * minute })
  })

  it('stretches by the extra time of an accommodation', () => {
    expect(clockState({ ...sitting, extraTimePercent: 25 }, 1000).endsAtMs).toBe(1000 + 75 * minute)
  })

  it('never ends a practice', () => {
    expect(clockState({ ...sitting, mode: 'practice' }, 1e15)).toMatchObject({
      status: 'open',
      remainingMs: null,
      endsAtMs: null,
    })
  })

  it('stays handed in, whatever the time', () => {
    const done = { ...sitting, handedInAtMs: 1000 + 10 * minute }
    expect(clockState(done, 1000 + 90 * minute)).toMatchObject({
      status: 'handed-in',
      elapsedMs: 10 * minute,
      remainingMs: 50 * minute,
    })
  })

  it('is total: times are never negative and elapsed plus remaining is the length', () => {
    const time = fc.integer({ min: -1e13, max: 1e13 })
    fc.assert(
      fc.property(
        time,
        time,
        fc.integer({ min: 1, max: 240 }),
        fc.integer({ min: 0, max: 300 }),
        (startedAtMs, now, minutes, extraTimePercent) => {
          const state = clockState({ mode: 'mock', startedAtMs, minutes, extraTimePercent }, now)
          const length = Math.round(minutes * minute * (1 + extraTimePercent / 100))
          expect(state.elapsedMs).toBeGreaterThanOrEqual(0)
          expect(state.remainingMs).toBeGreaterThanOrEqual(0)
          expect(state.elapsedMs + (state.remainingMs ?? 0)).toBe(length)
        },
      ),
    )
  })
})

describe('phaseStates', () => {
  const phases = [10, 20, 20, 10].map((minutes, i) => ({ id: `p${i}`, title: `P${i}`, minutes, parts: [], checklist: ['x'] }))

  it('says which phase the time is in', () => {
    expect(phaseStates(phases, 60 * minute, 31 * minute).map(p => p.state)).toEqual(['past', 'past', 'now', 'ahead'])
    expect(phaseStates(phases, 60 * minute, 99 * minute).map(p => p.state)).toEqual(['past', 'past', 'past', 'now'])
  })

  it('stretches the phases with the sitting', () => {
    expect(phaseStates(phases, 75 * minute, 0).map(p => p.endsMs / minute)).toEqual([12.5, 37.5, 62.5, 75])
  })
})
