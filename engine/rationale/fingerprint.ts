/** Words of a run that is compared. Five in a row are hardly ever the same by chance. */
const RUN = 5
/** One run in so many is kept, chosen by its own hash, so that both sides keep the same ones. */
const KEPT = 4
/** Fewer kept runs than this say nothing. */
const FEWEST = 4
const COPIED = 0.4

const words = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** FNV-1a of 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}

function runsOf(text: string): readonly number[] {
  const list = words(text)
  const runs: number[] = []
  for (let i = 0; i + RUN <= list.length; i++) {
    const run = hash(list.slice(i, i + RUN).join(' '))
    if (run % KEPT === 0) runs.push(run)
  }
  return runs
}

/**
 * Hashes by which texts can be recognized and not be read, ascending. Source: Schleimer, Wilkerson and Aiken, Winnowing (SIGMOD 2003);
 * runs are chosen by their hash modulo four, its simplest form.
 */
export const fingerprintsOf = (texts: readonly string[]): readonly number[] =>
  [...new Set(texts.flatMap(runsOf))].sort((a, b) => a - b)

/** True when two fifths of a text's runs of five words stand in the known ones. A text of a dozen words or so is too short to tell. */
export function isCopied(text: string, known: ReadonlySet<number>): boolean {
  const runs = runsOf(text)
  return runs.length >= FEWEST && runs.filter(run => known.has(run)).length >= runs.length * COPIED
}
