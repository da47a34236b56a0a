import type { Token } from './tokens.ts'

/** Something to tell about a stretch of one line. Offsets are into the line, `end` exclusive. */
export type Problem = {
  readonly start: number
  readonly end: number
  readonly message: string
  readonly mend?: string
}

/** Where a reader stands in a line, and what it has found. The first error stands; readers return null once it is set. */
export type Cursor = {
  readonly line: string
  readonly tokens: readonly Token[]
  /** True for a name that has a value here: names win over count nouns. */
  readonly isName: (word: string) => boolean
  readonly warnings: Problem[]
  index: number
  depth: number
  error: Problem | null
}

const END: Token = { kind: 'end', text: '', start: 0, end: 0, spaced: false, splitThousands: false }

export function makeCursor(line: string, tokens: readonly Token[], isName: (word: string) => boolean): Cursor {
  return { line, tokens, isName, warnings: [], index: 0, depth: 0, error: null }
}

/** The token on which the cursor stands. It never passes the end of the line. */
export function current(cursor: Cursor): Token {
  return cursor.tokens[cursor.index] ?? END
}

/** The token that many places ahead; the end of the line beyond it. */
export function peek(cursor: Cursor, ahead: number): Token {
  const { tokens } = cursor
  const at = cursor.index + ahead
  return (at >= 0 && at < tokens.length ? tokens[at] : tokens[tokens.length - 1]) ?? END
}

export function advance(cursor: Cursor): Token {
  const token = current(cursor)
  if (token.kind !== 'end') cursor.index++
  return token
}

export function isSymbol(token: Token, text: string): boolean {
  return token.kind === 'symbol' && token.text === text
}

export function isWord(token: Token, text: string): boolean {
  return token.kind === 'word' && token.text === text
}

/** Records the first error and returns null, so that a reader can `return fail(...)`. */
export function fail(cursor: Cursor, at: { start: number; end: number }, message: string, mend?: string): null {
  cursor.error ??= { start: at.start, end: at.end, message, ...(mend !== undefined && { mend }) }
  return null
}

export function warn(cursor: Cursor, at: { start: number; end: number }, message: string, mend?: string): void {
  cursor.warnings.push({ start: at.start, end: at.end, message, ...(mend !== undefined && { mend }) })
}

/** Quotes text of a sheet for a message, cut to a length that a person reads. */
export function quote(text: string): string {
  const short = text.length > 40 ? `${text.slice(0, 37)}...` : text
  return `\`${short}\``
}
