/** A piece of one line. Offsets count UTF-16 units from the start of the line; `spaced` says that white space stands before it. */
export type Token = {
  readonly kind: 'number' | 'word' | 'symbol' | 'bad' | 'end'
  readonly text: string
  readonly start: number
  readonly end: number
  readonly spaced: boolean
  readonly value: number
  /** Numbers only: an interior comma that could have been a thousands separator (`max(1,000)`). */
  readonly splitThousands?: true
}

const SYMBOLS = new Set(['+', '-', '*', '/', '^', '(', ')', ',', '=', '%', '$'])

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

/** Cuts one line into tokens, up to a `#`. Never fails: a character that means nothing becomes a `bad` token. */
export function tokenize(line: string): readonly Token[] {
  const tokens: Token[] = []
  const callStack: boolean[] = []
  let at = 0
  let spaced = false
  const push = (kind: Token['kind'], text: string, end: number, value = Number.NaN, splitThousands = false) => {
    tokens.push({ kind, text, start: at, end, spaced, value, ...(splitThousands && { splitThousands: true as const }) })
    at = end
    spaced = false
  }
  while (at < line.length && line[at] !== '#') {
    const code = line.charCodeAt(at)
    const character = line.charAt(at)
    if (isSpace(code)) {
      at++
      spaced = true
    } else if (isDigit(code) || (character === '.' && isDigit(line.charCodeAt(at + 1)))) {
      const { end, splitThousands } = readNumber(line, at, callStack.at(-1) === true)
      const text = line.slice(at, end)
      push('number', text, end, Number(text.replaceAll(',', '').replaceAll('_', '')), splitThousands)
    } else if (isLetter(line, at)) {
      let end = at + 1
      while (end < line.length && (isLetter(line, end) || isDigit(line.charCodeAt(end)))) end++
      push('word', line.slice(at, end), end)
    } else if (character === '.' && line[at + 1] === '.') {
      push('symbol', '..', at + (line[at + 2] === '.' ? 3 : 2))
    } else {
      const symbol = LOOKALIKES.get(character) ?? character
      if (symbol === '(') callStack.push(tokens.at(-1)?.kind === 'word')
      if (symbol === ')') callStack.pop()
      const known = SYMBOLS.has(symbol) || symbol === '..'
      push(known ? 'symbol' : 'bad', symbol, at + (known ? 1 : characterLength(line, at)))
    }
  }
  push('end', '', at)
  return tokens
}

function characterLength(line: string, at: number): number {
  return (line.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}
