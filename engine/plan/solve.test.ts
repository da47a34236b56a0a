import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Plan, planSchema } from './plan.ts'
import { type PlanState, solvePlan } from './solve.ts'
import { addDays, daysBetween } from './today.ts'

const item = (n: number, minutes: number, must: boolean) => ({ lesson: `l${n}`, minutes, must })
/** Eight weeks of five items; every second one is a must-have. */
const plan: Plan = planSchema.parse({
  title: 'P',
  weeks: Array.from({ length: 8 }, (_, w) => ({
    title: `W${w + 1}`,
    goal: 'g',
    items: Array.from({ length: 5 }, (_, i) => item(w * 5 + i, [40, 10, 60, 40, 90][i] ?? 40, i % 2 === 0)),
  })),
})
const start = '2026-03-02'
const base: PlanState = {
  today: start,
  start,
  end: addDays(start, 55),
  weeklyMinutes: 8 * 60,
  done: new Map(),
  exists: () => true,
  skipped: new Set(),
  pins: new Map(),
}
const solve = (changes: Partial<PlanState> = {}) => solvePlan(plan, { ...base, ...changes })
const keysOf = (solved: ReturnType<typeof solvePlan>) => solved.days.flatMap(({ items }) => items.map(({ key }) => key))

describe('solvePlan', () => {
  it('lays eight weeks out evenly, in the order of the plan, each item once', () => {
    const solved = solve()
    expect(solved.dropped).toEqual([])
    expect(keysOf(solved)).toHaveLength(40)
    expect(keysOf(solved)).toEqual(plan.weeks.flatMap(w => w.items.flatMap(i => ('lesson' in i ? [`lesson:${i.lesson}`] : []))))
    expect(Math.max(...solved.days.map(d => d.minutes))).toBeLessThanOrEqual(150)
    expect(solved.days).toHaveLength(56)
  })

  it('places what was missed again, with nothing piled up and nothing lost', () => {
    const solved = solve({ today: addDays(start, 14) })
    expect(solved.dropped).toEqual([])
    expect(keysOf(solved)[0]).toBe('lesson:l0')
    const first = solved.days.slice(0, 7).reduce((sum, d) => sum + d.minutes, 0)
    expect(first).toBeLessThanOrEqual(480)
  })

  it('asks no more of the last day of a week than of any other day', () => {
    for (const days of [6, 13, 20]) {
      const solved = solve({ today: addDays(start, days) })
      expect(solved.dropped).toEqual([])
      const [first, ...others] = solved.days.map(({ minutes }) => minutes)
      expect(first).toBeLessThanOrEqual(Math.max(...others))
      expect(first).toBeLessThan(200)
    }
  })

  it('keeps the must-haves when four weeks are left, and names what it drops', () => {
    const solved = solve({ today: addDays(start, 28), weeklyMinutes: 7 * 60 })
    expect(solved.asked).toBeGreaterThan(solved.available)
    expect(solved.dropped.length).toBeGreaterThan(0)
    expect(solved.dropped.every(d => !d.must && d.why === 'no time')).toBe(true)
    const musts = plan.weeks.flatMap(w => w.items.filter(i => i.must))
    expect(keysOf(solved).length + solved.dropped.length).toBe(40)
    expect(solved.days.flatMap(d => d.items).filter(i => i.must)).toHaveLength(musts.length)
  })

  it('leaves out what the person skips and puts what they pin where they want it', () => {
    const day = addDays(start, 3)
    const solved = solve({ skipped: new Set(['lesson:l0']), pins: new Map([['lesson:l39', day]]) })
    expect(solved.dropped).toMatchObject([{ key: 'lesson:l0', why: 'skipped' }])
    expect(solved.days.find(d => d.date === day)?.items.map(i => i.key)).toContain('lesson:l39')
  })

  it('refuses a pin into the past, into a full week, and an item longer than a week', () => {
    const solved = solve({
      today: addDays(start, 7),
      weeklyMinutes: 60,
      pins: new Map([
        ['lesson:l0', start],
        ['lesson:l2', addDays(start, 8)],
        ['lesson:l5', addDays(start, 9)],
      ]),
    })
    const why = (key: string) => solved.dropped.find(d => d.key === key)?.why
    expect([why('lesson:l0'), why('lesson:l2'), why('lesson:l5'), why('lesson:l4')]).toEqual([
      'pinned to the past',
      undefined,
      'pinned to a full week',
      'too long',
    ])
  })

  it('takes what was done in the running week off that week', () => {
    const solved = solve({ today: addDays(start, 2), weeklyMinutes: 120, done: new Map([['lesson:l4', addDays(start, 1)]]) })
    expect(solved.days.slice(0, 5).reduce((sum, d) => sum + d.minutes, 0)).toBeLessThanOrEqual(30)
  })

  const key = fc.integer({ min: 0, max: 39 }).map(n => `lesson:l${n}`)
  const state = fc.record({
    offset: fc.integer({ min: -10, max: 70 }),
    length: fc.integer({ min: 0, max: 70 }),
    hours: fc.integer({ min: 1, max: 20 }),
    done: fc.uniqueArray(fc.tuple(key, fc.integer({ min: 0, max: 60 })), { maxLength: 20, selector: ([k]) => k }),
    skipped: fc.uniqueArray(key, { maxLength: 5 }),
    pins: fc.uniqueArray(fc.tuple(key, fc.integer({ min: -5, max: 60 })), { maxLength: 5, selector: ([k]) => k }),
    missing: fc.uniqueArray(key, { maxLength: 10 }),
  })

  it('never asks for more than the weekly hours, never takes a must-have after another, loses nothing and repeats itself exactly', () => {
    fc.assert(
      fc.property(state, ({ offset, length, hours, done, skipped, pins, missing }) => {
        const given: PlanState = {
          ...base,
          today: addDays(start, offset),
          end: addDays(start, length),
          weeklyMinutes: hours * 60,
          done: new Map(done.map(([k, d]) => [k, addDays(start, d)])),
          skipped: new Set(skipped),
          pins: new Map(pins.map(([k, d]) => [k, addDays(start, d)])),
          exists: k => !missing.includes(k),
        }
        const solved = solvePlan(plan, given)
        const minutes = new Map<string, number>(
          plan.weeks.flatMap(w => w.items.flatMap(i => ('lesson' in i ? [[`lesson:${i.lesson}`, i.minutes] as const] : []))),
        )
        const weeks = new Map<number, number>()
        for (const { date, items } of solved.days) {
          expect(date >= given.today && date <= given.end && date >= start).toBe(true)
          const week = Math.floor(daysBetween(start, date) / 7)
          for (const one of items) weeks.set(week, (weeks.get(week) ?? 0) + one.minutes)
        }
        for (const [k, day] of given.done) {
          const week = Math.floor(daysBetween(start, day) / 7)
          if (weeks.has(week)) weeks.set(week, (weeks.get(week) ?? 0) + (minutes.get(k) ?? 0))
        }
        for (const [week, sum] of weeks) {
          const placed = solved.days.some(d => Math.floor(daysBetween(start, d.date) / 7) === week && d.items.length > 0)
          if (placed) expect(sum).toBeLessThanOrEqual(hours * 60)
        }
        const placed = keysOf(solved)
        const open = [...minutes.keys()].filter(k => !given.done.has(k) && given.exists(k))
        expect([...placed, ...solved.dropped.map(d => d.key)].toSorted()).toEqual(open.toSorted())
        // A must-have that had no time was too long for every week once the other must-haves had theirs.
        const lost = solved.dropped.filter(d => d.must && d.why === 'no time')
        const others = solved.days.flatMap(d => d.items).filter(i => !i.must && !i.pinned)
        for (const one of lost) expect(others.every(o => o.minutes < one.minutes)).toBe(true)
        expect(solvePlan(plan, given)).toEqual(solved)
      }),
      { numRuns: 500, seed: 5 },
    )
  })
})
