/**
 * The count nouns that follow a value: `2 posts/user/day` carries `{post: 1, user: -1}`. They explain a value and
 * help to find slips; arithmetic never fails because of them.
 */
export type Labels = Readonly<Record<string, number>>

export const NO_LABELS: Labels = {}

const isEmpty = (labels: Labels) => labels === NO_LABELS

/** The labels of `a * b^power`; nouns that cancel disappear. */
export function combineLabels(a: Labels, b: Labels, power = 1): Labels {
  if (isEmpty(b)) return a
  const result: Record<string, number> = { ...a }
  for (const [noun, exponent] of Object.entries(b)) {
    const total = (result[noun] ?? 0) + power * exponent
    if (total === 0) delete result[noun]
    else result[noun] = total
  }
  return Object.keys(result).length === 0 ? NO_LABELS : result
}

function sameLabels(a: Labels, b: Labels): boolean {
  if (a === b) return true
  const nouns = Object.keys(a)
  return nouns.length === Object.keys(b).length && nouns.every(noun => a[noun] === b[noun])
}

/** The labels of a sum: what both sides carry, else what the only labelled side carries, else none. */
export function labelsOfSum(a: Labels, b: Labels): Labels {
  if (isEmpty(a)) return b
  return isEmpty(b) || sameLabels(a, b) ? a : NO_LABELS
}
