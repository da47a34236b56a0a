/** One line of the report. */
export type Figure = {
  readonly id: string
  readonly what: string
  readonly figure: number
  readonly unit: string
  /** What the figure must stay within; absent when it is only told. */
  readonly bound?: { readonly most: number } | { readonly least: number }
  readonly note?: string
}

/** What a bench prints: its figures, and whatever else helps to understand them. */
export type BenchReport = { readonly figures: readonly Figure[]; readonly details?: unknown }

export const print = (report: BenchReport) => console.log(JSON.stringify(report))

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export const rounded = (value: number, digits = 1) => Number(value.toFixed(digits))
