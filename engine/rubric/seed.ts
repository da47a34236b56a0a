/**
 * A seed made of a text, the same everywhere: FNV-1a over its UTF-16 units (Fowler, Noll, Vo), as an unsigned 32-bit number. Scoring takes
 * the seed from the submission itself, so that the server, the terminal and a bundle draw the same samples.
 */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) {
    hash ^= text.charCodeAt(i)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}

/** The seed of a submission: of what it says, whatever the order in which its fields were written. */
export const seedOfSubmission = (submission: object): number => seedOf(stable(submission))

function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? ''
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${entries.flatMap(([key, inner]) => (inner === undefined ? [] : [`${JSON.stringify(key)}:${stable(inner)}`])).join(',')}}`
}
