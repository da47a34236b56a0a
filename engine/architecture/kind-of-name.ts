import type { ComponentKind } from './component-kinds.ts'

// Apart from the schema, so that the browser loads no schema library for it.
const normal = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/**
 * Guesses the kind that a typed name means ("Redis cluster" is a cache): an exact id, label or alias first, else the longest alias that
 * stands in the name as whole words. Undefined when nothing fits.
 */
export function guessKind(kinds: readonly ComponentKind[], typed: string): ComponentKind | undefined {
  const name = normal(typed)
  if (!name) return undefined
  let best: { kind: ComponentKind; length: number } | undefined
  for (const candidate of kinds) {
    for (const alias of [candidate.id, candidate.label, ...candidate.aliases]) {
      const word = normal(alias)
      if (word === name) return candidate
      if (` ${name} `.includes(` ${word} `) && word.length > (best?.length ?? 0)) best = { kind: candidate, length: word.length }
    }
  }
  return best?.kind
}

/** True when the kind is named by one of `wanted`, each a kind's id or `@category`. */
export function isKind(kind: ComponentKind | undefined, wanted: readonly string[]): boolean {
  return kind !== undefined && (wanted.includes(kind.id) || wanted.includes(`@${kind.category}`))
}
