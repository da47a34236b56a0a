import { functionWords } from '../rationale/gates.ts'

/** Words that people leave where an answer should be. */
const placeholders = new Set([
  'tbd',
  'todo',
  'tba',
  'n/a',
  'na',
  'none',
  'asdf',
  'test',
  'foo',
  'bar',
  'xxx',
  '...',
  '-',
  '?',
  'lorem',
  'ipsum',
  'placeholder',
])

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}/{}._:-]+/gu) ?? []

/** True when a short text says something: not empty, not a placeholder, not one letter. A gate on form, not on meaning. */
export function saysSomething(text: string): boolean {
  const found = words(text)
  return (
    found.length > 0 && found.some(word => word.length > 1 || /\d/.test(word)) && !found.every(word => placeholders.has(word))
  )
}

/** A text of so many words is more than a note, and has a small word in ten; a list of the field's words has hardly any. */
const SENTENCES = 16
const SMALL = 10

/**
 * True when a box of prose holds a thought: at least four words, three of them different and not placeholders, not one word repeated, not a
 * long list of keywords.
 */
export function saysWhy(text: string): boolean {
  const found = words(text).filter(word => !placeholders.has(word))
  const different = new Set(found.filter(word => word.length > 2))
  const small = found.filter(word => functionWords.has(word)).length
  if (found.length >= SENTENCES && small * SMALL < found.length) return false
  return found.length >= 4 && different.size >= 3 && different.size * 4 >= found.length
}

/** A key is named in a few words; more of them are something else. */
const KEY_WORDS = 15

/** True when a short text can be the name of a key, such as "order id". */
export const namesKey = (text: string): boolean => saysSomething(text) && words(text).length <= KEY_WORDS
