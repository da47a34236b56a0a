import { CALENDAR, type Conventions } from './conventions.ts'
import { type Dimension, dimensionName, isCount } from './dimension.ts'
import type { Labels } from './labels.ts'
import type { Quantity } from './quantity.ts'

/** A unit that the answer is wanted in (`in GB`): its text and how many base units one of it is. */
export type UnitHint = { readonly text: string; readonly scale: number }

export type FormatOptions = {
  readonly hint?: UnitHint | undefined
  readonly conventions?: Conventions | undefined
  /** Append the count nouns: `38.6 posts /s`. */
  readonly labels?: boolean
}

/** A formatted amount in two pieces, so that a page can set the unit in a quieter tone. */
export type FormattedParts = { readonly number: string; readonly unit: string }

const roundTo = (value: number, digits: number) => Number(value.toPrecision(digits))

/** Three significant figures as text; whole numbers under a thousand have no more. */
/** A whole number with its last digits behind the point, trailing zeros left off: `385` with 1 is `38.5`. */
function shifted(whole: number, digits: 1 | 2): string {
  const size = Math.abs(whole)
  const scale = digits === 1 ? 10 : 100
  const rest = size % scale
  const sign = whole < 0 ? '-' : ''
  const above = (size - rest) / scale
  if (rest === 0) return `${sign}${above}`
  if (digits === 1 || rest % 10 === 0) return `${sign}${above}.${digits === 1 ? rest : rest / 10}`
  return rest < 10 ? `${sign}${above}.0${rest}` : `${sign}${above}.${rest}`
}

function threeFigures(value: number): string {
  const size = Math.abs(value)
  if (size < 1000 && Number.isInteger(value)) return String(value)
  // The usual sizes without a way through text, which is ten times slower.
  if (size >= 100 && size < 1000) return String(Math.round(value))
  if (size >= 10 && size < 100) return shifted(Math.round(value * 10), 1)
  if (size >= 1 && size < 10) return shifted(Math.round(value * 100), 2)
  return String(roundTo(value, 3))
}

function withSeparators(whole: number): string {
  const size = Math.abs(whole)
  const digits = String(size)
  if (size < 1000) return whole < 0 ? `-${digits}` : digits
  if (size < 1e6) return `${whole < 0 ? '-' : ''}${digits.slice(0, -3)},${digits.slice(-3)}`
  let text = ''
  for (let i = 0; i < digits.length; i++) {
    if (i > 0 && (digits.length - i) % 3 === 0) text += ','
    text += digits[i]
  }
  return whole < 0 ? `-${text}` : text
}

/**
 * A number for people: three significant figures, four digits whole (`3,858`), `K M B T` from ten thousand on, and
 * whole numbers under a million in full when `exact`.
 */
export function formatNumber(value: number, exact = false): string {
  if (!Number.isFinite(value)) return String(value)
  const size = Math.abs(value)
  if (size === 0) return '0'
  if (exact && size < 1e6 && Number.isInteger(value)) return withSeparators(value)
  if (size < 1e-6) return String(roundTo(value, 3))
  if (size < 999.5) return threeFigures(value)
  if (size < 9999.5) return withSeparators(Math.round(value))
  if (size >= 999.5e12) return roundTo(value, 3).toExponential().replace('e+', 'e')
  if (size >= 0.9995e12) return `${threeFigures(value / 1e12)}T`
  if (size >= 0.9995e9) return `${threeFigures(value / 1e9)}B`
  return size >= 0.9995e6 ? `${threeFigures(value / 1e6)}M` : `${threeFigures(value / 1e3)}K`
}

const BYTE_UNITS = ['B', 'KB', 'MB', 'GB', 'TB', 'PB', 'EB', 'ZB'] as const

function formatBytes(bytes: number): FormattedParts {
  let amount = bytes
  let step = 0
  // From 999.5 on, three digits round to the next prefix.
  while (step < BYTE_UNITS.length - 1 && Math.abs(amount) >= 999.5) {
    amount /= 1000
    step++
  }
  return { number: formatNumber(amount), unit: BYTE_UNITS[step] ?? 'B' }
}

