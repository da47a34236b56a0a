import MiniSearch from 'minisearch'
import { type SearchEntry, searchIndexOptions } from '#engine/search/entry.ts'

/** The index of all entries as text, which the browser and the server load as it is. Throws when two entries have one id. */
export function buildSearchIndex(entries: readonly SearchEntry[]): string {
  const { fields, storeFields, ...options } = searchIndexOptions
  const index = new MiniSearch<SearchEntry>({ ...options, fields: [...fields], storeFields: [...storeFields] })
  index.addAll(entries)
  return JSON.stringify(index)
}
