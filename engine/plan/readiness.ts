/** One scored sitting against the clock: the share of the weighted points at a level, 0 to 1, and its age in days. */
export type ScoredSitting = { readonly score: number; readonly days: number }

export type Readiness = {
  /** What the next score is expected to be, 0 to 1, and the range that holds it in four of five cases. */
  readonly expected: number
  readonly low: number
  readonly high: number
  /** The chance that the next score is at the bar or above it. */
  readonly chance: number
  readonly sittings: number
  /** Too few sittings to say more than that. */
  readonly thin: boolean
}

/** Where somebody stands of whom nothing is known: half of the points, give or take twenty. */
const PRIOR = { mean: 0.5, sd: 0.2 } as const
/** How far one sitting may lie from another of the same person: drills differ, and days. */
const SITTING_SD = 0.12
const HALF_LIFE_DAYS = 30
/** z of the middle 80% of a normal distribution. */
const Z80 = 1.2816
const ENOUGH = 3

/**
 * What the next sitting would come to: a normal prior, brought up to date with each sitting, older ones counting less (half after thirty days); `bar` is
 * the cut score of "at the bar". It is a forecast of this app's score, not of an interview. Published in docs/progress.md.
 */
export function readiness(sittings: readonly ScoredSitting[], bar: number): Readiness {
  let precision = 1 / PRIOR.sd ** 2
  let weighted = PRIOR.mean * precision
  for (const { score, days } of sittings) {
    const more = 0.5 ** (Math.max(0, days) / HALF_LIFE_DAYS) / SITTING_SD ** 2
    precision += more
    weighted += more * score
  }
  const expected = weighted / precision
  // The next one is as uncertain as we are, and as sittings are.
  const sd = Math.sqrt(1 / precision + SITTING_SD ** 2)
  const clamp = (share: number) => Math.min(1, Math.max(0, share))
  return {
    expected: clamp(expected),
    low: clamp(expected - Z80 * sd),
    high: clamp(expected + Z80 * sd),
    chance: 1 - normalCdf((bar - expected) / sd),
    sittings: sittings.length,
    thin: sittings.length < ENOUGH,
  }
}

/** The normal distribution function; Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.2.17, within 7.5e-8. */
export function normalCdf(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const tail =
    (Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return z >= 0 ? 1 - tail : tail
}
