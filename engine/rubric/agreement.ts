import type { Verdict } from './criterion.ts'

/** The verdicts that can be ordered, from least to most. "Not sure" is none of them. */
export const decided = ['missed', 'partly', 'met'] as const
export type Decided = (typeof decided)[number]

export const isDecided = (verdict: Verdict | null): verdict is Decided => verdict !== null && verdict !== 'unsure'

/** One criterion that two readers judged. */
export type JudgedPair = {
  readonly criterion: string
  readonly dimension: string
  readonly mine: Decided
  readonly theirs: Decided
}

export type Agreement = { readonly agreed: number; readonly judged: number }

/** On how many criteria two readers said the same. */
export const agreementOf = (pairs: readonly JudgedPair[]): Agreement => ({
  agreed: pairs.filter(({ mine, theirs }) => mine === theirs).length,
  judged: pairs.length,
})

/** The same per dimension, in the order given; dimensions that nobody judged are left out. */
export function agreementByDimension(
  pairs: readonly JudgedPair[],
  dimensions: readonly { readonly id: string; readonly title: string }[],
): readonly (Agreement & { readonly id: string; readonly title: string })[] {
  return dimensions
    .map(({ id, title }) => ({ id, title, ...agreementOf(pairs.filter(({ dimension }) => dimension === id)) }))
    .filter(({ judged }) => judged > 0)
}

/**
 * Cohen's weighted kappa with quadratic weights: how far two readers agree beyond what chance would give, near misses counting less than far ones.
 *
 *     kappa_w = 1 - sum(w_ij * o_ij) / sum(w_ij * e_ij),   w_ij = (i - j)^2 / (k - 1)^2,   e_ij = row_i * column_j / n
 *
 * o: how often one reader said i and the other j; k: how many verdicts there are. 1 is full agreement, 0 that of chance, below 0 less than that.
 * Source: J. Cohen (1968), Weighted kappa, Psychological Bulletin 70, 213-220; the weights are those of J. Fleiss and J. Cohen (1973), Educational
 * and Psychological Measurement 33, 613-619. Null where chance leaves no room for disagreement: nothing judged, or one verdict throughout.
 */
export function weightedKappa(pairs: readonly { readonly mine: Decided; readonly theirs: Decided }[]): number | null {
  const k = decided.length
  const n = pairs.length
  const rows = decided.map(verdict => pairs.filter(({ mine }) => mine === verdict).length)
  const columns = decided.map(verdict => pairs.filter(({ theirs }) => theirs === verdict).length)
  const weight = (i: number, j: number) => (i - j) ** 2 / (k - 1) ** 2
  const observed = pairs.reduce((sum, { mine, theirs }) => sum + weight(decided.indexOf(mine), decided.indexOf(theirs)), 0)
  let expected = 0
  for (const [i, row] of rows.entries())
    for (const [j, column] of columns.entries()) expected += (weight(i, j) * row * column) / n
  return expected > 0 ? 1 - observed / expected : null
}
