import { type SearchEntry, type SearchKind, searchKinds } from './entry.ts'
import type { SearchHit } from './results.ts'

/** A result as the search engine gives it: the stored fields have no type there. */
type Found = Readonly<Record<string, unknown>> & {
  readonly id: unknown
  readonly score: number
  readonly terms: readonly string[]
}

const isKind = (value: unknown): value is SearchKind => searchKinds.some(kind => kind === value)
const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** Results with their fields read again; one that the index holds in another shape is left out. */
export function toHits(found: readonly Found[]): SearchHit[] {
  return found.flatMap(one => {
    if (!isKind(one.kind)) return []
    const entry: SearchEntry = {
      id: textOf(one.id),
      kind: one.kind,
      title: textOf(one.title),
      heading: textOf(one.heading),
      text: textOf(one.text),
      href: textOf(one.href),
    }
    return [{ ...entry, score: one.score, terms: one.terms }]
  })
}
