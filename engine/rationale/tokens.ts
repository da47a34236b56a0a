import model from 'wink-eng-lite-web-model'
import winkNLP, { type ItemToken, type WinkMethods } from 'wink-nlp'

/** One word or mark of a text, with its place in it. */
export type Token = {
  readonly text: string
  /** Lower case. */
  readonly word: string
  readonly lemma: string
  /** With what hyphens tie to it, where the reader splits there: `in-process` for `in`; empty for others. */
  readonly compound: string
  readonly start: number
  readonly end: number
  readonly sentence: number
  /** In the scope of a negation, as far as its clause reaches. */
  readonly negated: boolean
  readonly isWord: boolean
  readonly isNumber: boolean
  /** What a number counts, when the next word says so: a time (`5s`, `two minutes`) or a share (`5%`, `1/64`, `a tenth`). */
  readonly measures?: 'time' | 'share'
  /** A name: a capital inside a sentence, or letters mixed with digits. */
  readonly isName: boolean
}

let made: WinkMethods | undefined

/** Loading the model takes a third of a second, so it waits for the first text. */
function nlp(): WinkMethods {
  made ??= winkNLP(model)
  return made
}

const numberWords = new Set(
  'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred thousand million billion half third quarter fifth tenth twelfth twice once double percent'.split(
    ' ',
  ),
)
const breaks = new Set([';', '.', '!', '?', ':', 'but', 'so', 'because', 'and', 'which', 'while', 'since', 'therefore'])
const negators = new Set([
  "n't",
  'not',
  'no',
  'never',
  'nothing',
  'none',
  'without',
  'neither',
  'nor',
  'cannot',
  'nobody',
  'skip',
  'skips',
  'avoid',
])
/** Words after which "not" denies nothing: "not only", "not just". */
const pseudo = new Set(['only', 'just', 'merely', 'simply'])
const scope = 7

const timeUnits = new Set(
  'ms millisecond milliseconds s sec secs second seconds min mins minute minutes h hour hours day days week weeks'.split(' '),
)
const shares = new Set(
  'half third quarter fifth sixth seventh eighth ninth tenth twelfth sixteenth twentieth thirtieth fortieth fiftieth hundredth thousandth'.split(
    ' ',
  ),
)

function measureOf(token: Token, next: Token | undefined): 'time' | 'share' | undefined {
  if (shares.has(token.word) || /^\d+\/\d+$/.test(token.word)) return 'share'
  if (!token.isNumber || next?.sentence !== token.sentence) return undefined
  if (next.word === '%' || next.word === 'percent') return 'share'
  return timeUnits.has(next.word) ? 'time' : undefined
}

function compoundAt(tokens: readonly Token[], at: number): string {
  let end = at
  while (
    tokens[end + 1]?.text === '-' &&
    tokens[end + 1]?.start === tokens[end]?.end &&
    tokens[end + 2]?.start === tokens[end + 1]?.end
  )
    end += 2
  const words = tokens.slice(at, end + 1).map(t => t.word)
  return end === at ? '' : words.join('')
}

/** Splits a text into words with lemma, place, sentence and the reach of negations. Never throws; text past 2 KB is not read. */
export function readTokens(text: string): readonly Token[] {
  const limited = text.slice(0, 2048)
  const { its } = nlp()
  const tokens: Token[] = []
  let at = 0
  let number = 0
  for (const sentence of sentencesOf(limited)) {
    let negatedFor = 0
    let first = true
    nlp()
      .readDoc(sentence)
      .tokens()
      .each((item: ItemToken) => {
        const raw = item.out()
        const start = limited.indexOf(raw, at)
        if (start < 0) return
        at = start + raw.length
        const word = raw.toLowerCase()
        // @ts-expect-error wink-nlp's own types disagree about its.lemma; the call is as its manual has it
        const lemma = String(item.out(its.lemma) ?? word)
        const isWord = /[\p{L}\p{N}]/u.test(raw)
        if (breaks.has(word)) negatedFor = 0
        const negator = negators.has(word)
        const next =
          limited
            .slice(at)
            .match(/^\s*([\p{L}']+)/u)?.[1]
            ?.toLowerCase() ?? ''
        tokens.push({
          text: raw,
          word,
          lemma,
          compound: '',
          start,
          end: at,
          sentence: number,
          negated: negatedFor > 0,
          isWord,
          isNumber: /\d/.test(raw) || numberWords.has(word),
          isName: (!first && /^\p{Lu}/u.test(raw) && raw !== 'I') || (/\d/.test(raw) && /\p{L}/u.test(raw)),
        })
        if (isWord) first = false
        if (negator && !pseudo.has(next)) negatedFor = scope
        else if (isWord && negatedFor > 0) negatedFor -= 1
      })
    number += 1
  }
  return tokens.map((token, i) => {
    const measures = measureOf(token, tokens[i + 1])
    return { ...token, compound: compoundAt(tokens, i), ...(measures && { measures }) }
  })
}

const sentencesOf = (text: string): readonly string[] =>
  text.match(/[^.!?\n]+(?:[.!?]+(?=\s|$)|(?:[.!?](?=\S))|\n|$)/g)?.reduce<string[]>(join, []) ?? []

/** A full stop inside "2.5" or "p99.9" ends no sentence. */
function join(list: string[], part: string): string[] {
  const last = list.at(-1)
  if (last !== undefined && /[.!?]$/.test(last) && !/^\s/.test(part)) list[list.length - 1] = last + part
  else list.push(part)
  return list
}
