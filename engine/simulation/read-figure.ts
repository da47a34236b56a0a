import { type Dimension, RATE, sameDimension } from '../quantity/dimension.ts'
import type { Quantity } from '../quantity/quantity.ts'
import { evaluateExpression } from '../worksheet/worksheet.ts'
import type { ModelProblem, Override } from './model.ts'

/** Reads an expression of the design; undefined when it is empty or cannot be read. */
export type Read = (text: string) => Quantity | undefined

/** The base value of an expression of this kind of quantity; undefined when it is none. */
export function readAs(read: Read, text: string, dimension: Dimension): number | undefined {
  const amount = text.trim() === '' ? undefined : read(text)
  return amount && sameDimension(amount.dimension, dimension) && Number.isFinite(amount.base) ? amount.base : undefined
}

const figures = new Map<string, number>()

/** A default's text as a number; these are ours and never change, so each is read once. */
export function figureOf(text: string): number {
  const known = figures.get(text)
  if (known !== undefined) return known
  const result = evaluateExpression(text)
  const base = result.ok ? result.value.quantity.base : Number.NaN
  figures.set(text, base)
  return base
}

/** A default and the range that may be put in its place, as texts. */
export type Figure = { readonly value?: string; readonly range: readonly [string, string] }

export type Notes = { readonly problems: ModelProblem[]; readonly overrides: Override[] }

/** The design's own number where it says one, set to the nearest end of the range when it lies outside, else the default. */
export function override(
  component: string,
  what: string,
  text: string,
  figure: Figure | undefined,
  dimension: Dimension,
  read: Read,
  { problems, overrides }: Notes,
): number | undefined {
  const usual = figure?.value === undefined ? undefined : figureOf(figure.value)
  if (text.trim() === '') return usual
  const stated = readAs(read, text, dimension)
  if (stated === undefined || stated < 0) {
    const why = stated === undefined ? 'cannot be read' : 'is negative'
    const mend = usual === undefined ? 'Mend or empty it.' : `Mend or empty it; until then the default counts.`
    problems.push({ part: component, message: `${what} "${text}" ${why}.`, mend })
    return usual
  }
  const low = figure ? figureOf(figure.range[0]) : dimension === RATE ? 1e-6 : 0
  const high = figure ? figureOf(figure.range[1]) : Number.MAX_VALUE
  const used = Math.min(high, Math.max(low, stated))
  overrides.push({ component, what, stated, used, clamped: used !== stated })
  return used
}
