import { describe, expect, it } from 'vitest'
import { changed, contentOf, soundFiles } from '#tests/factories/content.ts'
import { planNames } from './plan-names.ts'

const found = async (changes: Record<string, string | null>) =>
  planNames(await contentOf(changes)).map(p => `${p.file}:${p.line}:${p.column} ${p.path} ${p.message} | ${p.mend}`)

describe('planNames', () => {
  it('finds nothing in sound content', async () => {
    expect(await found({})).toEqual([])
  })
  it('lets the plan name what is not written yet', async () => {
    expect(await found({ 'plan.yaml': `${soundFiles['plan.yaml']}      - { lesson: not-written-yet, minutes: 10 }\n` })).toEqual(
      [],
    )
  })
  it('refuses a name that looks like a slip for a lesson that the plan names nowhere', async () => {
    expect(await found(changed('plan.yaml', 'lesson: one', 'lesson: oen'))).toEqual([
      'content/plan.yaml:6:19 weeks[0].items[0].lesson names the lesson "oen", which does not exist; the plan names "one" nowhere | write "one", or give the lesson another name',
    ])
  })
})
