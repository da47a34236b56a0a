/**
 * Times as distributions matched by three moments: a gamma, a log-normal, or a mixture of both. Source: Press et al., Numerical Recipes
 * (Cambridge 2007), section 6.2, series and continued fraction of the incomplete gamma function; Lanczos' approximation of its logarithm
 * (g = 7, n = 9).
 */

/** Mean, variance and third central moment of a time, in seconds, their square and their cube. */
export type Moments = { readonly mean: number; readonly variance: number; readonly third: number }

export const NO_TIME: Moments = { mean: 0, variance: 0, third: 0 }

/** The sum of independent times: of these, each of the three moments adds up. */
export const addMoments = (a: Moments, b: Moments): Moments => ({
  mean: a.mean + b.mean,
  variance: a.variance + b.variance,
  third: a.third + b.third,
})

/** A time from its mean and the means of its square and its cube. */
export function fromRaw(mean: number, square: number, cube: number): Moments {
  return { mean, variance: Math.max(0, square - mean * mean), third: cube - 3 * mean * square + 2 * mean ** 3 }
}

/** A time that is spent with chance `p` and is nothing otherwise. */
export function withChance(p: number, { mean, variance, third }: Moments): Moments {
  const square = variance + mean * mean
  return fromRaw(p * mean, p * square, p * (third + 3 * mean * variance + mean ** 3))
}

/** A service time by its coefficient of variation: fixed (0), exponential (1), or log-normal. */
export function serviceMoments(mean: number, cv: number): Moments {
  const deviation = cv * mean
  return { mean, variance: deviation ** 2, third: deviation ** 3 * (cv === 1 ? 2 : cv ** 3 + 3 * cv) }
}

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const

/** Logarithm of the gamma function for x > 0. */
export function logGamma(x: number): number {
  const z = x - 1
  let sum: number = LANCZOS[0]
  for (let i = 1; i < LANCZOS.length; i++) sum += (LANCZOS[i] ?? 0) / (z + i)
  const t = z + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum)
}

/** Chance that a gamma time of this shape and scale 1 is at most `x`: the regularized lower incomplete gamma function. */
export function gammaCdf(shape: number, x: number, logGammaOfShape = logGamma(shape)): number {
  if (!(x > 0)) return 0
  const front = Math.exp(shape * Math.log(x) - x - logGammaOfShape)
  return x < shape + 1 ? Math.min(1, front * series(shape, x)) : Math.max(0, 1 - front * fraction(shape, x))
}

const LOG_ROOT_PI = Math.log(Math.PI) / 2

/** Chance that a standard normal value is at most `z`, by the gamma of shape one half. */
const normalCdf = (z: number) => 0.5 * (1 + Math.sign(z) * gammaCdf(0.5, (z * z) / 2, LOG_ROOT_PI))

function series(shape: number, x: number): number {
  let term = 1 / shape
  let sum = term
  for (let n = 1; n < 2000 && term > sum * 1e-14; n++) {
    term *= x / (shape + n)
    sum += term
  }
  return sum
}

function fraction(shape: number, x: number): number {
  const tiny = 1e-300
  let b = x + 1 - shape
  let c = 1 / tiny
  let d = 1 / b
  let h = d
  for (let i = 1; i < 2000; i++) {
    const a = -i * (i - shape)
    b += 2
    d = 1 / (Math.abs(a * d + b) < tiny ? tiny : a * d + b)
    c = Math.abs(b + a / c) < tiny ? tiny : b + a / c
    h *= d * c
    if (Math.abs(d * c - 1) < 1e-14) break
  }
  return h
}

/**
 * The distribution function of a time with these moments; a step where there is no variance. Gamma and log-normal of the same mean and
 * variance are mixed so that the third moment is right too: a chain of exponentials is nearly a gamma, a heavy tail nearly a log-normal.
 * A third moment beyond those of the two gets the nearer one.
 */
export function cdfOf({ mean, variance, third }: Moments): (time: number) => number {
  // Beyond this it is a step to all digits that a page shows.
  if (!(variance > mean * mean * 1e-6)) return time => (time >= mean ? 1 : 0)
  const shape = (mean * mean) / variance
  const scale = variance / mean
  const log = logGamma(shape)
  const gamma = (time: number) => gammaCdf(shape, time / scale, log)
  const ofGamma = 2 * variance * scale
  const ofLogNormal = variance * scale * (3 + 1 / shape)
  const heavy = Math.min(1, (third - ofGamma) / (ofLogNormal - ofGamma))
  if (!(heavy > 1e-9)) return gamma
  const spread = Math.log(1 + 1 / shape)
  const middle = Math.log(mean) - spread / 2
  const logNormal = (time: number) => (time > 0 ? normalCdf((Math.log(time) - middle) / Math.sqrt(spread)) : 0)
  return heavy === 1 ? logNormal : time => heavy * logNormal(time) + (1 - heavy) * gamma(time)
}

/** One way that a request may go, and how often. */
export type Branch = { readonly chance: number; readonly moments: Moments }

/** The time below which a share `p` of a mixture lies, by bisection to 1e-9 of itself. Chances must add up to one. */
export function quantileOfMixture(branches: readonly Branch[], p: number): number {
  const parts = branches.filter(b => b.chance > 0).map(b => ({ chance: b.chance, cdf: cdfOf(b.moments) }))
  const below = (time: number) => parts.reduce((sum, part) => sum + part.chance * part.cdf(time), 0)
  // Chances add up to one only to rounding.
  const wanted = Math.min(p, 1 - 1e-12)
  let high = branches.reduce((most, { moments }) => Math.max(most, moments.mean + 3 * Math.sqrt(moments.variance)), 0)
  if (high === 0) return 0
  for (let i = 0; i < 60 && below(high) < wanted; i++) high *= 2
  let low = 0
  for (let i = 0; i < 60 && high - low > high * 1e-9; i++) {
    const middle = (low + high) / 2
    if (below(middle) < wanted) low = middle
    else high = middle
  }
  return high
}

/**
 * The longest of `n` independent times of the same moments. The moments of a maximum by integrating its tail, `1 - F(t)^n`
 * (Ross, Introduction to Probability Models, chapter 5), with Gauss-Legendre over doubling pieces.
 */
export function longestOf(n: number, moments: Moments): Moments {
  if (n <= 1 || !(moments.variance > 0)) return moments
  const cdf = cdfOf(moments)
  const tail = (time: number) => 1 - cdf(time) ** n
  let mean = 0
  let square = 0
  let cube = 0
  let from = 0
  for (let piece = 0; piece < 200; piece++) {
    const to = from + Math.sqrt(moments.variance) * (piece < 12 ? 0.02 * 1.5 ** piece : 2)
    mean += integrate(tail, from, to)
    square += integrate(time => 2 * time * tail(time), from, to)
    cube += integrate(time => 3 * time * time * tail(time), from, to)
    if (tail(to) < 1e-12) break
    from = to
  }
  return fromRaw(mean, square, cube)
}

const NODES = [0.1488743389816312, 0.4333953941292472, 0.6794095682990244, 0.8650633666889845, 0.9739065285171717] as const
const WEIGHTS = [0.2955242247147529, 0.2692667193099963, 0.219086362515982, 0.1494513491505806, 0.0666713443086881] as const

function integrate(of: (x: number) => number, from: number, to: number): number {
  const middle = (from + to) / 2
  const half = (to - from) / 2
  let sum = 0
  for (let i = 0; i < NODES.length; i++) {
    const step = half * (NODES[i] ?? 0)
    sum += (WEIGHTS[i] ?? 0) * (of(middle - step) + of(middle + step))
  }
  return sum * half
}
