import type { UnitHint } from '#engine/quantity/format.ts'
import type { Quantity } from '#engine/quantity/quantity.ts'
import { quantileOfSorted, type Sample } from './sample.ts'

/** A value while a line is computed: a quantity, its sample when it comes from a range, and the unit wanted by `in`. */
export type Amount = { readonly quantity: Quantity; readonly sample?: Sample; readonly hint?: UnitHint }

/** How a value spreads, in base units: a tenth of the cases lie below `p10`, half below `p50`, a tenth above `p90`. */
type Range = { readonly p10: number; readonly p50: number; readonly p90: number; readonly sample: Sample }

/** The value of a name or a line. For a range the quantity is its median. */
export type Value = { readonly quantity: Quantity; readonly range?: Range; readonly unitHint?: UnitHint }

/** Closes a computed amount: its median and percentiles are worked out once, when its line is done. */
export function toValue(amount: Amount): Value {
  const { quantity, sample, hint } = amount
  if (!sample) return hint ? { quantity, unitHint: hint } : amount
  const withHint = hint ? { unitHint: hint } : {}
  const sorted = Float64Array.from(sample).sort()
  const range = {
    p10: quantileOfSorted(sorted, 0.1),
    p50: quantileOfSorted(sorted, 0.5),
    p90: quantileOfSorted(sorted, 0.9),
    sample,
  }
  return { quantity: { ...quantity, base: range.p50 }, range, ...withHint }
}

export function toAmount(value: Value): Amount {
  if (!value.range && !value.unitHint) return value
  return {
    quantity: value.quantity,
    ...(value.range && { sample: value.range.sample }),
    ...(value.unitHint && { hint: value.unitHint }),
  }
}

/** Applies `compute` to the bases, and to the samples member by member when any amount has one. */
export function mapBases(
  amounts: readonly Amount[],
  compute: (bases: readonly number[]) => number,
): { readonly base: number; readonly sample?: Sample } {
  const bases = amounts.map(amount => amount.quantity.base)
  const base = compute(bases)
  const size = amounts.find(amount => amount.sample)?.sample?.length
  if (size === undefined) return { base }
  const sample = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < amounts.length; j++) {
      const member = amounts[j]?.sample?.[i]
      if (member !== undefined) bases[j] = member
    }
    sample[i] = compute(bases)
  }
  return { base, sample }
}
