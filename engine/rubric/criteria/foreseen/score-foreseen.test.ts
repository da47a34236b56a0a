import { describe, expect, it } from 'vitest'
import { makeDrill, makeSubmission } from '#tests/factories/compiled-drill.ts'
import { scoreSubmission } from '../../score-submission.ts'
import type { Timeline } from '../../timeline.ts'

const criterion = { kind: 'foreseen', curveball: 'cache-dies', part: 'failures', where: { detection: 'hit-ratio' } }
const answer = { failures: [{ id: 'f', component: 'cache', what: 'The cache is gone', detection: 'hit-ratio' }] }
const timeline = (draft: object, minute = 25): Timeline => ({
  firstMinutes: {},
  questions: [],
  curveballs: [{ id: 'cache-dies', minute, draft }],
})
const report = (parts: object, at?: Timeline) => {
  const scored = scoreSubmission(makeDrill([criterion]), { submission: makeSubmission(parts), timeline: at }, { seed: 1 })
  return { ...scored.criteria[0], total: scored.tiers.verified }
}

describe('scoreForeseen', () => {
  it('is met by what stood there before it was asked', () => {
    expect(report(answer, timeline(answer))).toMatchObject({
      verdict: 'met',
      reason: 'It stood there before it was asked at minute 25.',
    })
  })

  it('is partly met by an answer that came after', () => {
    expect(report(answer, timeline({}))).toMatchObject({ verdict: 'partly', earned: 1 })
    // A record made early and filled in late was not foreseen.
    expect(report(answer, timeline({ failures: [{ id: 'f' }] }))?.verdict).toBe('partly')
  })

  it('is missed without one, also when it was there and was taken out', () => {
    expect(report({}, timeline({}))?.verdict).toBe('missed')
    expect(report({}, timeline(answer))?.verdict).toBe('missed')
  })

  it('leaves the possible points where nothing landed: practice, an early hand-in, an import', () => {
    for (const at of [undefined, { firstMinutes: {}, questions: [], curveballs: [] }])
      expect(report(answer, at)).toMatchObject({ verdict: 'unsure', possible: 0, total: { earned: 0, possible: 0 } })
  })
})
