import type { Conventions } from './conventions.ts'
import { advance, type Cursor, current, fail, isSymbol, isWord, peek, quote, warn } from './cursor.ts'
import { COUNT, combineDimensions, type Dimension } from './dimension.ts'
import { combineLabels, type Labels, NO_LABELS } from './labels.ts'
import { nearestName } from './nearest-name.ts'
import { lookupNoun } from './nouns.ts'
import type { Quantity } from './quantity.ts'
import { numberOf, type Token } from './tokens.ts'
import { isAmbiguousUnit, lookupUnit, type Unit, unitSpellings } from './unit-index.ts'
import { MAGNITUDE_WORDS } from './units.ts'

/** A product of units as written (`GB/s`, `posts/user/day`), its factor still open in the lengths of day, month and year. */
export type UnitExpression = {
  readonly text: string
  readonly factor: number
  /** What to divide by, kept apart from `factor` so that `100M /day` is the exact quotient. */
  readonly divisor: number
  readonly day: number
  readonly month: number
  readonly year: number
  readonly dimension: Dimension
  readonly labels: Labels
}

export const NO_UNIT: UnitExpression = {
  text: '',
  factor: 1,
  divisor: 1,
  day: 0,
  month: 0,
  year: 0,
  dimension: COUNT,
  labels: NO_LABELS,
}
const PERCENT: UnitExpression = { ...NO_UNIT, text: '%', factor: 0.01 }

/** Words that join and are never units or names. */
export const KEYWORDS: ReadonlySet<string> = new Set(['in', 'to', 'per', 'of', 'for'])

export const isKeyword = (word: string): boolean => word.length > 1 && word.length <= 3 && KEYWORDS.has(word)

/** `amount` of this unit in base units, under these conventions. */
export function inBaseUnits(amount: number, unit: UnitExpression, conventions: Conventions): number {
  if (unit === NO_UNIT) return amount
  let above = unit.factor
  let below = unit.divisor
  if (unit.day === 0 && unit.month === 0 && unit.year === 0) return (amount * above) / below
  const { day, month, year } = unit
  if (day > 0) above *= conventions.day ** day
  if (day < 0) below *= conventions.day ** -day
  if (month > 0) above *= conventions.month ** month
  if (month < 0) below *= conventions.month ** -month
  if (year > 0) above *= conventions.year ** year
  if (year < 0) below *= conventions.year ** -year
  return (amount * above) / below
}

/** How many base units one of it is, under these conventions. */
export function unitScale(unit: UnitExpression, conventions: Conventions): number {
  return inBaseUnits(1, unit, conventions)
}

export function unitQuantity(unit: UnitExpression, conventions: Conventions): Quantity {
  return { base: unitScale(unit, conventions), dimension: unit.dimension, labels: unit.labels }
}

function timesUnit(expression: UnitExpression, unit: Unit, power: 1 | -1): UnitExpression {
  const { convention } = unit
  return {
    text: '',
    factor: power === 1 ? expression.factor * unit.factor : expression.factor,
    divisor: power === 1 ? expression.divisor : expression.divisor * unit.factor,
    day: expression.day + (convention === 'day' ? power : 0),
    month: expression.month + (convention === 'month' ? power : 0),
    year: expression.year + (convention === 'year' ? power : 0),
    dimension: combineDimensions(expression.dimension, unit.dimension, power),
    labels: expression.labels,
  }
}

const single = new Map<Unit, UnitExpression>()

/** One of a unit, as its name writes it. Made once: most numbers of a sheet carry one of a few. */
function oneOf(unit: Unit): UnitExpression {
  const known = single.get(unit)
  if (known) return known
  const made = { ...timesUnit(NO_UNIT, unit, 1), text: unit.name }
  single.set(unit, made)
  return made
}

/** As `{...unit, text}`, which is several times slower. */
function withText({ factor, divisor, day, month, year, dimension, labels }: UnitExpression, text: string): UnitExpression {
  return { text, factor, divisor, day, month, year, dimension, labels }
}

