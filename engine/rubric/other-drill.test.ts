import { describe, expect, it } from 'vitest'
import { makeDrill, makeSubmission } from '#tests/factories/compiled-drill.ts'
import { otherDrill } from './other-drill.ts'
import { scoreSubmission } from './score-submission.ts'

const compiled = makeDrill([
  { id: 'alarms', kind: 'consistent', rule: 'alarms-name-objectives' },
  { id: 'look', kind: 'self', checklist: ['I looked'] },
])
const foreign = ['payments', 'fraud', 'cells'].map(target => ({ target, stated: '3' }))
const own = ['qps', 'peak', 'stored', 'shards'].map(target => ({ target, stated: '3' }))
const sound = {
  requirements: { nonFunctional: [{ id: 'fast', quality: 'latency', target: '100 ms' }] },
  operations: {
    alarms: [
      { signal: 'latency', threshold: '100 ms', objective: 'fast' },
      { signal: 'errors', threshold: '1%', objective: 'fast' },
    ],
  },
}
const why = (parts: object) => otherDrill(compiled.drill, makeSubmission(parts))

describe('otherDrill', () => {
  it('knows a submission by names that the drill does not have', () => {
    expect(why({ answers: foreign })).toBe(
      'It was made for another drill: 3 of its 3 answers, assumptions and questions are about what is not asked here.',
    )
    expect(why({ assumptions: foreign.map(a => ({ slot: a.target, value: '3' })) })).toContain('another drill')
    expect(why({ questions: foreign.map(a => ({ text: 'How many?', fact: a.target })) })).toContain('another drill')
  })

  it('leaves alone what names nothing, a few slips, and what is mostly about this drill', () => {
    expect(why({})).toBeUndefined()
    expect(why({ questions: [{ text: 'a' }, { text: 'b' }, { text: 'c' }] })).toBeUndefined()
    expect(why({ answers: foreign.slice(0, 2) })).toBeUndefined()
    expect(why({ answers: [...own, ...foreign] })).toBeUndefined()
    expect(why({ answers: [...own.slice(0, 2), ...foreign] })).toContain('3 of its 5')
  })

  it('earns nothing here, whatever it has, and says why', () => {
    const score = (answers: object[]) =>
      scoreSubmission(compiled, { submission: makeSubmission({ ...sound, answers }) }, { seed: 1 })
    expect(score(own).criteria[0]).toMatchObject({ verdict: 'met', earned: 2 })
    expect(score(foreign).criteria[0]).toMatchObject({ verdict: 'missed', earned: 0, possible: 2, evidence: [] })
    expect(score(foreign).criteria[0]?.reason).toContain('another drill')
    expect(score(foreign).criteria[1]?.verdict).toBe('unsure')
  })
})
