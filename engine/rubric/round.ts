/** Rounds to six significant digits, so that a report reads the same wherever it was computed. Null when not finite. */
export function round(value: number | null | undefined): number | null {
  if (value === null || value === undefined || !Number.isFinite(value)) return null
  return value === 0 ? 0 : Number(value.toPrecision(6))
}
