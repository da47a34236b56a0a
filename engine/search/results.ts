import { type SearchEntry, type SearchKind, searchKinds } from './entry.ts'

export type SearchHit = SearchEntry & { readonly score: number; readonly terms: readonly string[] }
export type SearchGroup = { readonly kind: SearchKind; readonly hits: readonly SearchHit[]; readonly more: number }

/** Hits by their kind, the kind with the best hit first; at most `most` of each, the rest counted. */
export function groupHits(hits: readonly SearchHit[], most: number): readonly SearchGroup[] {
  const best = (kind: SearchKind) => Math.max(...hits.flatMap(hit => (hit.kind === kind ? [hit.score] : [])))
  return searchKinds
    .filter(kind => hits.some(hit => hit.kind === kind))
    .map(kind => ({ kind, best: best(kind), all: hits.filter(hit => hit.kind === kind) }))
    .sort((a, b) => b.best - a.best)
    .map(({ kind, all }) => ({
      kind,
      hits: all.toSorted((a, b) => b.score - a.score).slice(0, most),
      more: Math.max(0, all.length - most),
    }))
}

export type SnippetPiece = { readonly text: string; readonly marked: boolean }

const AROUND = 60
const LENGTH = 180

/** The part of a text around the first of the terms, cut at words, with the terms marked. The beginning, when none stands in it. */
export function snippet(text: string, terms: readonly string[]): readonly SnippetPiece[] {
  const wanted = terms.filter(Boolean).map(term => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const pattern =
    wanted.length === 0 ? undefined : new RegExp(`(?<![\\p{L}\\p{N}])(${wanted.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  const first = pattern ? text.search(pattern) : -1
  const from = first <= AROUND ? 0 : text.indexOf(' ', first - AROUND) + 1
  const whole = text.length <= from + LENGTH
  const to = whole ? text.length : text.lastIndexOf(' ', from + LENGTH)
  const shown = text.slice(from, to > from ? to : from + LENGTH)
  const pieces: SnippetPiece[] = pattern
    ? shown.split(pattern).flatMap((piece, index) => (piece === '' ? [] : [{ text: piece, marked: index % 2 === 1 }]))
    : [{ text: shown, marked: false }]
  return [...(from > 0 ? [{ text: '… ', marked: false }] : []), ...pieces, ...(whole ? [] : [{ text: ' …', marked: false }])]
}
