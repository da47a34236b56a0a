import { describe, expect, it } from 'vitest'
import { makeDrill, makeSubmission } from '#tests/factories/compiled-drill.ts'
import { compareReports } from './compare-reports.ts'
import { scoreSubmission } from './score-submission.ts'

const present = (points: number) => ({ kind: 'present', part: 'api', points, dimension: 'architecture' })
const report = (criteria: object[], parts: object) =>
  scoreSubmission(makeDrill(criteria), { submission: makeSubmission(parts) }, { seed: 1 })

describe('compareReports', () => {
  it('says which criteria came out better, worse, the same, or with other points', () => {
    const api = { api: [{ path: '/x' }] }
    const change = (left: object[], l: object, right: object[], r: object) =>
      compareReports(report(left, l), report(right, r)).map(c => [c.id, c.change])
    expect(change([present(2)], {}, [present(2)], api)).toEqual([['c1', 'better']])
    expect(change([present(2)], api, [present(2)], {})).toEqual([['c1', 'worse']])
    expect(change([present(2)], api, [present(2)], api)).toEqual([['c1', 'same']])
    expect(change([present(2)], api, [present(3)], api)).toEqual([['c1', 'points']])
  })

  it('keeps criteria that only one of the two has', () => {
    const compared = compareReports(report([present(2)], {}), report([{ ...present(2), id: 'new' }], {}))
    expect(compared.map(({ id, change, left, right }) => [id, change, left === null, right === null])).toEqual([
      ['c1', 'removed', false, true],
      ['new', 'added', true, false],
    ])
  })
})
