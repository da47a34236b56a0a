/** Keys that are alike: how many, and the share of all requests that each gets. */
export type KeyGroup = { readonly count: number; readonly each: number }

/** Keys counted one by one; beyond them, groups of keys whose numbers lie within a twentieth. */
const HEAD = 2000
const RATIO = 1.05

/** Weight `1 / i^exponent` of the keys from `from` + 1 to `to`, by the integral with its middle correction (Euler-Maclaurin). */
export function weightOf(from: number, to: number, exponent: number): number {
  if (to <= from) return 0
  const [a, b] = [from + 0.5, to + 0.5]
  return exponent === 1 ? Math.log(b / a) : (b ** (1 - exponent) - a ** (1 - exponent)) / (1 - exponent)
}

/** `count` keys, the i-th asked in proportion to `1 / i^exponent` (Zipf; 0 is even), hottest first; shares add up to one. */
export function zipfGroups(count: number, exponent: number): readonly KeyGroup[] {
  const keys = Math.max(1, Math.floor(count))
  const groups: { count: number; weight: number }[] = []
  for (let i = 1; i <= Math.min(HEAD, keys); i++) groups.push({ count: 1, weight: i ** -exponent })
  for (let from = HEAD; from < keys; ) {
    const to = Math.min(keys, Math.ceil(from * RATIO))
    groups.push({ count: to - from, weight: weightOf(from, to, exponent) })
    from = to
  }
  const total = groups.reduce((sum, group) => sum + group.weight, 0)
  return groups.map(group => ({ count: group.count, each: group.weight / total / group.count }))
}
