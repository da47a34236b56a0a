import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pacingOf } from './pacing.ts'

const phases = [
  { id: 'ask', title: 'Ask', minutes: 10, parts: ['requirements', 'answers'] },
  { id: 'draw', title: 'Draw', minutes: 20, parts: ['architecture', 'decisions'] },
  { id: 'deep', title: 'Go deep', minutes: 30, parts: ['data', 'decisions'] },
]

describe('pacingOf', () => {
  it('gives each minute to the phase whose parts were written, whenever that was', () => {
    const pacing = pacingOf(
      phases,
      [
        { from: 0, to: 12, changed: ['requirements'] },
        { from: 12, to: 14, changed: [] },
        { from: 14, to: 30, changed: ['architecture'] },
        // Back to the requirements, late: that time is theirs.
        { from: 30, to: 33, changed: ['requirements'] },
        { from: 33, to: 60, changed: ['data'] },
      ],
      60,
    )
    expect(pacing).toEqual({
      phases: [
        { id: 'ask', title: 'Ask', planned: 10, spent: 15, begun: 0 },
        { id: 'draw', title: 'Draw', planned: 20, spent: 16, begun: 14 },
        { id: 'deep', title: 'Go deep', planned: 30, spent: 27, begun: 33 },
      ],
      quiet: 2,
      elsewhere: 0,
    })
  })

  it('gives a part that two phases name to the one that is on, and shares it where neither is', () => {
    const decisions = (from: number) => [{ from, to: from + 2, changed: ['decisions'] }]
    const spent = (from: number) => pacingOf(phases, decisions(from), 60).phases.map(p => p.spent)
    expect(spent(12)).toEqual([0, 2, 0])
    expect(spent(40)).toEqual([0, 0, 2])
    expect(spent(2)).toEqual([0, 1, 1])
  })

  it('stretches the plan with extra time, and names no phase that was never begun', () => {
    const { phases: paced, elsewhere } = pacingOf(phases, [{ from: 0, to: 5, changed: ['cost'] }], 90)
    expect(paced.map(p => p.planned)).toEqual([15, 30, 45])
    expect(paced.map(p => p.begun)).toEqual([null, null, null])
    expect(elsewhere).toBe(5)
  })

  it('loses no minute, whatever was written when', () => {
    const part = fc.constantFrom('requirements', 'architecture', 'decisions', 'data', 'cost')
    const stretch = fc.record({ minutes: fc.integer({ min: 1, max: 9 }), changed: fc.uniqueArray(part) })
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 40 }), list => {
        let from = 0
        const stretches = list.map(({ minutes, changed }) => {
          const one = { from, to: from + minutes, changed }
          from += minutes
          return one
        })
        const { phases: paced, quiet, elsewhere } = pacingOf(phases, stretches, 60)
        const all = paced.reduce((total, p) => total + p.spent, 0) + quiet + elsewhere
        expect(Math.abs(all - from)).toBeLessThan(0.5)
      }),
    )
  })
})
