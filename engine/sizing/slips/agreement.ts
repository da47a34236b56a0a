import { CALENDAR, type Conventions, namedConventions } from '#engine/quantity/conventions.ts'
import type { Dimension } from '#engine/quantity/dimension.ts'
import type { Quantity } from '#engine/quantity/quantity.ts'
import type { Amount } from '#engine/worksheet/amount.ts'
import type { Node } from '#engine/worksheet/ast.ts'
import { evaluateSheet, type WorksheetOptions } from '#engine/worksheet/evaluate-sheet.ts'

export type Verdict = 'agrees' | 'convention' | 'rounded' | 'off'
export type Agreement = { readonly verdict: Verdict; readonly reason: string; readonly convention?: string }

/** What was stated: in base units, and as written in its own unit with its significant digits. */
export type Stated = { readonly base: number; readonly number: number; readonly digits: number }

const AGREES = 0.02
const MOST_ROUNDING = 0.1

const near = (a: number, b: number, share: number) => Math.abs(a / b - 1) <= share

/**
 * True when `stated` is what a person may have made of `exact` by rounding to the digits that were written, up or down by at
 * most one of the last digit, or to a five (`35` for 33.3), and never by more than a tenth.
 */
export function isRounding(stated: Stated, exact: number): boolean {
  if (!near(stated.base, exact, MOST_ROUNDING)) return false
  const size = Math.abs(stated.number)
  if (size === 0) return false
  const step = 10 ** (Math.floor(Math.log10(size)) + 1 - stated.digits)
  const written = (exact / stated.base) * size
  if (Math.abs(written - size) < step * 0.999) return true
  const fives = Math.round(size / step) % 10 === 5
  return fives && Math.abs(written - size) <= 2.5 * step
}

const LENGTHS: readonly (readonly [number, (c: Conventions) => number])[] = [
  [86_400, c => c.day],
  [2_592_000, c => c.month],
  [31_536_000, c => c.year],
  [365, c => c.year / c.day],
]

/** The sheet under another convention: its units, and the lengths that it writes out as numbers (`/ 86400`). */
function underConvention(source: string, line: number, conventions: Conventions, options: WorksheetOptions): number | null {
  const replace = (node: Node, amount: Amount): Amount => {
    if (node.kind !== 'literal') return amount
    const length = LENGTHS.find(([written]) => node.literal.number === written && node.literal.unit.dimension.information === 0)
    if (!length) return amount
    const factor = length[1](conventions) / length[1](CALENDAR)
    const timed = node.literal.unit.day + node.literal.unit.month + node.literal.unit.year !== 0
    return timed ? amount : { ...amount, quantity: { ...amount.quantity, base: amount.quantity.base * factor } }
  }
  const sheet = evaluateSheet(source, { ...options, conventions, probe: { at: replace } })
  return sheet.lines[line - 1]?.value?.quantity.base ?? null
}

const BINARY = [
  [1, 'KiB for KB'],
  [2, 'MiB for MB'],
  [3, 'GiB for GB'],
  [4, 'TiB for TB'],
  [5, 'PiB for PB'],
] as const

/** What other conventions make of the result, as multipliers of it. `source` holds the lines that `line` depends on. */
export function conventionFactors(source: string, line: number, expected: number, options: WorksheetOptions): readonly number[] {
  return namedConventions.slice(1).flatMap(({ conventions }) => {
    const base = underConvention(source, line, conventions, options)
    return base === null || near(base, expected, 1e-9) ? [] : [base / expected]
  })
}

type Alternative = { readonly id: string; readonly title: string; readonly base: number }

function alternatives(source: string, line: number, expected: Quantity, options: WorksheetOptions): readonly Alternative[] {
  const named = namedConventions.slice(1).flatMap(({ id, title, conventions }): Alternative[] => {
    const base = underConvention(source, line, conventions, options)
    return base === null || near(base, expected.base, 1e-9) ? [] : [{ id, title, base }]
  })
  return expected.dimension.information === 0 ? named : [...named, ...binary(expected.base, expected.dimension)]
}

function binary(base: number, dimension: Dimension): Alternative[] {
  const power = dimension.information
  return BINARY.flatMap(([step, title]) => [
    { id: 'binary-prefix', title, base: base * 1.024 ** (step * power) },
    { id: 'binary-prefix', title, base: base / 1.024 ** (step * power) },
  ])
}

const roundTo = (value: number, digits: number, how: (x: number) => number) => {
  const step = 10 ** (Math.floor(Math.log10(Math.abs(value))) + 1 - digits)
  return how(value / step) * step
}

/** A value on the way that, rounded to one or two digits, gives the stated number. */
function roundedOnTheWay(source: string, line: number, stated: Stated, exact: number, options: WorksheetOptions): string | null {
  if (!near(stated.base, exact, MOST_ROUNDING)) return null
  const found: { readonly text: string; readonly line: number; readonly node: Node; readonly base: number }[] = []
  const texts = source.split('\n')
  evaluateSheet(source, {
    ...options,
    probe: {
      at: (node, amount, at) => {
        const { base } = amount.quantity
        if (node.kind === 'binary' && base !== 0 && found.length < 60) {
          found.push({ text: (texts[at - 1] ?? '').slice(node.start, node.end), line: at, node, base })
        }
        return amount
      },
    },
  })
  for (const { text, line: at, node, base } of found) {
    for (const digits of [1, 2]) {
      for (const how of [Math.round, Math.floor, Math.ceil]) {
        const rounded = roundTo(base, digits, how)
        if (rounded === base || !near(rounded, base, MOST_ROUNDING)) continue
        const probe = {
          at: (other: Node, amount: Amount, on: number): Amount =>
            on === at && other.start === node.start && other.end === node.end && other.kind === 'binary'
              ? { ...amount, quantity: { ...amount.quantity, base: rounded } }
              : amount,
        }
        const result = evaluateSheet(source, { ...options, probe }).lines[line - 1]?.value?.quantity.base
        if (result !== undefined && near(stated.base, result, 0.005)) return text
      }
    }
  }
  return null
}

/**
 * Whether a stated number is right: within 2%; or within 2% under a named convention; or rounded as it is written; or rounded
 * under a convention; or rounded on the way. `source` holds the lines that `line` depends on.
 */
export function judgeAgreement(
  source: string,
  line: number,
  expected: Quantity,
  stated: Stated,
  options: WorksheetOptions,
): Agreement {
  const exact = expected.base
  if (exact === stated.base || near(stated.base, exact, AGREES)) return { verdict: 'agrees', reason: 'the two agree to 2%' }
  if (!(stated.base / exact > 0)) return { verdict: 'off', reason: 'one of the two is zero or negative' }
  const others = alternatives(source, line, expected, options)
  const same = others.find(({ base }) => near(stated.base, base, AGREES))
  if (same) return { verdict: 'convention', reason: `right by another convention: ${same.title}`, convention: same.id }
  if (isRounding(stated, exact)) return { verdict: 'rounded', reason: 'right, rounded to the digits that are stated' }
  const rounded = others.find(({ base }) => isRounding(stated, base))
  if (rounded)
    return { verdict: 'convention', reason: `right by another convention (${rounded.title}), rounded`, convention: rounded.id }
  const way = roundedOnTheWay(source, line, stated, exact, options)
  if (way !== null) return { verdict: 'rounded', reason: `right, with \`${way}\` rounded on the way` }
  return { verdict: 'off', reason: 'no convention and no rounding explains the difference' }
}
