/** A mean over independent runs with its 95% interval; without one when there is a single run. */
export type Interval = { readonly mean: number; readonly low: number | null; readonly high: number | null }

/** Student's t at 97.5% for 1 to 30 degrees of freedom. Source: any table; NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2. */
const STUDENT = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11, 2.101,
  2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
] as const

/** The interval of runs with different seeds. Undefined for no runs. */
export function intervalOf(values: readonly number[]): Interval | undefined {
  const n = values.length
  if (n === 0) return undefined
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  if (n === 1) return { mean, low: null, high: null }
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1)
  const degrees = n - 1
  // Beyond the table: Cornish and Fisher's first term.
  const t = STUDENT[degrees - 1] ?? 1.959964 + 2.3722 / degrees
  const half = t * Math.sqrt(variance / n)
  return { mean, low: mean - half, high: mean + half }
}
