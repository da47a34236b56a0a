import {
  advance,
  type Cursor,
  current,
  fail,
  isSymbol,
  isWord,
  makeCursor,
  type Problem,
  peek,
  quote,
} from '#engine/quantity/cursor.ts'
import { tokenize } from '#engine/quantity/tokens.ts'
import { isKeyword } from '#engine/quantity/unit-expression.ts'
import type { Node, Statement } from './ast.ts'
import { failAfterExpression, readExpression } from './parse-expression.ts'

const MAX_LINE_LENGTH = 1000
const MAX_NAME_LENGTH = 64

export type ParsedLine =
  | { readonly ok: true; readonly statement: Statement; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly error: Problem; readonly warnings: readonly Problem[]; readonly name?: string }

/**
 * Reads one line of a worksheet. `isName` says which names have a value here, because names win over count nouns
 * and units. Never throws; takes time linear in the length of the line.
 */
export function parseLine(line: string, isName: (word: string) => boolean): ParsedLine {
  if (line.length > MAX_LINE_LENGTH) {
    const error = {
      start: MAX_LINE_LENGTH,
      end: line.length,
      message: `a line has at most 1,000 characters`,
      mend: 'split it over several names',
    }
    return { ok: false, error, warnings: [] }
  }
  const tokens = tokenize(line)
  const cursor = makeCursor(line, tokens, isName)
  const first = current(cursor)
  if (first.kind === 'end')
    return { ok: true, statement: line.trim() === '' ? { kind: 'blank' } : { kind: 'comment' }, warnings: [] }
  if (isWord(first, 'solve') && peek(cursor, 1).kind === 'word' && isSymbol(peek(cursor, 2), '=')) return parseSolve(cursor)
  const assigned = first.kind === 'word' && isSymbol(peek(cursor, 1), '=') ? first : null
  if (assigned) {
    cursor.index = 2
    if (isKeyword(assigned.text))
      fail(cursor, assigned, `${quote(assigned.text)} is a word of the language and cannot be a name`, 'choose another name')
    else if (assigned.text.length > MAX_NAME_LENGTH)
      fail(cursor, assigned, `a name has at most ${MAX_NAME_LENGTH} characters, this one has ${assigned.text.length}`)
    else if (current(cursor).kind === 'end')
      fail(
        cursor,
        assigned,
        `${quote(assigned.text)} has no value: nothing stands after \`=\``,
        'write a number or an expression',
      )
  } else {
    const equals = tokens.find(token => isSymbol(token, '='))
    if (equals)
      fail(
        cursor,
        { start: first.start, end: equals.end },
        'the left side of `=` must be one name of letters, digits and underscores',
        'write for example `peak_reads = 100 /s`',
      )
  }
  const expression: Node | null = cursor.error ? null : readExpression(cursor)
  if (expression && current(cursor).kind !== 'end') failAfterExpression(cursor, null)
  if (cursor.error || !expression) {
    const error = cursor.error ?? { start: first.start, end: line.length, message: 'this line cannot be read' }
    return { ok: false, error, warnings: cursor.warnings, ...(assigned && { name: assigned.text }) }
  }
  advance(cursor)
  const statement: Statement = assigned
    ? { kind: 'assignment', name: assigned.text, nameSpan: { start: assigned.start, end: assigned.end }, expression }
    : { kind: 'expression', expression }
  return { ok: true, statement, warnings: cursor.warnings }
}

/** `solve peak = 50K /s for urls`. */
function parseSolve(cursor: Cursor): ParsedLine {
  advance(cursor)
  const target = advance(cursor)
  advance(cursor)
  const expression = readExpression(cursor)
  const word = current(cursor)
  if (expression && !isWord(word, 'for')) {
    fail(
      cursor,
      word.kind === 'end' ? target : word,
      '`solve` needs the name to solve for',
      `write ${quote(`solve ${target.text} = ... for name`)}`,
    )
  }
  if (!cursor.error) advance(cursor)
  const unknown = current(cursor)
  if (!cursor.error && unknown.kind !== 'word')
    fail(cursor, word, 'a name is missing after `for`', 'write the name whose value you look for')
  if (!cursor.error) advance(cursor)
  if (!cursor.error && current(cursor).kind !== 'end') failAfterExpression(cursor, null)
  if (cursor.error || !expression) {
    const error = cursor.error ?? { start: target.start, end: target.end, message: 'this line cannot be read' }
    return { ok: false, error, warnings: cursor.warnings }
  }
  const statement: Statement = {
    kind: 'solve',
    target: target.text,
    targetSpan: { start: target.start, end: target.end },
    expression,
    unknown: unknown.text,
    unknownSpan: { start: unknown.start, end: unknown.end },
  }
  return { ok: true, statement, warnings: cursor.warnings }
}
