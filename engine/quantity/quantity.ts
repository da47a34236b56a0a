import { COUNT, combineDimensions, type Dimension, raiseDimension, sameDimension } from './dimension.ts'
import { combineLabels, type Labels, labelsOfSum, NO_LABELS } from './labels.ts'

/** An amount in base units (seconds, bytes, US dollars, plain counts), its dimension, and the nouns that it counts. */
export type Quantity = {
  readonly base: number
  readonly dimension: Dimension
  readonly labels: Labels
}

/** `quantity(500, INFORMATION)` is 500 bytes; without a dimension it is a plain count. */
export function quantity(base: number, dimension: Dimension = COUNT, labels: Labels = NO_LABELS): Quantity {
  return { base, dimension, labels }
}

/** True when both are the same kind of quantity, so that they can be added, compared or converted. */
export function compatible(a: Quantity, b: Quantity): boolean {
  return sameDimension(a.dimension, b.dimension)
}

/** `a + b`, or null when they are of different kinds. */
export function add(a: Quantity, b: Quantity): Quantity | null {
  if (!compatible(a, b)) return null
  return { base: a.base + b.base, dimension: a.dimension, labels: labelsOfSum(a.labels, b.labels) }
}

export function multiply(a: Quantity, b: Quantity): Quantity {
  return {
    base: a.base * b.base,
    dimension: combineDimensions(a.dimension, b.dimension),
    labels: combineLabels(a.labels, b.labels),
  }
}

/** `a / b`; the base is not finite when b is zero, and the caller says so. */
export function divide(a: Quantity, b: Quantity): Quantity {
  return {
    base: a.base / b.base,
    dimension: combineDimensions(a.dimension, b.dimension, -1),
    labels: combineLabels(a.labels, b.labels, -1),
  }
}

export function raise(a: Quantity, power: number): Quantity {
  return {
    base: a.base ** power,
    dimension: raiseDimension(a.dimension, power),
    labels: combineLabels(NO_LABELS, a.labels, power),
  }
}

/** How many `unit`s `amount` is (`convert(3 TB, 1 GB)` is 3000), or null when they are of different kinds. */
export function convert(amount: Quantity, unit: Quantity): number | null {
  return compatible(amount, unit) ? amount.base / unit.base : null
}
