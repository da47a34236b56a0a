import { describe, expect, it } from 'vitest'
import { scoreSubmission } from '#engine/rubric/score-submission.ts'
import { makeDrill, makeSubmission } from '#tests/factories/compiled-drill.ts'
import { selfCriteriaOf } from './self-criteria.ts'

const said = { kind: 'said', frame: 'idempotency', in: ['decisions.reverseWhen'] }
const frames = {
  frames: [
    { id: 'idempotency', title: 'x', slots: [], within: 2, deny: [], after: [], exclude: [], checklist: ['A key is named'] },
  ],
  sets: {},
  turns: [],
  hedges: [],
  generic: [],
  vocabulary: [],
  references: [],
}

describe('selfCriteriaOf', () => {
  it("adds what a frame was not sure of, with the frame's checklist unless the criterion has its own", () => {
    const compiled = {
      ...makeDrill([{ kind: 'self', checklist: ['I drew it'] }, said, { ...said, checklist: ['Own line'] }]),
      frames,
    }
    const report = scoreSubmission({ ...compiled, frames: undefined }, { submission: makeSubmission() }, { seed: 1 })
    expect(selfCriteriaOf(compiled, report).map(({ id, checklist, why }) => [id, checklist, why !== undefined])).toEqual([
      ['c1', ['I drew it'], false],
      ['c2', ['A key is named'], true],
      ['c3', ['Own line'], true],
    ])
    expect(selfCriteriaOf(compiled, undefined).map(({ id }) => id)).toEqual(['c1'])
  })
})
