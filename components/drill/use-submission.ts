'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Submission } from '#engine/design/submission.ts'
import { type Autosave, createAutosave, type Head, judgeDraft, type SaveStatus } from './autosave.ts'
import { keepDraft, leftDraft } from './draft-store.ts'
import { sendRevision } from './send-revision.ts'

/** The document of the sitting: what it holds now, how its saving goes, and the ways to change it. */
export function useSubmission(
  attemptId: string,
  start: { readonly submission: Submission; readonly headId: string | null; readonly savedAtMs: number | null },
  onServerTime: (serverNowMs: number) => void,
) {
  const [submission, setSubmission] = useState(start.submission)
  const [status, setStatus] = useState<SaveStatus>({ is: 'saved', atMs: start.savedAtMs })
  const current = useRef(start.submission)
  const autosave = useMemo<Autosave>(
    () =>
      createAutosave(
        {
          send: draft => sendRevision(attemptId, draft),
          keep: draft => keepDraft(attemptId, draft),
          makeId: () => crypto.randomUUID(),
          now: () => Date.now(),
          after: (ms, run) => {
            const timer = setTimeout(run, ms)
            return () => clearTimeout(timer)
          },
          onStatus: setStatus,
          onServerTime,
        },
        { headId: start.headId, savedAtMs: start.savedAtMs },
      ),
    [attemptId, start.headId, start.savedAtMs, onServerTime],
  )

  const show = useCallback((next: Submission) => {
    current.current = next
    setSubmission(next)
  }, [])

  useEffect(() => {
    const left = leftDraft(attemptId)
    const judged = judgeDraft(left, start.headId)
    if (left && judged !== 'none') {
      show(left.submission)
      // A stale draft meets the server's answer and becomes a conflict that the person settles.
      autosave.adopt(left)
    } else if (left) keepDraft(attemptId, null)
    const send = () => void autosave.flush()
    const leave = (event: BeforeUnloadEvent) => {
      if (autosave.isUnsaved()) event.preventDefault()
    }
    const hide = () => {
      if (document.visibilityState === 'hidden') send()
    }
    window.addEventListener('online', send)
    window.addEventListener('beforeunload', leave)
    document.addEventListener('visibilitychange', hide)
    return () => {
      autosave.stop()
      window.removeEventListener('online', send)
      window.removeEventListener('beforeunload', leave)
      document.removeEventListener('visibilitychange', hide)
    }
  }, [attemptId, autosave, show, start.headId])

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
