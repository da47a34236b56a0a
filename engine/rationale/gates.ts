import type { Token } from './tokens.ts'

/** The small words that hold a sentence together and mean little by themselves. */
export const functionWords: ReadonlySet<string> = new Set(
  'the a an and or of to in on at by for with from is are was were be been being it its this that these those we our they their there then so as if but not no do does did can could will would may might must should has have had than when while which who what whom where each every any all some one other into over out up down only also very more most such same own than too just about after before because between during through under until'.split(
    ' ',
  ),
)

/** The words that carry meaning, by lemma. */
export const contentWords = (tokens: readonly Token[]) =>
  tokens.filter(t => t.isWord && !t.isNumber && !functionWords.has(t.word) && !functionWords.has(t.lemma))

/** Brackets where words should be. */
export const hasPlaceholder = (text: string) =>
  /\[[\p{L} _-]{2,}\]|<[\p{L} _-]{2,}>|\{\{|\b(?:tbd|lorem ipsum|xxx)\b/iu.test(text)

/** Terms in a row: hardly a small word among them. Hurried notes have few as well, but digits, so less is asked of those. */
function isList(tokens: readonly Token[]): boolean {
  const words = tokens.filter(t => t.isWord)
  const small = words.filter(t => functionWords.has(t.word) || functionWords.has(t.lemma)).length
  const digits = words.some(t => /\d/.test(t.text))
  return (words.length >= 9 && small * 8 < words.length) || (!digits && words.length >= 12 && small * 5 < words.length)
}

/** A salad of the field's words: many of them, and hardly a word of one's own. */
export function isStuffed(tokens: readonly Token[], vocabulary: ReadonlySet<string>): boolean {
  if (isList(tokens)) return true
  const content = contentWords(tokens)
  const known = (t: Token) => vocabulary.has(t.lemma) || vocabulary.has(t.word) || vocabulary.has(t.word.replace(/s$/, ''))
  const own = new Set(content.filter(t => !known(t)).map(t => t.lemma))
  const rubric = content.filter(known).length
  return rubric >= 6 && own.size <= 3 && own.size * 4 <= rubric
}

const grams = (words: readonly string[], n: number) =>
  words.slice(0, Math.max(0, words.length - n + 1)).map((_, i) => words.slice(i, i + n).join(' '))
const wordsOf = (tokens: readonly Token[]) => tokens.filter(t => t.isWord).map(t => t.lemma)

export type Reference = { readonly text: string; readonly grams: ReadonlySet<string>; readonly content: ReadonlySet<string> }

/** Prepares a model text for comparison. */
export const toReference = (text: string, tokens: readonly Token[]): Reference => ({
  text,
  grams: new Set(grams(wordsOf(tokens), 3)),
  content: new Set(contentWords(tokens).map(t => t.lemma)),
})

/** Whoever puts numbers of their own to a known thought has thought it through. */
const hasOwnNumbers = (tokens: readonly Token[], reference: Reference) =>
  tokens.some(t => /^\d/.test(t.text) && !reference.text.includes(t.text))

/** The share of a text's three-word runs that stand in a model text, or of its content words when the words were only shuffled and bent. */
export function copiedFrom(tokens: readonly Token[], references: readonly Reference[]): Reference | undefined {
  const mine = grams(wordsOf(tokens), 3)
  const content = [...new Set(contentWords(tokens).map(t => t.lemma))]
  return references.find(reference => {
    const runs = mine.filter(gram => reference.grams.has(gram)).length
    const words = content.filter(word => reference.content.has(word)).length
    if (mine.length > 0 && runs / mine.length >= 0.4) return true
    return !hasOwnNumbers(tokens, reference) && content.length >= 8 && words / content.length >= 0.7
  })
}

/** Something that only this design would say: a number, a name, or several words that no lesson uses. */
export function isConcrete(tokens: readonly Token[], vocabulary: ReadonlySet<string>): boolean {
  const own = new Set(
    contentWords(tokens)
      .filter(t => !vocabulary.has(t.lemma) && !vocabulary.has(t.word))
      .map(t => t.lemma),
  )
  return own.size >= 4 && (tokens.some(t => t.isNumber || t.isName) || own.size >= 7)
}
