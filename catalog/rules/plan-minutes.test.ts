import { describe, expect, it } from 'vitest'
import { changed, contentOf } from '#tests/factories/content.ts'
import { planMinutes } from './plan-minutes.ts'

const found = async (changes: Record<string, string | null>) =>
  planMinutes(await contentOf(changes)).map(p => `${p.line}:${p.column} ${p.path} ${p.message}`)

describe('planMinutes', () => {
  it('finds nothing in sound content', async () => {
    expect(await found({})).toEqual([])
  })

  it('refuses minutes in the plan that differ from the lesson and the drill', async () => {
    expect(await found(changed('plan.yaml', 'lesson: one, minutes: 10', 'lesson: one, minutes: 15'))).toEqual([
      '6:33 weeks[0].items[0].minutes gives "one" 15 minutes; it gives itself 10',
    ])
    expect(await found(changed('plan.yaml', 'drill: small, minutes: 5', 'drill: small, minutes: 60'))).toEqual([
      '7:34 weeks[0].items[1].minutes gives "small" 60 minutes; it gives itself 5',
    ])
  })
})
