import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CriterionReport, ScoreReport } from '#engine/rubric/score-report.ts'
import { dimensionIds, scoring } from '#tests/factories/compiled-drill.ts'
import { daySummary, type ScoredMock } from './day-summary.ts'

type Points = Record<string, [earned: number, possible: number]>
const none = { earned: 0, possible: 0 }
const criterion = (id: string, fields: Partial<CriterionReport> = {}): CriterionReport => ({
  id,
  dimension: 'data',
  kind: 'present',
  tier: 'verified',
  verdict: 'missed',
  earned: 0,
  possible: 2,
  reason: '',
  evidence: [],
  question: `Is there ${id}?`,
  mend: '',
  lesson: null,
  ...fields,
})
const report = (points: Points, criteria: CriterionReport[] = [], fields: Partial<ScoreReport> = {}): ScoreReport => ({
  drill: 'links',
  bands: { L6: 'at', L7: 'near' },
  levels: {
    L6: { band: 'at', score: 0.7, covered: 1, cappedBy: [] },
    L7: { band: 'near', score: 0.5, covered: 1, cappedBy: [] },
  },
  tiers: { verified: none, claimed: none, selfAssessed: none },
  dimensions: dimensionIds.map(id => {
    const [earned, possible] = points[id] ?? [0, 0]
    return { id, title: id, earned, possible }
  }),
  criteria,
  estimates: [],
  worksheet: { errors: [] },
  engine: 'test',
  content: 'test',
  seed: 1,
  ...fields,
})
const mock = (place: number, scored: ScoreReport, probes: ScoredMock['probes'] = []): ScoredMock => ({
  place,
  report: scored,
  minutes: 60,
  usedMinutes: 50,
  phases: [],
  probes,
})

describe('daySummary', () => {
  it('sets the same dimension of every mock side by side, and adds the points up', () => {
    const summary = daySummary(
      [mock(0, report({ data: [2, 4] })), mock(1, report({ data: [8, 8] })), mock(2, report({}))],
      'L6',
      scoring,
    )
    expect(summary.dimensions.find(d => d.id === 'data')).toMatchObject({ shares: [0.5, 1, null], together: 10 / 12 })
    expect(summary.dimensions.find(d => d.id === 'cost')).toMatchObject({ shares: [null, null, null], together: null })
  })

  it('names the bands of the level that was aimed at', () => {
    const mocks = [mock(0, report({})), mock(2, report({}))]
    expect(daySummary(mocks, 'L6', scoring).bands).toEqual([
      { place: 0, band: 'at', score: 0.7 },
      { place: 2, band: 'at', score: 0.7 },
    ])
    expect(daySummary(mocks, 'L7', scoring).bands[0]).toEqual({ place: 0, band: 'near', score: 0.5 })
  })

  it('names what was missed in more than one mock, most often first', () => {
    const summary = daySummary(
      [
        mock(0, report({}, [criterion('alarms'), criterion('key')])),
        mock(1, report({}, [criterion('key'), criterion('alarms', { verdict: 'met' })])),
        mock(2, report({}, [criterion('key'), criterion('alarms'), criterion('once')])),
      ],
      'L6',
      scoring,
    )
    expect(summary.repeated.criteria).toEqual([
      { id: 'key', text: 'Is there key?', places: [0, 1, 2] },
      { id: 'alarms', text: 'Is there alarms?', places: [0, 2] },
    ])
  })

  it('counts neither what prose was not recognized for nor what was not measured as missed', () => {
    const both = [criterion('said', { tier: 'claimed' }), criterion('time', { possible: 0 })]
    expect(daySummary([mock(0, report({}, both)), mock(1, report({}, both))], 'L6', scoring).repeated.criteria).toEqual([])
  })

  it('names dimensions under the bar, slips and questions that came again', () => {
    const slip = (id: string) => ({
      target: 't',
      ask: '',
      verdict: 'missed' as const,
      reason: '',
      unit: 'B',
      stated: 1,
      recomputed: 1,
      reference: 1,
      ratio: 1,
      slip: { id, explanation: '' },
      text: { stated: '', recomputed: '', reference: '' },
    })
    const first = report({ data: [1, 4], cost: [3, 4] }, [], { estimates: [slip('bits_for_bytes'), slip('bits_for_bytes')] })
    const second = report({ data: [2, 4], cost: [1, 4] }, [], { estimates: [slip('bits_for_bytes'), slip('lost_thousand')] })
    const probe = { id: 'no-numbers', text: 'How big is this?' }
    const { repeated } = daySummary([mock(0, first, [probe]), mock(1, second, [probe])], 'L6', scoring)
    expect(repeated.dimensions).toEqual([{ id: 'data', text: 'data', places: [0, 1] }])
    expect(repeated.slips).toEqual([{ id: 'bits_for_bytes', text: 'bits for bytes', places: [0, 1] }])
    expect(repeated.probes).toEqual([{ ...probe, places: [0, 1] }])
  })

  it('gives shares between 0 and 1, the one of all between the least and the most', () => {
    const points = fc.tuple(fc.nat(20), fc.nat(20)).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)])
    fc.assert(
      fc.property(fc.array(points, { maxLength: 4 }), all => {
        const mocks = all.map((p, place) => mock(place, report({ data: p })))
        const found = daySummary(mocks, 'L6', scoring).dimensions.find(d => d.id === 'data')
        const shares = (found?.shares ?? []).filter(s => s !== null)
        expect(shares).toHaveLength(all.filter(([, possible]) => possible > 0).length)
        if (shares.length === 0) expect(found?.together).toBeNull()
        else {
          expect(found?.together).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-9)
          expect(found?.together).toBeLessThanOrEqual(Math.max(...shares) + 1e-9)
        }
      }),
    )
  })
})
