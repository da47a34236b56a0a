'use client'

import { useEffect } from 'react'

const everyMs = 2_000

/**
 * Keeps how far the reader has come (a share of the page, 0 to 1) and goes back there on the next visit, unless the address names a
 * heading. Saves at most every two seconds, and when the page is left.
 */
export function ReadingPosition({ slug, position }: { slug: string; position: number }) {
  useEffect(() => {
    const length = () => document.documentElement.scrollHeight - window.innerHeight
    if (position > 0.02 && position < 0.98 && window.location.hash === '' && window.scrollY === 0) {
      window.scrollTo({ top: position * length(), behavior: 'instant' })
    }
    let saved = position
    let timer: ReturnType<typeof setTimeout> | undefined
    const save = () => {
      clearTimeout(timer)
      timer = undefined
      const now = length() > 0 ? Math.min(1, Math.max(0, window.scrollY / length())) : 1
      if (Math.abs(now - saved) < 0.005) return
      saved = now
      void fetch(`/api/lessons/${slug}/progress`, {
        method: 'PUT',
        keepalive: true,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ position: Math.round(now * 1000) / 1000 }),
        // A position that could not be kept is no matter to tell a reader about; the next one may be.
      }).catch(() => undefined)
    }
    const later = () => {
      timer ??= setTimeout(save, everyMs)
    }
    const leave = () => {
      if (document.visibilityState === 'hidden') save()
    }
    window.addEventListener('scroll', later, { passive: true })
    document.addEventListener('visibilitychange', leave)
    return () => {
      window.removeEventListener('scroll', later)
      document.removeEventListener('visibilitychange', leave)
      if (timer) save()
    }
  }, [slug, position])
  return null
}
