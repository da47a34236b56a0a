import { describe, expect, it } from 'vitest'
import { agreementByDimension, agreementOf, type Decided, decided, type JudgedPair, weightedKappa } from './agreement.ts'

/** The pairs of a table: one reader's verdicts down, the other's across. */
const fromTable = (table: readonly (readonly number[])[]): JudgedPair[] =>
  decided.flatMap((mine, i) =>
    decided.flatMap((theirs, j) =>
      Array.from({ length: table[i]?.[j] ?? 0 }, () => ({ criterion: 'c', dimension: 'data', mine, theirs })),
    ),
  )

describe('weightedKappa', () => {
  it('gives the published value of the three abstractors', () => {
    // The table cont3x3abstractors of the R package irrCAC (K. Gwet): quadratic weights give 0.8921569.
    const pairs = fromTable([
      [13, 0, 0],
      [0, 20, 7],
      [0, 4, 56],
    ])
    expect(weightedKappa(pairs)).toBeCloseTo(0.8921569, 7)
  })

  it('is 1 for readers who agree, 0 for chance, and counts a near miss less than a far one', () => {
    expect(
      weightedKappa(
        fromTable([
          [3, 0, 0],
          [0, 2, 0],
          [0, 0, 4],
        ]),
      ),
    ).toBe(1)
    expect(
      weightedKappa(
        fromTable([
          [1, 1, 1],
          [1, 1, 1],
          [1, 1, 1],
        ]),
      ),
    ).toBeCloseTo(0, 12)
    const near = fromTable([
      [5, 1, 0],
      [0, 5, 0],
      [0, 0, 5],
    ])
    const far = fromTable([
      [5, 0, 1],
      [0, 5, 0],
      [0, 0, 5],
    ])
    expect(weightedKappa(near) ?? 0).toBeGreaterThan(weightedKappa(far) ?? 1)
  })

  it('says nothing where chance leaves no room', () => {
    expect(weightedKappa([])).toBeNull()
    expect(weightedKappa(fromTable([[0], [0], [0, 0, 7]]))).toBeNull()
  })
})

describe('agreementByDimension', () => {
  it('counts shares per dimension and leaves out what nobody judged', () => {
    const pair = (dimension: string, mine: Decided, theirs: Decided) => ({ criterion: 'c', dimension, mine, theirs })
    const pairs = [pair('data', 'met', 'met'), pair('data', 'met', 'partly'), pair('cost', 'missed', 'missed')]
    expect(agreementOf(pairs)).toEqual({ agreed: 2, judged: 3 })
    const dimensions = ['cost', 'data', 'api'].map(id => ({ id, title: id.toUpperCase() }))
    expect(agreementByDimension(pairs, dimensions)).toEqual([
      { id: 'cost', title: 'COST', agreed: 1, judged: 1 },
      { id: 'data', title: 'DATA', agreed: 1, judged: 2 },
    ])
  })
})
