import { createHash } from 'node:crypto'

/** How many words in a row make a run that nobody writes twice by chance. */
const RUN = 8
/** So many of them must be plain words: names and figures are nobody's own. */
const PLAIN = 6
const BYTES = 5

/** The words of a text as they are compared: without case, punctuation and markup. */
const wordsOf = (text: string): readonly string[] => text.replace(/[’']/g, '').match(/[A-Za-z0-9]+/g) ?? []

/** The runs of eight words of a text, but for those that are mostly names and figures. */
export function runsOf(text: string): readonly string[] {
  const words = wordsOf(text)
  const plain = words.map(word => /^[a-z]+$/.test(word))
  return words.flatMap((_, i) => {
    if (i + RUN > words.length) return []
    if (plain.slice(i, i + RUN).filter(Boolean).length < PLAIN) return []
    return [
      words
        .slice(i, i + RUN)
        .join(' ')
        .toLowerCase(),
    ]
  })
}

/** The first five bytes of a run's SHA-256, as a number: it tells runs apart and gives none of them away. */
export const hashOf = (run: string): number => createHash('sha256').update(run).digest().readUIntBE(0, BYTES)

/** Hashes as they are committed: five bytes each, in base64. */
export function unpackHashes(packed: string): ReadonlySet<number> {
  const bytes = Buffer.from(packed, 'base64')
  return new Set(Array.from({ length: bytes.length / BYTES }, (_, index) => bytes.readUIntBE(index * BYTES, BYTES)))
}
