import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { review } from './schedule.ts'
import { cardsIn, makeSession, type Recallable } from './session.ts'

const DAY = 86_400_000
const now = Date.UTC(2026, 0, 5, 9)
const seen = (key: string, daysAgo: number): Recallable => ({ key, memory: review(null, 4, now - daysAgo * DAY), ready: true })
const fresh = (key: string, ready = true): Recallable => ({ key, memory: null, ready })
const many = (count: number, make: (n: number) => Recallable) => Array.from({ length: count }, (_, n) => make(n))

describe('makeSession', () => {
  it('asks what is due, the likeliest forgotten first, then what is new', () => {
    const session = makeSession([fresh('new'), seen('lately', 20), seen('long-ago', 200), seen('not-due', 1)], now)
    expect(session).toEqual({ queue: ['long-ago', 'lately', 'new'], leftOut: 0, newLeft: 0 })
  })

  it('shows no new card whose lesson was not read', () => {
    expect(makeSession([fresh('a', false), fresh('b')], now).queue).toEqual(['b'])
  })

  it('buries nobody after a month away: five minutes, and the rest is counted', () => {
    const session = makeSession([...many(200, n => seen(`due-${n}`, 60 + n)), ...many(50, n => fresh(`new-${n}`))], now)
    expect(session.queue).toHaveLength(cardsIn(5))
    expect(session.leftOut + session.newLeft + session.queue.length).toBe(250)
    expect(session.queue.filter(key => key.startsWith('new')).length).toBeLessThanOrEqual(cardsIn(5) / 6)
  })

  it('never exceeds its minutes, never asks twice, and counts every card that it leaves', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 80 }),
        fc.integer({ min: 0, max: 80 }),
        fc.integer({ min: 1, max: 20 }),
        (due, news, minutes) => {
          const session = makeSession(
            [...many(due, n => seen(`d${n}`, 30 + n)), ...many(news, n => fresh(`n${n}`))],
            now,
            minutes,
          )
          expect(session.queue.length).toBeLessThanOrEqual(cardsIn(minutes))
          expect(new Set(session.queue).size).toBe(session.queue.length)
          expect(session.queue.length + session.leftOut + session.newLeft).toBe(due + news)
          if (due + news > 0) expect(session.queue.length).toBeGreaterThan(0)
        },
      ),
    )
  })
})
