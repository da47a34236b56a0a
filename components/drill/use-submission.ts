'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Submission } from '#engine/design/submission.ts'
import { createAutosave, draftToAdopt, type Head, judgeDraft, type SaveStatus } from './autosave.ts'
import { dropDraft, keepDrafts, leftDrafts } from './draft-store.ts'
import { readStanding, sendRevision } from './send-revision.ts'

/**
 * The document of the sitting: what it holds now, how its saving goes, and the ways to change it. `serverNow` tells the server's time, whatever the
 * computer's clock says.
 */
export function useSubmission(
  attemptId: string,
  start: { readonly submission: Submission; readonly headId: string | null; readonly savedAtMs: number | null },
  { serverNow, onServerTime }: { serverNow: () => number; onServerTime: (serverNowMs: number) => void },
) {
  const [submission, setSubmission] = useState(start.submission)
  const [status, setStatus] = useState<SaveStatus>({ is: 'saved', atMs: start.savedAtMs })
  const current = useRef(start.submission)
  const show = useCallback((next: Submission) => {
    current.current = next
    setSubmission(next)
  }, [])

  // One for as long as the page is open: what a refresh of the page brings is not what this page wrote on.
  const [{ autosave, page, startHeadId }] = useState(() => {
    const own = crypto.randomUUID()
    const made = createAutosave(
      {
        send: draft => sendRevision(attemptId, draft),
        readHead: async () => (await readStanding(attemptId))?.head,
        keep: drafts => keepDrafts(attemptId, own, drafts),
        makeId: () => crypto.randomUUID(),
        now: () => Math.round(serverNow()),
        after: (ms, run) => {
          const timer = setTimeout(run, ms)
          return () => clearTimeout(timer)
        },
        onStatus: setStatus,
        onServerTime,
        onHead: show,
      },
      { headId: start.headId, savedAtMs: start.savedAtMs },
    )
    return { autosave: made, page: own, startHeadId: start.headId }
  })

  useEffect(() => {
    const left = leftDrafts(attemptId)
    for (const draft of left) if (judgeDraft(draft, startHeadId) === 'none') dropDraft(attemptId, draft.id)
    const taken = draftToAdopt(left, startHeadId)
    if (taken) {
      show(taken.submission)
      // One that does not follow the head meets the server's answer and becomes a conflict that the person settles.
      if (autosave.adopt(taken)) dropDraft(attemptId, taken.id, page)
    }
    const send = () => void autosave.flush()
    const leave = (event: BeforeUnloadEvent) => {
      if (autosave.isUnsaved()) event.preventDefault()
    }
    window.addEventListener('beforeunload', leave)
    // Before the page is put to sleep or closed, and as soon as it is back.
    document.addEventListener('visibilitychange', send)
    window.addEventListener('pagehide', send)
    return () => {
      autosave.stop()
      window.removeEventListener('beforeunload', leave)
      document.removeEventListener('visibilitychange', send)
      window.removeEventListener('pagehide', send)
    }
  }, [attemptId, autosave, page, show, startHeadId])

  const change = useCallback(
    (next: (now: Submission) => Submission) => {
      show(next(current.current))
      autosave.edit(current.current)
    },
    [autosave, show],
  )

  const resolve = useCallback(
    async (head: Head, keep: 'mine' | 'theirs') => {
      if (keep === 'theirs') show(head.submission)
      await autosave.resolve(head, keep)
    },
    [autosave, show],
  )

  return { submission, status, change, resolve, autosave }
}
