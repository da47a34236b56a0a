import type { Metadata } from 'next'
import { z } from 'zod'
import { HitLines } from '#components/search/hit-lines.tsx'
import { Button } from '#components/ui/button.tsx'
import { EmptyState, Page } from '#components/ui/page.tsx'
import { MAX_QUERY, searchKindTitles } from '#engine/search/entry.ts'
import { groupHits } from '#engine/search/results.ts'
import { requireUser } from '#server/auth/current-user.ts'
import { searchContent, searchQuery } from '#server/search/search.ts'

export const metadata: Metadata = { title: 'Search' }

const MOST = 12
const query = z.object({ q: searchQuery })

/** The search as a page: it needs no script, and its address can be kept. */
export default async function SearchPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  await requireUser('/search')
  const { q } = query.parse(await searchParams)
  const groups = q === '' ? [] : groupHits(await searchContent(q), MOST)
  return (
    <Page title="Search" lead="Lessons by their sections, cards, drills, numbers, formulas, choosers and checklists.">
      <search>
        <form method="get" className="flex gap-2">
          <input
            type="search"
            name="q"
            aria-label="Search for"
            defaultValue={q}
            maxLength={MAX_QUERY}
            autoComplete="off"
            placeholder="write-behind, p99, quorum"
            className="field"
          />
          <Button type="submit" variant="primary">
            Search
          </Button>
        </form>
      </search>
      {groups.map(({ kind, hits, more }) => (
        <section key={kind} aria-labelledby={`found-${kind}`} className="mt-8">
          <h2 id={`found-${kind}`} className="border-b border-line pb-1 text-lg font-semibold">
            {searchKindTitles[kind]}
          </h2>
          <ul className="divide-y divide-line">
            {hits.map(hit => (
              <li key={hit.id} className="relative py-2">
                <HitLines hit={hit} linked />
              </li>
            ))}
          </ul>
          {more > 0 ? <p className="mt-1 text-sm text-quiet">{more} more; another word narrows it.</p> : null}
        </section>
      ))}
      {q !== '' && groups.length === 0 ? (
        <div className="mt-8">
          <EmptyState title={`Nothing is found for “${q}”`}>
            Every word must stand in it. Try fewer words, or a shorter one: beginnings of words are found too.
          </EmptyState>
        </div>
      ) : null}
    </Page>
  )
}
