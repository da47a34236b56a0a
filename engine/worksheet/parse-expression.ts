import { advance, type Cursor, current, fail, isSymbol, isWord, peek, quote, warn } from '#engine/quantity/cursor.ts'
import { type Literal, readLiteral } from '#engine/quantity/literal.ts'
import type { Token } from '#engine/quantity/tokens.ts'
import { bareUnit, isKeyword, NO_UNIT, readTargetUnit, readUnitExpression } from '#engine/quantity/unit-expression.ts'
import { lookupUnit } from '#engine/quantity/unit-index.ts'
import type { BinaryOperator, Node } from './ast.ts'

/** Deeper nesting than anyone writes; it keeps the reader and the evaluator off the end of the stack. */
const MAX_DEPTH = 64

/*
 * Precedence, loosest first: `in`; `+ -`; `* / of per`; ranges `..` `to`; unary minus; `^`; a unit after its operand.
 * A number with its unit is one literal, so `a / 1 GB/s` divides by 1 GB/s.
 */

function deeper<T>(cursor: Cursor, read: (cursor: Cursor) => T | null): T | null {
  if (cursor.depth >= MAX_DEPTH)
    return fail(cursor, current(cursor), `nested more than ${MAX_DEPTH} deep`, 'give a part its own line and name')
  cursor.depth++
  const result = read(cursor)
  cursor.depth--
  return result
}

/** Reads an expression with its conversions (`... in GB`). Null with the error on the cursor. */
export function readExpression(cursor: Cursor): Node | null {
  let node = readSum(cursor)
  while (node) {
    const token = current(cursor)
    if (token.kind !== 'word' || (token.text !== 'in' && token.text !== 'to')) return node
    advance(cursor)
    const unit = readTargetUnit(cursor)
    if (!unit) return null
    node = { kind: 'convert', operand: node, unit, start: node.start, end: previousEnd(cursor) }
  }
  return node
}

function previousEnd(cursor: Cursor): number {
  return peek(cursor, -1).end
}

function binary(operator: BinaryOperator, left: Node, right: Node): Node {
  return { kind: 'binary', operator, left, right, start: left.start, end: right.end }
}

function readSum(cursor: Cursor): Node | null {
  let left = readProduct(cursor)
  for (;;) {
    const token = current(cursor)
    if (!left || token.kind !== 'symbol') return left
    const operator = token.text === '+' ? '+' : token.text === '-' ? '-' : null
    if (!operator) return left
    advance(cursor)
    const right = readProduct(cursor)
    if (!right) return null
    left = binary(operator, left, right)
  }
}

/** After these an operand is not yet at its end. */
function goesOn(token: Token): boolean {
  if (token.kind === 'symbol') return token.text === '^' || token.text === '..' || token.text === '('
  return token.kind !== 'end'
}

/** A factor of a product. A name or a number with nothing special after it, which is nearly all of them, is read without the detour. */
function readFactor(cursor: Cursor): Node | null {
  const token = current(cursor)
  if (token.kind === 'word' && cursor.isName(token.text) && !goesOn(peek(cursor, 1))) {
    cursor.index++
    return { kind: 'name', name: token.text, start: token.start, end: token.end }
  }
  if (token.kind !== 'number') return readRange(cursor)
  const literal = readLiteral(cursor)
  if (!literal) return null
  const node: Node = { kind: 'literal', literal, start: literal.start, end: literal.end }
  return goesOn(current(cursor)) ? readRange(cursor, readPower(cursor, node)) : node
}

function readProduct(cursor: Cursor): Node | null {
  let left = readFactor(cursor)
  while (left) {
    const token = current(cursor)
    let operator: '*' | '/' = '*'
    if (token.kind === 'symbol') {
      if (token.text === '/') operator = '/'
      else if (token.text !== '*') return left
    } else if (token.kind !== 'word') return left
    else if (token.text === 'per') {
      const unit = readUnitExpression(cursor)
      if (!unit) return null
      left = binary('*', left, { kind: 'unit', unit, start: token.start, end: previousEnd(cursor) })
      continue
    } else if (token.text !== 'of') return left
    cursor.index++
    const right = readFactor(cursor)
    if (!right) return null
    left = binary(operator, left, right)
  }
  return null
}

