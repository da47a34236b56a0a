'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { dropDraft, leftDrafts } from './draft-store.ts'

/** On the page of an attempt that the clock handed in: sends the drafts that this browser still holds, to be kept beside it. Shows nothing. */
export function LateDrafts({ attemptId }: { attemptId: string }) {
  const router = useRouter()
  useEffect(() => {
    const send = async () => {
      let kept = 0
      for (const { id, submission, writtenAtMs } of leftDrafts(attemptId)) {
        const response = await fetch(`/api/attempts/${attemptId}/late-draft`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ id, submission, writtenAtMs: Math.max(0, Math.round(writtenAtMs)) }),
        })
        if (!response.ok || (await response.json()).kept !== true) continue
        dropDraft(attemptId, id)
        kept += 1
      }
      if (kept > 0) router.refresh()
    }
    // Without a network the drafts stay; the next visit will do.
    send().catch(() => {})
  }, [attemptId, router])
  return null
}
