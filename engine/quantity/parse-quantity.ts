import { CALENDAR, type Conventions } from './conventions.ts'
import { advance, current, isSymbol, makeCursor, type Problem, quote } from './cursor.ts'
import { readLiteral, significantDigits } from './literal.ts'
import type { Quantity } from './quantity.ts'
import { tokenize } from './tokens.ts'
import { inBaseUnits, type UnitExpression } from './unit-expression.ts'

export type ParsedQuantity = {
  readonly ok: true
  readonly quantity: Quantity
  /** The number as it was written, before its unit: 450 in `~450 GB`. */
  readonly number: number
  /** The unit as it was written, for showing it again. */
  readonly unit: UnitExpression
  /** Significant digits as written, which say how far the number was rounded. */
  readonly digits: number
  readonly warnings: readonly Problem[]
}

export type QuantityError = { readonly ok: false; readonly error: Problem }

const MAX_LENGTH = 1000
const HEDGES = ['about', 'around', 'roughly', 'approximately', 'approx.', 'approx', 'circa', 'ca.']

/** The offset after marks and words that only say "about": `~450 GB`, `≈ 40 /s`, `about 3 TB`. */
function afterHedge(text: string): number {
  let at = text.length - text.trimStart().length
  for (let moved = true; moved; ) {
    moved = false
    const rest = text.slice(at)
    const hedge = HEDGES.find(word => rest.toLowerCase().startsWith(`${word} `))
    const width = '~≈∼<>≤≥='.includes(rest.charAt(0) || ' ') ? 1 : (hedge?.length ?? 0)
    if (rest !== '' && width > 0) {
      at += width
      at += text.slice(at).length - text.slice(at).trimStart().length
      moved = true
    }
  }
  return at
}

/**
 * Reads one quantity as a person states it: `3.86K /s`, `500 B`, `20%`, `$1.5K /month`, `~450 GB`. On bad input the
 * error names what is wrong, where in the text, and a mend.
 */
export function parseQuantity(text: string, conventions: Conventions = CALENDAR): ParsedQuantity | QuantityError {
  const problem = (start: number, end: number, message: string, mend?: string): QuantityError => ({
    ok: false,
    error: { start, end, message, ...(mend !== undefined && { mend }) },
  })
  if (text.length > MAX_LENGTH) return problem(0, MAX_LENGTH, `a quantity has at most ${MAX_LENGTH} characters`)
  const offset = afterHedge(text)
  const line = ' '.repeat(offset) + text.slice(offset)
  const cursor = makeCursor(line, tokenize(line), () => false)
  const sign = isSymbol(current(cursor), '-') ? -1 : 1
  if (sign === -1 || isSymbol(current(cursor), '+')) advance(cursor)
  const first = current(cursor)
  if (first.kind === 'end') return problem(0, text.length, 'a quantity is missing', 'write for example `40 /s` or `3 TB`')
  if (first.kind !== 'number' && !isSymbol(first, '$')) {
    return problem(
      first.start,
      first.end,
      `a quantity starts with a number, not with ${quote(first.text)}`,
      'write for example `40 /s` or `3 TB`',
    )
  }
  const literal = readLiteral(cursor)
  if (!literal) return { ok: false, error: cursor.error ?? { start: 0, end: text.length, message: 'this is not a quantity' } }
  const next = current(cursor)
  if (next.kind !== 'end')
    return problem(
      next.start,
      line.length,
      `${quote(line.slice(next.start))} is left over after the quantity`,
      'state one number with its unit',
    )
  const base = sign * inBaseUnits(literal.number, literal.unit, conventions)
  if (!Number.isFinite(base)) return problem(literal.start, literal.end, 'this number is too large to compute with')
  return {
    ok: true,
    quantity: { base, dimension: literal.unit.dimension, labels: literal.unit.labels },
    number: sign * literal.number,
    unit: literal.unit,
    digits: significantDigits(literal.written),
    warnings: cursor.warnings,
  }
}
