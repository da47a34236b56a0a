import fc from 'fast-check'
import { createEmptyCard, fsrs, type Grade, generatorParameters } from 'ts-fsrs'
import { describe, expect, it } from 'vitest'
import type { CardRating } from './rating.ts'
import { type Memory, memorySchema, previews, recallChance, review } from './schedule.ts'

const DAY = 86_400_000
const start = Date.UTC(2026, 0, 5, 9)

describe('review', () => {
  it('schedules as ts-fsrs itself does, over a thousand histories that are stored after each step', () => {
    const own = fsrs(generatorParameters({ request_retention: 0.9, enable_fuzz: false, enable_short_term: true }))
    const step = fc.record({ rating: fc.constantFrom<CardRating>(1, 2, 3, 4), after: fc.integer({ min: 0, max: 40 * 24 * 60 }) })
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), history => {
        let nowMs = start
        let kept: Memory | null = null
        let direct = createEmptyCard(new Date(nowMs))
        for (const { rating, after } of history) {
          nowMs += after * 60_000
          const grade: Grade = rating
          direct = own.next(direct, new Date(nowMs), grade).card
          kept = memorySchema.parse(JSON.parse(JSON.stringify(review(kept, rating, nowMs))))
          expect([kept.due, kept.stability, kept.difficulty, kept.state, kept.reps, kept.lapses]).toEqual([
            direct.due.getTime(),
            direct.stability,
            direct.difficulty,
            direct.state,
            direct.reps,
            direct.lapses,
          ])
        }
      }),
      { numRuns: 1000, seed: 11 },
    )
  })

  it('brings a card back the later, the better it was recalled', () => {
    const seen = review(review(null, 3, start), 3, start + DAY)
    const { 1: again, 2: hard, 3: good, 4: easy } = previews(seen, seen.due)
    expect(again).toBeLessThan(hard)
    expect(hard).toBeLessThan(good)
    expect(good).toBeLessThan(easy)
  })

  it('gives a card nine chances in ten when it comes due, and fewer later', () => {
    let memory = review(null, 4, start)
    memory = review(memory, 3, memory.due)
    expect(recallChance(memory, memory.due)).toBeCloseTo(0.9, 1)
    expect(recallChance(memory, memory.due + 60 * DAY)).toBeLessThan(recallChance(memory, memory.due))
    expect(recallChance(null, start)).toBe(0)
  })
})