/** True when `to` starts a range and not a conversion: a unit alone after it means conversion. */
function startsRange(cursor: Cursor): boolean {
  const token = current(cursor)
  if (token.kind === 'symbol') return token.text === '..'
  if (!isWord(token, 'to')) return false
  const next = peek(cursor, 1)
  if (next.kind === 'word') return cursor.isName(next.text) || (isSymbol(peek(cursor, 2), '(') && !lookupUnit(next.text))
  return !isSymbol(next, '/') && !isSymbol(next, '%')
}

function readRange(cursor: Cursor, read?: Node | null): Node | null {
  const low = read === undefined ? readUnary(cursor) : read
  if (!low || !startsRange(cursor)) return low
  advance(cursor)
  const high = readUnary(cursor)
  if (!high) return null
  if (startsRange(cursor)) return fail(cursor, current(cursor), 'a range has two ends', 'write `low..high`')
  return { kind: 'range', low: sharedUnit(cursor, low, high), high, start: low.start, end: high.end }
}

/** In `20..80 MB` and `25..35M` the low end takes the unit and magnitude of the high end. */
function sharedUnit(cursor: Cursor, low: Node, high: Node): Node {
  if (low.kind !== 'literal' || high.kind !== 'literal' || low.literal.unit !== NO_UNIT) return low
  const { number, magnitude } = low.literal
  const shares = magnitude === 1 && high.literal.magnitude !== 1 && number * high.literal.magnitude <= high.literal.number
  if (high.literal.unit === NO_UNIT && !shares) return low
  const factor = shares ? high.literal.magnitude : 1
  const literal: Literal = { ...low.literal, number: number * factor, magnitude: magnitude * factor, unit: high.literal.unit }
  if (shares) {
    const written = cursor.line.slice(low.start, low.end)
    warn(
      cursor,
      { start: low.start, end: high.end },
      `both ends of this range take the magnitude of ${quote(cursor.line.slice(high.start, high.end))}`,
      `write it after ${quote(written)} too`,
    )
  }
  return { ...low, literal }
}

function readUnary(cursor: Cursor): Node | null {
  const token = current(cursor)
  if (token.kind !== 'symbol' || (token.text !== '+' && token.text !== '-')) return readPower(cursor)
  if (token.text === '+') {
    advance(cursor)
    return deeper(cursor, readUnary)
  }
  advance(cursor)
  const operand = deeper(cursor, readUnary)
  return operand && { kind: 'negate', operand, start: token.start, end: operand.end }
}

function readPower(cursor: Cursor, read?: Node): Node | null {
  const base = read ?? readWithUnit(cursor)
  if (!base || !isSymbol(current(cursor), '^')) return base
  advance(cursor)
  const exponent = deeper(cursor, readUnary)
  return exponent && binary('^', base, exponent)
}

/** A unit right after an operand multiplies: `(a + b) GB`. After a literal the literal has taken it. */
function readWithUnit(cursor: Cursor): Node | null {
  let node = readPrimary(cursor)
  while (node && node.kind !== 'literal') {
    const token = current(cursor)
    if (token.kind !== 'word' || isKeyword(token.text) || isSymbol(peek(cursor, 1), '(')) return node
    const unit = node.kind === 'name' && token.text.length === 1 ? null : bareUnit(cursor, token)
    if (!unit) return node
    advance(cursor)
    node = binary('*', node, { kind: 'unit', unit, start: token.start, end: token.end })
  }
  return node
}

function readPrimary(cursor: Cursor): Node | null {
  const token = current(cursor)
  if (token.kind === 'number' || isSymbol(token, '$')) {
    const literal = readLiteral(cursor)
    return literal && { kind: 'literal', literal, start: literal.start, end: literal.end }
  }
  if (isSymbol(token, '(')) return readParentheses(cursor)
  if (token.kind === 'word' && !isKeyword(token.text)) return readWord(cursor, token)
  return failOnMissingOperand(cursor, token)
}

function readParentheses(cursor: Cursor): Node | null {
  const open = advance(cursor)
  if (isSymbol(current(cursor), ')'))
    return fail(cursor, { start: open.start, end: current(cursor).end }, 'nothing stands between these parentheses')
  const inside = deeper(cursor, readExpression)
  if (!inside) return null
  if (!isSymbol(current(cursor), ')')) return failAfterExpression(cursor, open)
  const { end } = advance(cursor)
  // The commonest thing in parentheses without a copy by spreading, which is slow.
  if (inside.kind === 'literal') return { kind: 'literal', literal: inside.literal, start: open.start, end }
  return { ...inside, start: open.start, end }
}