function formatTime(seconds: number, conventions: Conventions): FormattedParts {
  const size = Math.abs(seconds)
  const steps: readonly (readonly [number, string, string])[] = [
    [conventions.year, 'year', 'years'],
    [conventions.day, 'day', 'days'],
    [3600, 'hour', 'hours'],
    [60, 'min', 'min'],
    [1, 's', 's'],
    [1e-3, 'ms', 'ms'],
    [1e-6, 'us', 'us'],
    [1e-9, 'ns', 'ns'],
  ]
  const fits = steps.find(([length]) => size >= length * 0.9995) ?? (size === 0 ? steps[4] : steps.at(-1))
  if (!fits) return { number: formatNumber(seconds), unit: 's' }
  const [length, one, many] = fits
  const number = formatNumber(seconds / length)
  return { number, unit: number === '1' ? one : many }
}

/** The period in which a rate reads best: seconds unless it happens less than once in ten of them. */
function ratePeriod(perSecond: number, conventions: Conventions): readonly [number, string] {
  const size = Math.abs(perSecond)
  if (size === 0 || size >= 0.1) return [1, '/s']
  if (size * conventions.day >= 0.1) return [conventions.day, '/day']
  return size * conventions.month >= 0.1 ? [conventions.month, '/month'] : [conventions.year, '/year']
}

function formatMoney(dollars: number): string {
  const size = Math.abs(dollars)
  const cents = size >= 1 && size < 1000 && !Number.isInteger(roundTo(size, 3))
  return `${dollars < 0 ? '-' : ''}$${cents ? size.toFixed(2) : formatNumber(size)}`
}

/** The powers of money, information and time as one number; none for powers beyond four, which have no unit of their own. */
function exponents({ money, information, time }: Dimension): number | null {
  const beyond = Math.abs(money) > 4 || Math.abs(information) > 4 || Math.abs(time) > 4
  return beyond ? null : money * 100 + information * 10 + time
}

function automaticParts(amount: Quantity, conventions: Conventions): FormattedParts {
  const { base } = amount
  switch (exponents(amount.dimension)) {
    case 0:
      return { number: formatNumber(base, true), unit: '' }
    case 1:
      return formatTime(base, conventions)
    case 10:
      return formatBytes(base)
    case 100:
      return { number: formatMoney(base), unit: '' }
    case -1: {
      const [length, unit] = ratePeriod(base, conventions)
      return { number: formatNumber(base * length), unit }
    }
    case 9: {
      const [length, per] = ratePeriod(base, conventions)
      const { number, unit } = formatBytes(base * length)
      return { number, unit: `${unit}${per}` }
    }
    case 99:
      return { number: formatMoney(base * conventions.month), unit: '/month' }
    case 90:
      return { number: formatMoney(base * 1e9), unit: '/GB' }
    case 89:
      return { number: formatMoney(base * 1e9 * conventions.month), unit: '/GB/month' }
    default: {
      const unit = dimensionName(amount.dimension)
      return { number: formatNumber(base), unit: unit.startsWith('1/') ? unit.slice(1) : unit }
    }
  }
}

function hintedParts(amount: Quantity, hint: UnitHint): FormattedParts {
  const value = amount.base / hint.scale
  if (!hint.text.startsWith('USD')) return { number: formatNumber(value, isCount(amount.dimension)), unit: hint.text }
  return { number: formatMoney(value), unit: hint.text.slice('USD'.length).trim() }
}

function labelText(labels: Labels): { above: string; below: string } {
  const nouns = Object.entries(labels)
  const above = nouns.filter(([, e]) => e > 0).map(([noun]) => noun)
  const below = nouns.filter(([, e]) => e < 0).map(([noun]) => `/${noun}`)
  return { above: above.join('*'), below: below.join('') }
}

/** The formatted amount with its number and its unit apart. */
export function formatQuantityParts(amount: Quantity, options: FormatOptions = {}): FormattedParts {
  const conventions = options.conventions ?? CALENDAR
  const parts = options.hint ? hintedParts(amount, options.hint) : automaticParts(amount, conventions)
  if (!options.labels) return parts
  const { above, below } = labelText(amount.labels)
  const unit = isCount(amount.dimension) || parts.unit.startsWith('/') ? `${above}${parts.unit}` : parts.unit
  return { number: parts.number, unit: `${unit}${below}` }
}

/**
 * A quantity in the unit in which a person would say it: `38.6 /s`, `3.04 TB`, `2 days`, `$1,500 /month`. With a hint
 * (from `in GB`) in that unit.
 */
export function formatQuantity(amount: Quantity, options: FormatOptions = {}): string {
  const { number, unit } = formatQuantityParts(amount, options)
  if (unit === '') return number
  return unit === '%' ? `${number}%` : `${number} ${unit}`
}
