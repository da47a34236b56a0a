/** A piece of one line. Offsets count UTF-16 units from the start of the line; `spaced` says that white space stands before it. */
export type Token = {
  readonly kind: 'number' | 'word' | 'symbol' | 'bad' | 'end'
  readonly text: string
  readonly start: number
  readonly end: number
  readonly spaced: boolean
  /** Numbers only: an interior comma that could have been a thousands separator (`max(1,000)`). */
  readonly splitThousands: boolean
}

/** Typographic characters that people paste, and what they stand for. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map([
  ['×', '*'],
  ['·', '*'],
  ['÷', '/'],
  ['−', '-'],
  ['–', '-'],
  ['…', '..'],
])

const OTHER = 0
const SPACE = 1
const DIGIT = 2
const LETTER = 3
const SYMBOL = 4

/** What each ASCII character is: a look-up is several times faster than comparing, and every keystroke reads whole sheets. */
const KINDS: Uint8Array = (() => {
  const kinds = new Uint8Array(128)
  const mark = (characters: string, kind: number) => {
    for (const character of characters) kinds[character.charCodeAt(0)] = kind
  }
  mark(' \t\r', SPACE)
  mark('0123456789', DIGIT)
  mark('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_', LETTER)
  mark('+-*/^(),=%$', SYMBOL)
  return kinds
})()

const isDigit = (code: number) => code >= 48 && code <= 57
const isWideSpace = (code: number) => code === 0xa0 || /\s/.test(String.fromCharCode(code))
const WIDE_LETTER = /[\p{L}\p{M}]/u

const isWideLetter = (line: string, at: number) => line.charCodeAt(at) !== 0xb7 && WIDE_LETTER.test(line.charAt(at))

/** The end of the word that starts before `from`. */
function skipWord(line: string, from: number): number {
  let at = from
  while (at < line.length) {
    const code = line.charCodeAt(at)
    const kind = code < 128 ? KINDS[code] : isWideLetter(line, at) ? LETTER : OTHER
    if (kind !== LETTER && kind !== DIGIT) break
    at++
  }
  return at
}

/** The code there, or 0 past the end: reading a string past its end is slow. */
const codeAt = (line: string, at: number) => (at < line.length ? line.charCodeAt(at) : 0)

const COMMA = 44
const DOT = 46
const UNDERSCORE = 95

function skipDigits(line: string, from: number): number {
  let at = from
  for (;;) {
    const code = codeAt(line, at)
    if (!isDigit(code) && !(code === UNDERSCORE && isDigit(codeAt(line, at + 1)))) return at
    at++
  }
}

/** The end of `,ddd` groups after 1 to 3 digits, or `from` when there are none. */
function skipThousands(line: string, from: number): number {
  let at = from
  while (codeAt(line, at) === COMMA) {
    const end = at + 4
    if (![1, 2, 3].every(step => isDigit(codeAt(line, at + step))) || isDigit(codeAt(line, end))) break
    at = end
  }
  return at
}

/** `e6`, `E-3` after a number. */
function skipExponent(line: string, from: number): number {
  const code = codeAt(line, from)
  if (code !== 101 && code !== 69) return from
  const sign = codeAt(line, from + 1)
  const digits = from + (sign === 43 || sign === 45 ? 2 : 1)
  return isDigit(codeAt(line, digits)) ? skipDigits(line, digits) : from
}

/** What can follow the digits of a number and belong to it still. */
const goesOnAsNumber = (code: number) => code === COMMA || code === DOT || code === UNDERSCORE || code === 101 || code === 69

function numberToken(line: string, start: number, spaced: boolean, insideCall: boolean): Token {
  let end = start
  while (end < line.length && isDigit(line.charCodeAt(end))) end++
  if (end < line.length && goesOnAsNumber(line.charCodeAt(end))) return longNumberToken(line, start, spaced, insideCall)
  return { kind: 'number', text: line.slice(start, end), start, end, spaced, splitThousands: false }
}

function longNumberToken(line: string, start: number, spaced: boolean, insideCall: boolean): Token {
  let end = skipDigits(line, start)
  let splitThousands = false
  if (codeAt(line, end) === COMMA && end - start <= 3 && end > start) {
    const grouped = skipThousands(line, end)
    if (insideCall) splitThousands = grouped > end
    else end = grouped
  }
  if (codeAt(line, end) === DOT && isDigit(codeAt(line, end + 1))) end = skipDigits(line, end + 1)
  end = skipExponent(line, end)
  return { kind: 'number', text: line.slice(start, end), start, end, spaced, splitThousands }
}

const plainToken = (kind: Token['kind'], text: string, start: number, end: number, spaced: boolean): Token => ({
  kind,
  text,
  start,
  end,
  spaced,
  splitThousands: false,
})

const HASH = 35
const OPEN = 40
const CLOSE = 41

/** A dot, a lookalike, or a character that means nothing. */
function otherToken(line: string, start: number, spaced: boolean): Token {
  if (line.charCodeAt(start) === DOT && codeAt(line, start + 1) === DOT) {
    return plainToken('symbol', '..', start, start + (codeAt(line, start + 2) === DOT ? 3 : 2), spaced)
  }
  const character = line.charAt(start)
  const meant = LOOKALIKES.get(character)
  if (meant !== undefined) return plainToken('symbol', meant, start, start + 1, spaced)
  return plainToken('bad', character, start, start + characterLength(line, start), spaced)
}

function kindAt(line: string, at: number): number {
  const code = line.charCodeAt(at)
  if (code < 128) return code === DOT && isDigit(codeAt(line, at + 1)) ? DIGIT : (KINDS[code] ?? OTHER)
  if (isWideSpace(code)) return SPACE
  return isWideLetter(line, at) ? LETTER : OTHER
}

/** Cuts one line into tokens, up to a `#`. Never fails: a character that means nothing becomes a `bad` token. */
export function tokenize(line: string): readonly Token[] {
  const tokens: Token[] = []
  /** For each open parenthesis, whether it is a function's. Most lines have none. */
  let calls: boolean[] | null = null
  let at = 0
  let spaced = false
  while (at < line.length && line.charCodeAt(at) !== HASH) {
    const kind = kindAt(line, at)
    if (kind === SPACE) {
      at++
      spaced = true
      continue
    }
    let token: Token
    if (kind === DIGIT) token = numberToken(line, at, spaced, calls !== null && calls[calls.length - 1] === true)
    else if (kind === LETTER) {
      const end = skipWord(line, at + 1)
      token = plainToken('word', line.slice(at, end), at, end, spaced)
    } else if (kind === SYMBOL) {
      token = plainToken('symbol', line.charAt(at), at, at + 1, spaced)
      const code = line.charCodeAt(at)
      if (code === OPEN) {
        calls ??= []
        calls.push(tokens.length > 0 && tokens[tokens.length - 1]?.kind === 'word')
      } else if (code === CLOSE && calls !== null) calls.pop()
    } else token = otherToken(line, at, spaced)
    tokens.push(token)
    at = token.end
    spaced = false
  }
  tokens.push(plainToken('end', '', at, at, spaced))
  return tokens
}

function characterLength(line: string, at: number): number {
  return (line.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

/** The value of the text of a number token. */
export function numberOf(text: string): number {
  let whole = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (!isDigit(code) || at >= 15) return Number(text.includes(',') || text.includes('_') ? text.replace(/[,_]/g, '') : text)
    whole = whole * 10 + code - 48
  }
  return whole
}
