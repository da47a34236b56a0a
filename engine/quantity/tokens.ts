/** A piece of one line. Offsets count UTF-16 units from the start of the line; `spaced` says that white space stands before it. */
export type Token = {
  readonly kind: 'number' | 'word' | 'symbol' | 'bad' | 'end'
  readonly text: string
  readonly start: number
  readonly end: number
  readonly spaced: boolean
  readonly value: number
  /** Numbers only: an interior comma that could have been a thousands separator (`max(1,000)`). */
  readonly splitThousands: boolean
}

const SYMBOLS = new Set(['..', '+', '-', '*', '/', '^', '(', ')', ',', '=', '%', '$'])

/** Typographic characters that people paste, and what they stand for. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map([
  ['×', '*'],
  ['·', '*'],
  ['÷', '/'],
  ['−', '-'],
  ['–', '-'],
  ['…', '..'],
])

const isDigit = (code: number) => code >= 48 && code <= 57
const isAsciiLetter = (code: number) => (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95
const isSpace = (code: number) =>
  code === 32 || code === 9 || code === 13 || code === 0xa0 || (code > 127 && /\s/.test(String.fromCharCode(code)))

function isLetter(line: string, at: number): boolean {
  const code = line.charCodeAt(at)
  return code < 128 ? isAsciiLetter(code) : code !== 0xb7 && /[\p{L}\p{M}]/u.test(line.charAt(at))
}

function continuesWord(line: string, at: number): boolean {
  const code = line.charCodeAt(at)
  return code < 128 ? isAsciiLetter(code) || isDigit(code) : isLetter(line, at)
}

function skipDigits(line: string, from: number): number {
  let at = from
  while (isDigit(line.charCodeAt(at)) || (line[at] === '_' && isDigit(line.charCodeAt(at + 1)))) at++
  return at
}

/** The end of `,ddd` groups after 1 to 3 digits, or `from` when there are none. */
function skipThousands(line: string, from: number): number {
  let at = from
  while (line[at] === ',') {
    const end = at + 4
    if (![1, 2, 3].every(step => isDigit(line.charCodeAt(at + step))) || isDigit(line.charCodeAt(end))) break
    at = end
  }
  return at
}

function numberOf(text: string): number {
  return Number(text.includes(',') || text.includes('_') ? text.replace(/[,_]/g, '') : text)
}

function readNumber(line: string, start: number, insideCall: boolean): { end: number; splitThousands: boolean } {
  let at = skipDigits(line, start)
  let splitThousands = false
  if (at - start <= 3 && at > start) {
    const end = skipThousands(line, at)
    if (insideCall) splitThousands = end > at
    else at = end
  }
  if (line[at] === '.' && isDigit(line.charCodeAt(at + 1))) at = skipDigits(line, at + 1)
  if (line[at] === 'e' || line[at] === 'E') {
    const sign = line[at + 1] === '+' || line[at + 1] === '-' ? 1 : 0
    if (isDigit(line.charCodeAt(at + 1 + sign))) at = skipDigits(line, at + 1 + sign)
  }
  return { end: at, splitThousands }
}

const HASH = 35
const DOT = 46

/** Cuts one line into tokens, up to a `#`. Never fails: a character that means nothing becomes a `bad` token. */
export function tokenize(line: string): readonly Token[] {
  const tokens: Token[] = []
  const callStack: boolean[] = []
  let at = 0
  let spaced = false
  while (at < line.length) {
    const start = at
    const code = line.charCodeAt(at)
    if (code === HASH) break
    if (isSpace(code)) {
      at++
      spaced = true
      continue
    }
    let kind: Token['kind'] = 'symbol'
    let text = ''
    let value = Number.NaN
    let splitThousands = false
    if (isDigit(code) || (code === DOT && isDigit(line.charCodeAt(at + 1)))) {
      const number = readNumber(line, at, callStack[callStack.length - 1] === true)
      kind = 'number'
      at = number.end
      text = line.slice(start, at)
      value = numberOf(text)
      splitThousands = number.splitThousands
    } else if (isLetter(line, at)) {
      kind = 'word'
      at++
      while (at < line.length && continuesWord(line, at)) at++
      text = line.slice(start, at)
    } else if (code === DOT && line.charCodeAt(at + 1) === DOT) {
      text = '..'
      at += line.charCodeAt(at + 2) === DOT ? 3 : 2
    } else {
      const character = line.charAt(at)
      text = code < 128 ? character : (LOOKALIKES.get(character) ?? character)
      if (text === '(') callStack.push(tokens[tokens.length - 1]?.kind === 'word')
      else if (text === ')') callStack.pop()
      if (SYMBOLS.has(text)) at++
      else {
        kind = 'bad'
        at += characterLength(line, at)
      }
    }
    tokens.push({ kind, text, start, end: at, spaced, value, splitThousands })
    spaced = false
  }
  tokens.push({ kind: 'end', text: '', start: at, end: at, spaced, value: Number.NaN, splitThousands: false })
  return tokens
}

function characterLength(line: string, at: number): number {
  return (line.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}
