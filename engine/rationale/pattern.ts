import type { Token } from './tokens.ts'

type Element = { readonly words: readonly string[]; readonly gap: number }
export type Pattern = readonly Element[]
export type Match = { readonly from: number; readonly to: number }

/**
 * Reads a pattern: words by lemma or as written, `a|b` for either, `x*` for a beginning, `..3` for up to three words between, `#` for a
 * number. Authors write no regular expressions, so none can run away.
 */
export function readPattern(text: string): Pattern {
  const elements: Element[] = []
  let gap = 0
  for (const part of text.trim().split(/\s+/)) {
    const between = /^\.\.(\d+)$/.exec(part)
    if (between) gap = Math.min(12, Number(between[1]))
    else {
      elements.push({ words: part.toLowerCase().split('|'), gap })
      gap = 0
    }
  }
  return elements
}

const fits = (token: Token, word: string): boolean => {
  if (word === '#') return token.isNumber
  if (word.endsWith('*')) return token.word.startsWith(word.slice(0, -1)) || token.lemma.startsWith(word.slice(0, -1))
  return token.word === word || token.lemma === word
}

/** Every place where a pattern stands, within one sentence. Linear in the text for a pattern of bounded gaps. */
export function findPattern(pattern: Pattern, tokens: readonly Token[]): readonly Match[] {
  const found: Match[] = []
  for (let start = 0; start < tokens.length; start += 1) {
    const end = matchFrom(pattern, tokens, start)
    if (end !== undefined) found.push({ from: start, to: end })
  }
  return found
}

function matchFrom(pattern: Pattern, tokens: readonly Token[], start: number): number | undefined {
  let at = start
  for (const [index, element] of pattern.entries()) {
    const latest = index === 0 ? at : at + element.gap
    let hit: number | undefined
    for (let i = at; i <= latest && i < tokens.length; i += 1) {
      const token = tokens[i]
      if (!token || token.sentence !== tokens[start]?.sentence) break
      if (element.words.some(word => fits(token, word))) {
        hit = i
        break
      }
    }
    if (hit === undefined) return undefined
    at = hit + 1
  }
  return at - 1
}
