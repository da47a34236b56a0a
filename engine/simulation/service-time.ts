import { normalQuantile } from '../worksheet/sample.ts'

/** Draws service times of mean 1 by their coefficient of variation: fixed at 0, exponential at 1, else log-normal. `random` is in [0, 1). */
export const makeServiceTime = (random: () => number) => (cv: number) => {
  if (cv === 0) return 1
  if (cv === 1) return -Math.log(1 - random())
  const spread = Math.log(1 + cv * cv)
  const u = Math.min(1 - 1e-12, Math.max(1e-12, random()))
  return Math.exp(Math.sqrt(spread) * normalQuantile(u) - spread / 2)
}
