import { flesch } from 'flesch'
import { syllable } from 'syllable'

export type Readability = {
  /** Words a sentence, on average. */
  readonly sentence: number
  /** Flesch's reading ease: 60 to 70 is plain English, below 30 is a paper (Flesch, A New Readability Yardstick, 1948). */
  readonly ease: number
}

/** How hard a text is to read, by its sentences and syllables; tables and headings count as they come. Zero for a text without words. */
export function readabilityOf(text: string): Readability {
  const words = text.match(/[A-Za-z][A-Za-z'’-]*/g) ?? []
  const sentences = text.split(/[.!?:](?:\s|$)|\n{2,}/).filter(part => /[A-Za-z]/.test(part)).length
  if (words.length === 0 || sentences === 0) return { sentence: 0, ease: 0 }
  const counted = { sentence: sentences, word: words.length, syllable: words.reduce((sum, word) => sum + syllable(word), 0) }
  return { sentence: Math.round((words.length / sentences) * 10) / 10, ease: Math.round(flesch(counted)) }
}
