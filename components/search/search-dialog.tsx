'use client'

import { Command } from 'cmdk'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { MAX_QUERY, searchKindTitles } from '#engine/search/entry.ts'
import { groupHits } from '#engine/search/results.ts'
import { Dialog } from '../ui/dialog.tsx'
import { HitLines } from './hit-lines.tsx'
import { loadIndex, type SearchIndex } from './load-index.ts'

const MOST = 4

type Loaded =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly index: SearchIndex }
  | { readonly state: 'failed' }

/** Finds as one types: arrow keys move, Enter opens. The index is fetched with the first use. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const router = useRouter()
  const [query, setQuery] = useState('')
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' })
  useEffect(() => {
    let left = false
    loadIndex().then(
      index => (left ? undefined : setLoaded({ state: 'ready', index })),
      () => (left ? undefined : setLoaded({ state: 'failed' })),
    )
    return () => {
      left = true
    }
  }, [])
  const wanted = query.trim()
  const groups = loaded.state === 'ready' && wanted !== '' ? groupHits(loaded.index(wanted), MOST) : []
  const go = (href: string) => {
    onClose()
    router.push(href)
  }
  const page = `/search?q=${encodeURIComponent(wanted)}`
  return (
    <Dialog open onOpenChange={open => (open ? undefined : onClose())} title="Search">
      <Command label="Search" shouldFilter={false} loop>
        <Command.Input
          autoFocus
          value={query}
          onValueChange={text => setQuery(text.slice(0, MAX_QUERY))}
          placeholder="write-behind, p99, quorum"
          className="field mt-2"
        />
        <p role="status" className="mt-2 min-h-5 text-sm text-quiet">
          {loaded.state === 'loading'
            ? 'The index is on its way.'
            : loaded.state === 'failed'
              ? 'The index could not be fetched. '
              : wanted === ''
                ? 'Lessons, cards, drills, numbers, formulas, choosers and checklists.'
                : groups.length === 0
                  ? `Nothing is found for “${wanted}”. Try fewer words.`
                  : `${groups.reduce((sum, { hits, more }) => sum + hits.length + more, 0)} found`}
          {loaded.state === 'failed' ? <Link href={page}>Search on a page of its own</Link> : null}
        </p>
        <Command.List className="mt-1 max-h-[55dvh] overflow-y-auto">
          {groups.map(({ kind, hits }) => (
            <Command.Group
              key={kind}
              heading={searchKindTitles[kind]}
              className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-0.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-faint"
            >
              {hits.map(hit => (
                <Command.Item
                  key={hit.id}
                  value={hit.id}
                  onSelect={() => go(hit.href)}
                  className="cursor-pointer rounded-md px-2.5 py-1.5 text-sm data-[selected=true]:bg-accent-wash"
                >
                  <HitLines hit={hit} />
                </Command.Item>
              ))}
            </Command.Group>
          ))}
          {groups.length > 0 ? (
            <Command.Item
              value="all"
              onSelect={() => go(page)}
              className="mt-1 cursor-pointer rounded-md px-2.5 py-1.5 text-sm text-accent data-[selected=true]:bg-accent-wash"
            >
              All that is found
            </Command.Item>
          ) : null}
        </Command.List>
      </Command>
    </Dialog>
  )
}
