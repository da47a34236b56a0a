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

/** True when a box of prose holds a thought: at least four words, three of them different and not placeholders, not one word repeated. */
export function saysWhy(text: string): boolean {
  const found = words(text).filter(word => !placeholders.has(word))
  const different = new Set(found.filter(word => word.length > 2))
  return found.length >= 4 && different.size >= 3 && different.size * 4 >= found.length
}
