import { describe, expect, it } from 'vitest'
import { contentOf, soundFiles } from '#tests/factories/content.ts'
import { planOnce } from './plan-once.ts'

const found = async (changes: Record<string, string | null>) =>
  planOnce(await contentOf(changes)).map(p => `${p.file}:${p.line}:${p.column} ${p.path} ${p.message} | ${p.mend}`)

describe('planOnce', () => {
  it('finds nothing in sound content', async () => {
    expect(await found({})).toEqual([])
  })
  it('refuses a lesson that the plan names twice', async () => {
    expect(await found({ 'plan.yaml': `${soundFiles['plan.yaml']}      - { lesson: one, minutes: 10 }\n` })).toEqual([
      'content/plan.yaml:8:19 weeks[0].items[2].lesson names the lesson "one" a second time (first in week 1) | remove one of the two',
    ])
  })
})