function timesNoun(expression: UnitExpression, noun: string, power: 1 | -1): UnitExpression {
  return { ...expression, labels: combineLabels(expression.labels, { [noun]: 1 }, power) }
}

/** A unit that stands alone, as in `stored / GB`: not a name, not one that is only read after a number. */
export function bareUnit(cursor: Cursor, token: Token): UnitExpression | null {
  if (cursor.isName(token.text)) return null
  const unit = lookupUnit(token.text)
  return unit && !unit.afterNumber ? oneOf(unit) : null
}

function suggestUnit(word: string): string | null {
  return nearestName(word, unitSpellings())
}

function failOnAmbiguousUnit(cursor: Cursor, token: Token): null {
  const prefix = token.text.charAt(0).toUpperCase()
  const bytes = `${prefix}B`
  const bits = `${prefix}b`
  return fail(
    cursor,
    token,
    `${quote(token.text)} could be bits or bytes`,
    `write ${quote(bytes)} for bytes or ${quote(bits)} for bits`,
  )
}

/** Reads the word after a number. The cursor stands on it. */
function readFirstWord(cursor: Cursor): UnitExpression | null {
  const token = current(cursor)
  const word = token.text
  const unit = lookupUnit(word)
  if (unit) {
    advance(cursor)
    return oneOf(unit)
  }
  if (isAmbiguousUnit(word)) return failOnAmbiguousUnit(cursor, token)
  const noun = lookupNoun(word)
  if (cursor.isName(word)) {
    if (noun === null) return fail(cursor, token, `an operator is missing before ${quote(word)}`, `write ${quote(`* ${word}`)}`)
    warn(
      cursor,
      token,
      `${quote(word)} right after a number is read as the noun, not as your ${quote(word)}`,
      `write ${quote(`* ${word}`)} to multiply`,
    )
  }
  if (noun === null) {
    const near = suggestUnit(word)
    if (near !== null || !token.spaced) {
      const mend =
        near === null ? 'put a space before a count noun, or an operator before a name' : `did you mean ${quote(near)}?`
      return fail(cursor, token, `${quote(word)} is not a unit`, mend)
    }
    warn(cursor, token, `${quote(word)} is not a unit: it is read as a count noun`)
  }
  advance(cursor)
  return timesNoun(NO_UNIT, noun ?? word, 1)
}

/** Reads the word after `/`, or returns null without an error when it is not part of the unit. The cursor stands on the slash. */
function readSlashWord(cursor: Cursor, expression: UnitExpression): UnitExpression | null {
  const slash = current(cursor)
  const token = peek(cursor, 1)
  if (token.kind !== 'word' || isKeyword(token.text) || isSymbol(peek(cursor, 2), '(')) return null
  const touching = !slash.spaced && !token.spaced
  const unit = lookupUnit(token.text)
  if (cursor.isName(token.text) && !(unit && touching && expression.text !== '')) return null
  if (unit && !unit.afterNumber) {
    cursor.index += 2
    return timesUnit(expression, unit, -1)
  }
  if (isAmbiguousUnit(token.text)) return failOnAmbiguousUnit(cursor, token)
  // `1000 / users` divides by a name that may be misspelt; only `1000 /user` is a label.
  const noun = token.spaced ? null : lookupNoun(token.text)
  if (noun === null) return null
  cursor.index += 2
  return timesNoun(expression, noun, -1)
}

function readPerWord(cursor: Cursor, expression: UnitExpression): UnitExpression | null {
  const per = advance(cursor)
  const token = current(cursor)
  if (token.kind !== 'word' || isKeyword(token.text))
    return fail(cursor, per, '`per` needs a unit or a count noun after it', 'write `per second`')
  const unit = lookupUnit(token.text)
  if (unit && !unit.afterNumber) {
    advance(cursor)
    return timesUnit(expression, unit, -1)
  }
  if (isAmbiguousUnit(token.text)) return failOnAmbiguousUnit(cursor, token)
  const noun = lookupNoun(token.text)
  if (noun === null) {
    const near = suggestUnit(token.text)
    if (near !== null) return fail(cursor, token, `${quote(token.text)} is not a unit`, `did you mean ${quote(near)}?`)
    warn(cursor, token, `${quote(token.text)} is not a unit: it is read as a count noun`)
  }
  advance(cursor)
  return timesNoun(expression, noun ?? token.text, -1)
}

