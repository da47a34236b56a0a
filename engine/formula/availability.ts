/**
 * Availability as a probability in [0, 1]. Components are taken to fail independently.
 * Source: Beyer et al., Site Reliability Engineering (O'Reilly 2016), chapter 3 and appendix A; series and parallel
 * products as in any text on reliability block diagrams.
 */

/** Seconds that a service at `availability` may be down in `periodSeconds`: `(1 - a) * period`. */
export function downtimeBudget(availability: number, periodSeconds: number): number {
  return (1 - availability) * periodSeconds
}

/** Availability of parts that are all needed: the product. One for no parts. */
export function seriesAvailability(parts: readonly number[]): number {
  return parts.reduce((product, part) => product * part, 1)
}

/** Availability of parts of which any one is enough: `1 - product(1 - a)`. Zero for no parts. */
export function parallelAvailability(parts: readonly number[]): number {
  return 1 - parts.reduce((product, part) => product * (1 - part), 1)
}

/**
 * Availability of `n` equal parts of which `k` must work: the upper tail of the binomial distribution. NaN unless
 * `0 <= k <= n` and both are whole.
 */
export function kOfNAvailability(k: number, n: number, availability: number): number {
  if (!Number.isInteger(k) || !Number.isInteger(n) || k < 0 || k > n) return Number.NaN
  let total = 0
  let ways = 1
  for (let failed = 0; failed <= n - k; failed++) {
    total += ways * (1 - availability) ** failed * availability ** (n - failed)
    ways = (ways * (n - failed)) / (failed + 1)
  }
  return total
}
