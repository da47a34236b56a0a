import { advance, type Cursor, current, fail, isSymbol, peek, quote, warn } from './cursor.ts'
import { combineDimensions, MONEY } from './dimension.ts'
import { lookupNoun } from './nouns.ts'
import { numberOf } from './tokens.ts'
import { readUnitExpression, type UnitExpression } from './unit-expression.ts'
import { lookupUnit } from './unit-index.ts'
import { MAGNITUDE_WORDS, MAGNITUDES } from './units.ts'

/** A number with its magnitude and unit, as one piece: `3.86K /s`, `500 B`, `20%`, `$1.5K /month`. */
export type Literal = {
  readonly start: number
  readonly end: number
  /** The number with its magnitude applied, before the unit. */
  readonly number: number
  readonly magnitude: number
  readonly unit: UnitExpression
  /** The number as written: `3.04`, `1,157`. */
  readonly written: string
}

/** Significant digits of a number as written; trailing zeros of a whole number do not count. */
export function significantDigits(text: string): number {
  const mantissa = (text.toLowerCase().split('e')[0] ?? '').replaceAll(/[,_]/g, '')
  const digits = mantissa.replace('.', '').replace(/^0+/, '')
  const counted = mantissa.includes('.') ? digits : digits.replace(/0+$/, '')
  return Math.max(1, counted.length)
}

/** `B` touching a number is a billion. It is only clear from what follows when that cannot be bytes. */
function warnAboutTouchingB(cursor: Cursor, money: boolean): void {
  const number = peek(cursor, -1)
  const letter = current(cursor)
  const next = peek(cursor, 1)
  if (money || (next.kind === 'word' && (lookupNoun(next.text) !== null || lookupUnit(next.text) !== null))) return
  const text = number.text
  warn(
    cursor,
    { start: number.start, end: letter.end },
    `${quote(`${text}B`)} is read as ${text} billion`,
    `write ${quote(`${text} B`)} for bytes`,
  )
}

function readMagnitude(cursor: Cursor, money: boolean): number | null {
  let magnitude = 1
  const token = current(cursor)
  if (token.kind !== 'word') return magnitude
  const symbol = token.text.length === 1 ? MAGNITUDES.get(token.text) : undefined
  if (symbol !== undefined && !(token.spaced && (token.text === 'B' || cursor.isName(token.text)))) {
    if (token.text === 'B') warnAboutTouchingB(cursor, money)
    advance(cursor)
    magnitude = symbol
  } else if (!token.spaced && (token.text === 'm' || token.text === 'G' || token.text === 'b')) {
    if (token.text === 'b') return magnitude
    const mend =
      token.text === 'm'
        ? 'write `M` for millions, ` min` for minutes or ` ms` for milliseconds'
        : 'write `B` for billions or ` GB` for gigabytes'
    return fail(cursor, token, `${quote(token.text)} is not a magnitude`, mend)
  }
  for (let next = current(cursor); next.kind === 'word'; next = current(cursor)) {
    const word = MAGNITUDE_WORDS.get(next.text)
    if (word === undefined) break
    cursor.index++
    magnitude *= word
  }
  return magnitude
}

/**
 * Reads a literal; the cursor stands on its number or on `$`. Null when it is malformed, with the error on the cursor.
 */
export function readLiteral(cursor: Cursor): Literal | null {
  const start = current(cursor).start
  const money = isSymbol(current(cursor), '$')
  if (money) advance(cursor)
  const number = current(cursor)
  if (number.kind !== 'number') return fail(cursor, number, 'a number is missing after `$`', 'write for example `$1.5K`')
  advance(cursor)
  if (number.splitThousands) {
    warn(cursor, number, 'inside a call a comma separates the arguments', `write ${quote(`${number.text}_000`)} for thousands`)
  }
  const magnitude = readMagnitude(cursor, money)
  if (magnitude === null) return null
  const unit = readUnitExpression(cursor)
  if (!unit) return null
  const value = numberOf(number.text) * magnitude
  const end = (cursor.tokens[cursor.index - 1] ?? number).end
  if (!Number.isFinite(value))
    return fail(cursor, { start, end }, 'this number is too large to compute with', 'use at most 300 digits')
  const priced = money ? { ...unit, dimension: combineDimensions(unit.dimension, MONEY), text: `USD${unit.text}` } : unit
  return { start, end, number: value, magnitude, unit: priced, written: number.text }
}
