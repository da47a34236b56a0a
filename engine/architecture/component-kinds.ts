import { z } from 'zod'

/** What a kind of component is for; `@store` in a rubric means any kind of the category. */
export const categories = [
  'client',
  'edge',
  'router',
  'compute',
  'cache',
  'store',
  'messaging',
  'processing',
  'control',
  'external',
] as const

const kind = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  label: z.string().min(1),
  category: z.enum(categories),
  purpose: z.string().min(1),
  aliases: z.array(z.string().min(1)).default([]).describe('Names of products and habits by which people type it'),
  stateful: z.boolean().default(false),
  managed: z.boolean().default(false).describe('Run redundantly by its provider: a single entry is no single point of failure'),
})

/** content/reference/components.yaml */
export const componentKindsSchema = z.strictObject({ kinds: z.array(kind).min(1) })

export type ComponentKind = z.infer<typeof kind>

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
