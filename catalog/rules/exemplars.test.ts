import { describe, expect, it } from 'vitest'
import { contentOf, soundFiles } from '#tests/factories/content.ts'
import { exemplars } from './exemplars.ts'

const found = async (changes: Record<string, string | null>) =>
  exemplars(await contentOf(changes)).map(p => `${p.file}:${p.line}:${p.column} ${p.path} ${p.message} | ${p.mend}`)

describe('exemplars', () => {
  it('finds nothing in sound content', async () => {
    expect(await found({})).toEqual([])
  })
  it('refuses an exemplar that does not get what it says, naming the verdict that it got', async () => {
    const exemplar = (soundFiles['drills/small/exemplars/solid.yaml'] ?? '').replace('stated: "6"', 'stated: "60"')
    expect((await found({ 'drills/small/exemplars/solid.yaml': exemplar })).map(p => p.replace(/ \| .*/, ''))).toEqual([
      'content/drills/small/exemplars/solid.yaml:5:3 expects.verified gets 0.0% of the verified points, and 100 to 100 is expected',
      expect.stringMatching('^content/drills/small/exemplars/solid.yaml:6:18 expects.verdicts.t gets "missed" on t \\('),
    ])
  })
  it('refuses a verdict on a criterion that does not exist and a submission that does not parse', async () => {
    const exemplar = (soundFiles['drills/small/exemplars/solid.yaml'] ?? '')
      .replace('{ t: met }', '{ u: met }')
      .replace('stated: "6"', 'statd: "6"')
    expect((await found({ 'drills/small/exemplars/solid.yaml': exemplar })).map(p => p.replace(/ \| .*/, ''))).toEqual([
      'content/drills/small/exemplars/solid.yaml:6:15 expects.verdicts.u expects a verdict on "u", which the rubric does not have',
      'content/drills/small/exemplars/solid.yaml:8:33 submission.answers[0].statd answers[0].statd is not a field that a submission has; remove it or correct its name',
    ])
  })
})
