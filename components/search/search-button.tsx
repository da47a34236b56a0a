'use client'

import { Search } from 'lucide-react'
import Link from 'next/link'
import { lazy, Suspense, useEffect, useState } from 'react'
import { buttonClass } from '../ui/button.tsx'

// The dialog and the engine that searches come with the first use.
const SearchDialog = lazy(async () => ({ default: (await import('./search-dialog.tsx')).SearchDialog }))

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))

/** Opens the search, by a click, by "/" or by Ctrl+K. Without a script it is a link to the page that searches. */
export function SearchButton() {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)
      const command = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey
      // A dialog that is open has the keys.
      if (event.defaultPrevented || !(slash || command) || document.querySelector('[role="dialog"]')) return
      event.preventDefault()
      setOpen(true)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <Link
        href="/search"
        prefetch={false}
        aria-keyshortcuts="/ Control+K"
        title="Search (/ or Ctrl+K)"
        onClick={event => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          setOpen(true)
        }}
        className={buttonClass({ variant: 'quiet', size: 'sm' }, 'ml-auto')}
      >
        <Search aria-hidden className="size-4" />
        Search
      </Link>
      {open ? (
        <Suspense>
          <SearchDialog onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