function readWord(cursor: Cursor, token: Token): Node | null {
  if (isSymbol(peek(cursor, 1), '(') && !peek(cursor, 1).spaced) return readCall(cursor)
  // One letter alone is sooner a forgotten name than a unit: `x / s` divides by a second, `a = b` does not use bits.
  const unit = token.text.length > 1 || (cursor.index > 0 && isSymbol(peek(cursor, -1), '/')) ? bareUnit(cursor, token) : null
  advance(cursor)
  if (unit) return { kind: 'unit', unit, start: token.start, end: token.end }
  return { kind: 'name', name: token.text, start: token.start, end: token.end }
}

function readCall(cursor: Cursor): Node | null {
  const name = advance(cursor)
  const open = advance(cursor)
  const parts: Node[] = []
  if (!isSymbol(current(cursor), ')')) {
    for (;;) {
      const part = deeper(cursor, readExpression)
      if (!part) return null
      parts.push(part)
      if (!isSymbol(current(cursor), ',')) break
      advance(cursor)
    }
  }
  if (!isSymbol(current(cursor), ')')) return failAfterExpression(cursor, open)
  return { kind: 'call', name: name.text, nameEnd: name.end, arguments: parts, start: name.start, end: advance(cursor).end }
}

function failOnMissingOperand(cursor: Cursor, token: Token): null {
  const before = cursor.index > 0 ? peek(cursor, -1) : null
  if (token.kind === 'bad') return failOnBadCharacter(cursor, token)
  if (token.kind === 'end') {
    const after = before ? ` after ${quote(before.text)}` : ''
    return fail(cursor, before ?? token, `a value is missing${after}`, 'write a number, a name or a parenthesis')
  }
  if (isSymbol(token, '..')) return fail(cursor, token, 'a range needs a low end', 'write `low..high`')
  if (isSymbol(token, ')'))
    return fail(cursor, token, '`)` closes nothing, or a value is missing before it', 'remove it, or write the value')
  if (isSymbol(token, '=')) return fail(cursor, token, '`=` stands once in a line, after one name', 'write `name = value`')
  if (token.kind === 'word') return fail(cursor, token, `${quote(token.text)} needs a value before it`)
  return fail(cursor, token, `a value is missing before ${quote(token.text)}`, 'write a number, a name or a parenthesis')
}

function failOnBadCharacter(cursor: Cursor, token: Token): null {
  const currency = { '€': 'euros', '£': 'pounds', '¥': 'yen', '₹': 'rupees' }[token.text]
  if (currency)
    return fail(cursor, token, `${currency} are not a unit, because exchange rates change`, 'convert to US dollars and write `$`')
  const mend = {
    '{': 'use `(`',
    '}': 'use `)`',
    '[': 'use `(`, or `low..high` for a range',
    ']': 'use `)`',
    ':': 'write `name = value`',
    '.': 'write `0.5` for a half',
  }[token.text]
  return fail(
    cursor,
    token,
    `${quote(token.text)} means nothing in a worksheet`,
    mend ?? 'remove it, or put it in a comment after `#`',
  )
}

/** An expression has ended and something else stands here: says what was probably meant. */
export function failAfterExpression(cursor: Cursor, open: Token | null): null {
  const token = current(cursor)
  const before = peek(cursor, -1)
  if (token.kind === 'bad') return failOnBadCharacter(cursor, token)
  if (token.kind === 'end') return fail(cursor, open ?? token, '`(` is not closed', 'add `)`')
  if (isSymbol(token, ')')) return fail(cursor, token, '`)` closes nothing', 'remove it')
  if (isSymbol(token, '=')) return fail(cursor, token, '`=` stands once in a line, after one name', 'write `name = value`')
  if (isSymbol(token, ','))
    return fail(
      cursor,
      token,
      'a comma only separates the arguments of a function',
      'write `10_000` or `10,000` for thousands, with three digits after each comma',
    )
  if (isSymbol(token, '%'))
    return fail(
      cursor,
      token,
      '`%` stands right after a number',
      `write ${quote(`${before.text} / 100`)} or ${quote(`${before.text} in %`)}`,
    )
  if (token.kind === 'symbol' && token.text !== '(' && token.text !== '$')
    return fail(cursor, token, `${quote(token.text)} does not fit here`)
  const piece = token.kind === 'word' || token.kind === 'number' ? token.text : '(...)'
  return fail(
    cursor,
    token,
    `an operator is missing between ${quote(before.text)} and ${quote(piece)}`,
    `write ${quote(`${before.text} * ${piece}`)}, or put words in a comment after \`#\``,
  )
}
