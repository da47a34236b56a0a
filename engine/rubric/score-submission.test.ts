import { describe, expect, it } from 'vitest'
import { dimensionIds, makeDrill, makeSubmission } from '#tests/factories/compiled-drill.ts'
import { readReport } from './score-report.ts'
import { scoreSubmission } from './score-submission.ts'

const apiIn = (dimension: string, more: object = {}) => ({
  kind: 'present',
  part: 'api',
  where: { path: dimension },
  dimension,
  ...more,
})
const paths = (...names: string[]) => makeSubmission({ api: names.map(path => ({ path })) })
const score = (criteria: readonly object[], submission = makeSubmission()) =>
  scoreSubmission(makeDrill(criteria), { submission }, { seed: 7 })

describe('scoreSubmission', () => {
  it('gives nothing for an empty submission and keeps everything possible', () => {
    const report = score(dimensionIds.map(d => apiIn(d)))
    expect(report.tiers.verified).toEqual({ earned: 0, possible: 20 })
    expect(report.bands).toEqual({ L6: 'below', L7: 'below' })
  })

  it('cuts the bands by the share of the weighted dimensions', () => {
    const at = (n: number) =>
      score(
        dimensionIds.map(d => apiIn(d)),
        paths(...dimensionIds.slice(0, n)),
      ).bands.L6
    expect([3, 4, 5, 6, 8, 9].map(at)).toEqual(['below', 'near', 'near', 'at', 'at', 'above'])
  })

  it('weighs dimensions, not the number of their criteria', () => {
    const criteria = [
      ...dimensionIds.map(d => apiIn(d)),
      ...Array.from({ length: 30 }, () => apiIn('data', { where: { path: 'never' } })),
    ]
    expect(score(criteria, paths(...dimensionIds)).levels.L6.score).toBeCloseTo(0.9 + 0.1 / 31, 5)
  })

  it('caps the band when a must-have is missed, and says which', () => {
    const criteria = dimensionIds.map(d => apiIn(d, d === 'data' ? { must: ['L6'] } : {}))
    const report = score(criteria, paths(...dimensionIds.filter(d => d !== 'data')))
    expect(report.levels.L6).toMatchObject({ band: 'near', cappedBy: ['c4'] })
    expect(report.bands.L7).toBe('above')
  })

  it('does not measure a level of whose weights the drill covers less than 80%', () => {
    const report = score(
      dimensionIds.slice(0, 7).map(d => apiIn(d)),
      paths(...dimensionIds),
    )
    expect(report.levels.L6).toMatchObject({ band: 'not measured', score: null, covered: 0.7 })
  })

  it('reports the self-assessed tier beside, never in the points', () => {
    const report = score([{ kind: 'self', checklist: ['one', 'two'] }, apiIn('data')], paths('data'))
    expect(report.tiers).toEqual({
      verified: { earned: 2, possible: 2 },
      claimed: { earned: 0, possible: 0 },
      selfAssessed: { earned: 0, possible: 2 },
    })
    expect(report.criteria[0]?.verdict).toBe('unsure')
  })

  it('gives the same bytes every time, and what it gives reads back as itself', () => {
    const criteria = dimensionIds.map(d => apiIn(d))
    const submission = makeSubmission({
      worksheet: 'a = 10..20\nb = a *',
      api: [{ path: 'data' }],
      answers: [{ target: 'qps', stated: 'a / 1 s' }],
    })
    const first = JSON.stringify(score(criteria, submission))
    for (let i = 0; i < 100; i += 1) expect(JSON.stringify(score(criteria, submission))).toBe(first)
    expect(JSON.stringify(readReport(JSON.parse(first)))).toBe(first)
  })

  it('names the worksheet line that cannot be read', () => {
    expect(score([], makeSubmission({ worksheet: 'a = 1\n\n\n\n\n\nb = 2 +' })).worksheet.errors[0]).toMatchObject({ line: 7 })
  })
})
