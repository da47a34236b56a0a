import 'server-only'
import MiniSearch from 'minisearch'
import { z } from 'zod'
import { getCatalog } from '#catalog/catalog.ts'
import { MAX_QUERY, type SearchEntry, searchIndexOptions } from '#engine/search/entry.ts'
import type { SearchHit } from '#engine/search/results.ts'
import { toHits } from '#engine/search/to-hits.ts'

/** What stands in an address: cut to its length, and nothing when it is no text. */
export const searchQuery = z
  .string()
  .transform(text => text.trim().slice(0, MAX_QUERY))
  .catch('')

let loaded: { readonly text: string; readonly index: MiniSearch<SearchEntry> } | undefined

/** What is found for a query, the best first; nothing for an empty one. The index is read once for each catalog. */
export async function searchContent(query: string): Promise<readonly SearchHit[]> {
  const text = (await getCatalog()).search()
  if (loaded?.text !== text) {
    const { fields, storeFields, ...options } = searchIndexOptions
    loaded = { text, index: MiniSearch.loadJSON(text, { ...options, fields: [...fields], storeFields: [...storeFields] }) }
  }
  return toHits(loaded.index.search(query))
}
