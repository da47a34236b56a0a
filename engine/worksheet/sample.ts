/**
 * Ranges are carried as a sample of fixed size. `a..b` is read as an 80% interval: one in ten below `a`, one in ten above
 * `b`; lognormal when both ends are positive, else normal. The sample is stratified (a Latin hypercube: McKay, Beckman and
 * Conover, Technometrics 21(2), 1979), so that a plain range gives its own ends back as p10 and p90.
 */
export const SAMPLE_SIZE = 1000

export type Sample = Float64Array

/** A seeded generator of numbers in [0, 1). Source: mulberry32, Tommy Ettinger, public domain. */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const A = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239,
] as const
const B = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572] as const
const C = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783,
] as const
const D = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416] as const

/** The standard normal value below which a share `p` of a population lies, to 1.2e-9. Source: P. J. Acklam, 2003. */
export function normalQuantile(p: number): number {
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p))
    return (
      (((((C[0] * q + C[1]) * q + C[2]) * q + C[3]) * q + C[4]) * q + C[5]) /
      ((((D[0] * q + D[1]) * q + D[2]) * q + D[3]) * q + 1)
    )
  }
  if (p > 1 - 0.02425) return -normalQuantile(1 - p)
  const q = p - 0.5
  const r = q * q
  return (
    ((((((A[0] * r + A[1]) * r + A[2]) * r + A[3]) * r + A[4]) * r + A[5]) * q) /
    (((((B[0] * r + B[1]) * r + B[2]) * r + B[3]) * r + B[4]) * r + 1)
  )
}

let strata: Float64Array | null = null

/** The middles of equal shares of the standard normal distribution; mirrored, so that their median is exactly zero. */
function standardNormalStrata(): Float64Array {
  if (strata) return strata
  strata = new Float64Array(SAMPLE_SIZE)
  for (let i = 0; i < SAMPLE_SIZE / 2; i++) {
    const z = normalQuantile((i + 0.5) / SAMPLE_SIZE)
    strata[i] = z
    strata[SAMPLE_SIZE - 1 - i] = -z
  }
  return strata
}

const Z90 = 1.2815515655446004

/** A sample of the range from `low` to `high` (in this order), shuffled by the generator so that two ranges are independent. */
export function sampleRange(low: number, high: number, random: () => number): Sample {
  const logarithmic = low > 0
  const from = logarithmic ? Math.log(low) : low
  const to = logarithmic ? Math.log(high) : high
  // Halved before they are added: the sum of two large ends is not a number that can be held.
  const centre = from / 2 + to / 2
  const spread = (to / 2 - from / 2) / Z90
  const sample = Float64Array.from(standardNormalStrata(), z => {
    const value = centre + spread * z
    return logarithmic ? Math.exp(value) : value
  })
  for (let i = sample.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const swapped = sample[i] ?? 0
    sample[i] = sample[j] ?? 0
    sample[j] = swapped
  }
  return sample
}

/** The value below which a share `p` of the sorted sample lies, interpolated. */
export function quantileOfSorted(sorted: Float64Array, p: number): number {
  const position = Math.min(sorted.length - 1, Math.max(0, p * sorted.length - 0.5))
  const below = Math.floor(position)
  const low = sorted[below] ?? 0
  const high = sorted[below + 1] ?? low
  return 2 * (low / 2 + (high / 2 - low / 2) * (position - below))
}
