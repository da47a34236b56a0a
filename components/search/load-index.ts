import MiniSearch from 'minisearch'
import { type SearchEntry, searchIndexOptions } from '#engine/search/entry.ts'
import type { SearchHit } from '#engine/search/results.ts'
import { toHits } from '#engine/search/to-hits.ts'

/** What is found for a query, the best first. */
export type SearchIndex = (query: string) => readonly SearchHit[]

let kept: Promise<SearchIndex> | undefined

/** The index of this server's content, fetched once a page. Rejects when it cannot be had; the next call tries again. */
export function loadIndex(): Promise<SearchIndex> {
  kept ??= fetchIndex().catch((error: unknown) => {
    kept = undefined
    throw error
  })
  return kept
}

async function fetchIndex(): Promise<SearchIndex> {
  const answer = await fetch('/api/search-index')
  if (!answer.ok) throw new Error(`the index of the search was refused: ${answer.status}`)
  const { fields, storeFields, ...options } = searchIndexOptions
  const index = await MiniSearch.loadJSONAsync<SearchEntry>(await answer.text(), {
    ...options,
    fields: [...fields],
    storeFields: [...storeFields],
  })
  return query => toHits(index.search(query))
}
