import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dimensionIds, makeDrill, makeSubmission, scoring } from '#tests/factories/compiled-drill.ts'
import { agreementWithFriend, besideEngine } from './friend-grades.ts'
import { scoreReportSchema } from './score-report.ts'
import { scoreSubmission } from './score-submission.ts'
import { type Band, bands } from './scoring.ts'

const empty = { submission: makeSubmission({}), timeline: { firstMinutes: {}, questions: [], curveballs: [] } }
const blank = scoreReportSchema.parse(scoreSubmission(makeDrill(), empty, { seed: 1 }))
const report = (points: Record<string, number>) => ({
  ...blank,
  dimensions: dimensionIds.map(id => ({ id, title: id, earned: points[id] ?? 0, possible: id in points ? 10 : 0 })),
})

describe('besideEngine', () => {
  it('compares bands: the engine by the share of the points and the cut scores of every drill', () => {
    const graded = besideEngine(
      { data: 'at', cost: 'above', estimates: 'below' },
      report({ data: 6, cost: 3, estimates: 9 }),
      scoring,
    )
    expect(graded.map(({ id, friend, engine, apart }) => [id, friend, engine, apart])).toEqual([
      ['estimates', 'below', 'above', -3],
      ['data', 'at', 'at', 0],
      ['cost', 'above', 'below', 3],
    ])
    expect(agreementWithFriend(graded)).toEqual({ agreed: 1, judged: 3 })
  })

  it('has nothing to compare where the drill measures nothing, and leaves unknown dimensions out', () => {
    const graded = besideEngine({ data: 'at', nothing: 'at' }, report({}), scoring)
    expect(graded).toEqual([{ id: 'data', title: 'data', friend: 'at', engine: null, apart: null }])
    expect(agreementWithFriend(graded)).toEqual({ agreed: 0, judged: 0 })
  })

  it('agrees on all of it exactly when every band is the same', () => {
    const grades = fc.dictionary(fc.constantFrom(...dimensionIds), fc.constantFrom<Band>(...bands))
    const points = fc.dictionary(fc.constantFrom(...dimensionIds), fc.nat(10))
    fc.assert(
      fc.property(grades, points, (given, earned) => {
        const graded = besideEngine(given, report(earned), scoring)
        const { agreed, judged } = agreementWithFriend(graded)
        expect(graded).toHaveLength(Object.keys(given).length)
        expect(agreed === judged).toBe(graded.every(({ engine, friend }) => engine === null || engine === friend))
      }),
    )
  })
})