/** `GB-month`: a unit joined by a hyphen without spaces multiplies the side of the slash that it stands on. */
function readHyphenUnit(cursor: Cursor, expression: UnitExpression, side: 1 | -1): UnitExpression | null {
  const hyphen = current(cursor)
  const token = peek(cursor, 1)
  if (!isSymbol(hyphen, '-') || hyphen.spaced || token.spaced || token.kind !== 'word' || cursor.isName(token.text)) return null
  const unit = lookupUnit(token.text)
  if (!unit || unit.afterNumber) return null
  cursor.index += 2
  return timesUnit(expression, unit, side)
}

/**
 * Reads the unit after a number: `GB`, `GB/s`, `/month`, `posts/user/day`, `per second`, `%`. Returns `NO_UNIT` when
 * there is none, and null when what stands there is wrong (the cursor has the error).
 */
export function readUnitExpression(cursor: Cursor): UnitExpression | null {
  const first = current(cursor)
  const start = first.start
  let expression: UnitExpression = NO_UNIT
  let side: 1 | -1 = 1
  if (isSymbol(first, '%')) {
    advance(cursor)
    return PERCENT
  }
  if (first.kind === 'word' && !isKeyword(first.text)) {
    const read = readFirstWord(cursor)
    if (!read) return null
    expression = read.text === first.text ? read : { ...read, text: first.text }
  }
  for (;;) {
    const token = current(cursor)
    // Only a slash, a hyphen or a word can carry a unit on.
    if (token.kind === 'symbol' ? token.text !== '/' && token.text !== '-' : token.kind !== 'word') return expression
    const next: UnitExpression | null = isSymbol(token, '/')
      ? readSlashWord(cursor, expression)
      : isWord(token, 'per')
        ? readPerWord(cursor, expression)
        : expression.text === ''
          ? null
          : readHyphenUnit(cursor, expression, side)
    if (cursor.error) return null
    if (!next) return expression
    if (!isSymbol(token, '-')) side = -1
    expression = withText(next, cursor.line.slice(start, (cursor.tokens[cursor.index - 1] ?? token).end))
  }
}

/**
 * Reads the unit after `in`: as after a number, and also `1/s`, `$`, `K`, `million`. Null with an error on the cursor
 * when there is none.
 */
export function readTargetUnit(cursor: Cursor): UnitExpression | null {
  const token = current(cursor)
  if (token.kind === 'number' && numberOf(token.text) === 1 && isSymbol(peek(cursor, 1), '/')) advance(cursor)
  if (isSymbol(token, '$')) {
    advance(cursor)
    const dollars = lookupUnit('USD')
    const rest = readUnitExpression(cursor)
    if (!rest || !dollars) return null
    return { ...timesUnit(rest, dollars, 1), text: `USD${rest.text}` }
  }
  const magnitude = token.kind === 'word' ? (MAGNITUDE_WORDS.get(token.text) ?? { K: 1e3, M: 1e6 }[token.text]) : undefined
  if (magnitude !== undefined && !lookupUnit(token.text)) {
    advance(cursor)
    const rest = readUnitExpression(cursor)
    return rest && { ...rest, factor: rest.factor * magnitude, text: `${token.text}${rest.text && ` ${rest.text}`}` }
  }
  const before = cursor.index
  const unit = readUnitExpression(cursor)
  if (!unit) return null
  if (cursor.index === before)
    return fail(cursor, token, 'a unit is missing here', 'write for example `in GB`, `in /day` or `in %`')
  return unit
}
