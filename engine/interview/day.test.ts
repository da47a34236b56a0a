import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DayPlan, type DaySitting, dayTimetable, plannedEnd } from './day.ts'

const minute = 60_000
const at = (minutes: number) => minutes * minute
/** Three mocks of an hour from minute 600 on, half an hour between them. */
const plan: DayPlan = {
  startsAtMs: at(600),
  breakMinutes: 30,
  abandonedAtMs: null,
  mocks: [{ minutes: 60 }, { minutes: 60 }, { minutes: 75 }],
}
const sat = (from: number, handedIn: number | null, ends = from + 60): DaySitting => ({
  startedAtMs: at(from),
  endsAtMs: at(ends),
  handedInAtMs: handedIn === null ? null : at(handedIn),
})
/** Each row as kind, minutes and state, so that a day reads as a timetable. */
const read = (sittings: readonly (DaySitting | null)[], now: number, changed: Partial<DayPlan> = {}) => {
  const { rows, ...rest } = dayTimetable({ ...plan, ...changed }, sittings, at(now))
  return { ...rest, rows: rows.map(r => `${r.kind} ${r.fromMs / minute}-${r.untilMs / minute} ${r.state}`) }
}

describe('dayTimetable', () => {
  it('is the plan before the day begins', () => {
    expect(read([], 500)).toEqual({
      status: 'ahead',
      next: 0,
      untilMs: at(600 + 60 + 30 + 60 + 30 + 75),
      lateMs: 0,
      rows: ['mock 600-660 next', 'break 660-690 ahead', 'mock 690-750 ahead', 'break 750-780 ahead', 'mock 780-855 ahead'],
    })
  })

  it('puts the whole day off while the first mock is waited for', () => {
    expect(read([], 620)).toMatchObject({ status: 'due', next: 0, lateMs: at(20) })
    expect(read([], 620).rows.slice(0, 3)).toEqual(['mock 620-680 due', 'break 680-710 ahead', 'mock 710-770 ahead'])
  })

  it('lets nothing be started while a mock is open', () => {
    expect(read([sat(600, null)], 630)).toMatchObject({ status: 'open', next: null, lateMs: 0 })
  })

  it('brings the rest forward after an early hand-in, and counts the break from there', () => {
    const day = read([sat(600, 640)], 650)
    expect(day).toMatchObject({ status: 'break', next: 1, lateMs: at(-20) })
    expect(day.rows.slice(0, 3)).toEqual(['mock 600-640 over', 'break 640-670 now', 'mock 670-730 next'])
  })

  it('takes a mock that its clock has ended as over, also before anybody looked', () => {
    expect(read([sat(600, null)], 670).rows.slice(0, 2)).toEqual(['mock 600-660 over', 'break 660-690 now'])
  })

  it('shows a break as long as it was: skipped, cut short or stretched', () => {
    expect(read([sat(600, 660), sat(660, null)], 665).rows[1]).toBe('mock 660-720 open')
    expect(read([sat(600, 660), sat(670, null)], 675).rows[1]).toBe('break 660-670 over')
    expect(read([sat(600, 660), sat(720, null)], 725)).toMatchObject({ lateMs: at(30) })
    expect(read([sat(600, 660)], 700).rows.slice(1, 3)).toEqual(['break 660-690 over', 'mock 700-760 due'])
  })

  it('is over with the last hand-in', () => {
    const all = [sat(600, 660), sat(690, 750), sat(780, 840, 855)]
    expect(read(all, 900)).toMatchObject({ status: 'over', next: null, untilMs: at(840), lateMs: at(-15) })
  })

  it('leaves out what was not sat when the day is abandoned or went on without it', () => {
    expect(read([sat(600, 660)], 700, { abandonedAtMs: at(690) })).toMatchObject({
      status: 'abandoned',
      next: null,
      rows: ['mock 600-660 over', 'mock 690-690 left-out', 'mock 690-690 left-out'],
    })
    expect(read([sat(600, 660), null, sat(700, null, 775)], 710).rows[1]).toBe('mock 690-690 left-out')
  })

  it('keeps what is to come waiting for a mock that is still open, also when a later one is over', () => {
    const day = read([sat(600, null, 800), sat(610, 620)], 700)
    expect(day.rows.at(-1)).toBe('mock 830-905 ahead')
    expect(day).toMatchObject({ status: 'open', next: null })
  })

  const ms = fc.integer({ min: -1e12, max: 1e13 })
  const length = fc.integer({ min: 0, max: 24 * 60 }).map(at)
  const anyPlan = fc.record({
    startsAtMs: ms,
    breakMinutes: fc.integer({ min: 0, max: 180 }),
    abandonedAtMs: fc.option(ms),
    mocks: fc.array(fc.record({ minutes: fc.integer({ min: 1, max: 960 }) }), { maxLength: 4 }),
  })
  const anySitting = fc.option(
    fc.record({ startedAtMs: ms, lasts: fc.option(length), handedIn: fc.option(length) }).map(
      ({ startedAtMs, lasts, handedIn }): DaySitting => ({
        startedAtMs,
        endsAtMs: lasts === null ? null : startedAtMs + lasts,
        handedInAtMs: handedIn === null ? null : startedAtMs + handedIn,
      }),
    ),
  )

  it('is total: one row a mock in order, no row ends before it begins, at most one can be started', () => {
    fc.assert(
      fc.property(anyPlan, fc.array(anySitting, { maxLength: 5 }), ms, (any, sittings, now) => {
        const { rows, next, status, untilMs } = dayTimetable(any, sittings, now)
        const mocks = rows.filter(r => r.kind === 'mock')
        expect(mocks.map(m => m.place)).toEqual(any.mocks.map((_, place) => place))
        expect(rows.every(r => Number.isFinite(r.fromMs) && r.fromMs <= r.untilMs && r.untilMs <= untilMs)).toBe(true)
        expect(mocks.filter(m => m.state === 'due' || m.state === 'next').map(m => m.place)).toEqual(next === null ? [] : [next])
        if (mocks.some(m => m.state === 'open')) expect(next).toBeNull()
        if (status === 'over') expect(mocks.every(m => m.state === 'over' || m.state === 'left-out')).toBe(true)
      }),
    )
  })

  it('never lets what is to come begin in the past, nor two of it overlap', () => {
    fc.assert(
      fc.property(anyPlan, fc.array(anySitting, { maxLength: 4 }), ms, (any, sittings, now) => {
        const ahead = dayTimetable(any, sittings, now).rows.filter(r => ['due', 'next', 'ahead'].includes(r.state))
        for (const [index, row] of ahead.entries()) {
          if (row.kind === 'mock') expect(row.fromMs).toBeGreaterThanOrEqual(now)
          expect(row.fromMs).toBeGreaterThanOrEqual(ahead[index - 1]?.untilMs ?? row.fromMs)
        }
      }),
    )
  })

  it('ends as planned when everything is sat as planned', () => {
    fc.assert(
      fc.property(anyPlan, any => {
        let from = any.startsAtMs
        const kept = any.mocks.map(({ minutes }): DaySitting => {
          const startedAtMs = from
          const endsAtMs = from + at(minutes)
          from = endsAtMs + at(any.breakMinutes)
          return { startedAtMs, endsAtMs, handedInAtMs: endsAtMs }
        })
        const whole = { ...any, abandonedAtMs: null }
        expect(dayTimetable(whole, kept, from)).toMatchObject({ status: 'over', lateMs: 0, untilMs: plannedEnd(whole) })
      }),
    )
  })
})
