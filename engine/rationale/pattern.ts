import type { Token } from './tokens.ts'

type Element = { readonly words: readonly string[]; readonly gap: number }
export type Pattern = {
  readonly elements: readonly Element[]
  /** A negation is part of what it says ("nobody notices"), so none around it speaks against it. */
  readonly negatable: boolean
}
/** Words that stand for one another, by the name that patterns use: `$person`. */
export type WordSets = Readonly<Record<string, readonly string[]>>
export type Match = { readonly from: number; readonly to: number }

/**
 * Reads a pattern: words by lemma or as written, `a|b` for either, `x*` for a beginning, `..3` for up to three words between, `#` for a
 * number, `#time` and `#share` for one that measures such, `$name` for a set of words, `~` for a word that an
 * earlier sentence had (`~$name` for one of a set), `!` before all for one that may be negated. Authors
 * write no regular expressions, so none can run away.
 */
export function readPattern(text: string, sets: WordSets = {}): Pattern {
  const elements: Element[] = []
  let gap = 0
  const negatable = text.trim().startsWith('!')
  for (const part of text.trim().replace(/^!\s*/, '').split(/\s+/)) {
    const between = /^\.\.(\d+)$/.exec(part)
    if (between) gap = Math.min(12, Number(between[1]))
    else {
      elements.push({
        words: part
          .toLowerCase()
          .split('|')
          .flatMap(word => expand(word, sets)),
        gap,
      })
      gap = 0
    }
  }
  return { elements, negatable }
}

function expand(word: string, sets: WordSets): readonly string[] {
  const named = /^(~?)\$([a-z]+)$/.exec(word)
  return named ? (sets[named[2] ?? ''] ?? []).map(entry => `${named[1]}${entry}`) : [word]
}

const joints = new Set(['%', '-', '/', '_', '(', ')', '"', "'", '~', '*'])

const fits = (token: Token, word: string, seen: ReadonlySet<string>): boolean => {
  if (word.startsWith('~')) return seen.has(token.lemma) && (word === '~' || fits(token, word.slice(1), seen))
  if (word === '#') return token.isNumber
  if (word === '#time' || word === '#share') return token.measures === word.slice(1)
  if (word.endsWith('*')) {
    const start = word.slice(0, -1)
    return token.word.startsWith(start) || token.lemma.startsWith(start) || token.compound.startsWith(start)
  }
  return token.word === word || token.lemma === word || token.compound === word
}

const nothing: ReadonlySet<string> = new Set()

/** Every place where a pattern stands, within one sentence. Linear in the text for a pattern of bounded gaps. */
export function findPattern(pattern: Pattern, tokens: readonly Token[], seen: ReadonlySet<string> = nothing): readonly Match[] {
  const found: Match[] = []
  for (let start = 0; start < tokens.length; start += 1) {
    const end = matchFrom(pattern, tokens, start, seen)
    if (end !== undefined) found.push({ from: start, to: end })
  }
  return found
}

/** Follows all ways at once, as the set of places that an element may have, so that no way is tried twice. */
function matchFrom(
  { elements }: Pattern,
  tokens: readonly Token[],
  start: number,
  seen: ReadonlySet<string>,
): number | undefined {
  let ends: readonly number[] = [start - 1]
  for (const [index, element] of elements.entries()) {
    const next = new Set<number>()
    for (const end of ends) {
      let latest = end + 1 + (index === 0 ? 0 : element.gap)
      for (let i = end + 1; i <= latest; i += 1) {
        const token = tokens[i]
        if (!token || token.sentence !== tokens[start]?.sentence) break
        if (element.words.some(word => fits(token, word, seen))) next.add(i)
        // Hyphens, brackets and the sign of a share are no words between.
        if (index > 0 && joints.has(token.text)) latest += 1
      }
    }
    if (next.size === 0) return undefined
    ends = [...next]
  }
  return Math.min(...ends)
}
