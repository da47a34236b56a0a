/** A range that was stated with how sure one was, and what it should have held. Numbers in the same unit. */
export type StatedRange = { readonly low: number; readonly high: number; readonly confidence: number; readonly truth: number }

export type CalibrationRow = {
  /** In percent, as stated. */
  readonly confidence: number
  readonly held: number
  readonly of: number
  /** Share that held, and the 95% interval of what it would be in the long run. */
  readonly share: number
  readonly low: number
  readonly high: number
}

const Z = 1.96

/** Wilson's interval for a share of `of` (Wilson, Probable Inference, JASA 1927): it stays within 0 and 1 also for few. */
export function wilson(held: number, of: number): { readonly low: number; readonly high: number } {
  if (of <= 0) return { low: 0, high: 1 }
  const share = held / of
  const scale = 1 + Z ** 2 / of
  const middle = (share + Z ** 2 / (2 * of)) / scale
  const half = (Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2))) / scale
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/** How often ranges held, by how sure their author was; the surest first. A range may stand either way round. */
export function calibration(ranges: readonly StatedRange[]): readonly CalibrationRow[] {
  const rows = new Map<number, { held: number; of: number }>()
  for (const { low, high, confidence, truth } of ranges) {
    const row = rows.get(confidence) ?? { held: 0, of: 0 }
    // Three digits are what people write.
    const slack = Math.abs(truth) * 0.005
    const holds = truth >= Math.min(low, high) - slack && truth <= Math.max(low, high) + slack
    rows.set(confidence, { held: row.held + (holds ? 1 : 0), of: row.of + 1 })
  }
  return [...rows]
    .sort(([a], [b]) => b - a)
    .map(([confidence, { held, of }]) => ({ confidence, held, of, share: held / of, ...wilson(held, of) }))
}
