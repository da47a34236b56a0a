'use client'

import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { Button } from '../ui/button.tsx'

const RecordControl = lazy(async () => ({ default: (await import('../recording/record-control.tsx')).RecordControl }))

const wantedKey = (attemptId: string) => `tenfold:record:${attemptId}`
const recordedKey = (attemptId: string) => `tenfold:recording:${attemptId}`

/** Session storage may be forbidden; then a reload forgets. */
function take(key: string): boolean {
  try {
    const there = sessionStorage.getItem(key) !== null
    sessionStorage.removeItem(key)
    return there
  } catch {
    return false
  }
}
function leave(key: string, there: boolean): boolean {
  try {
    if (there) sessionStorage.setItem(key, '1')
    else sessionStorage.removeItem(key)
    return true
  } catch {
    return false
  }
}

/** Chromium alone holds a page to `permissions-policy` and tells of it here; the others have no such thing, and let a page ask. */
function isForbiddenHere(): boolean {
  const policy: unknown = Reflect.get(document, 'featurePolicy')
  if (typeof policy !== 'object' || policy === null) return false
  const allows: unknown = Reflect.get(policy, 'allowsFeature')
  return typeof allows === 'function' && Reflect.apply(allows, policy, ['microphone']) === false
}

/**
 * Records what is said, on this device, once it is clicked. What does it is fetched then. A sitting is mostly reached without loading a page, and the page that
 * was loaded may not use the microphone: then this one is saved and loaded first.
 */
export function RecordButton({
  attemptId,
  elapsedMs,
  open,
  flush,
}: {
  attemptId: string
  elapsedMs: number
  open: boolean
  flush: () => Promise<boolean>
}) {
  const [wanted, setWanted] = useState(false)
  const [broken, setBroken] = useState(false)
  const [unsaved, setUnsaved] = useState(false)
  useEffect(() => {
    if (take(wantedKey(attemptId))) setWanted(true)
    else setBroken(take(recordedKey(attemptId)))
  }, [attemptId])
  const onRecording = useCallback((is: boolean) => void leave(recordedKey(attemptId), is), [attemptId])

  if (wanted)
    return (
      <Suspense fallback={<span className="text-sm text-quiet">Loading the recorder…</span>}>
        <RecordControl attemptId={attemptId} elapsedMs={elapsedMs} open={open} onRecording={onRecording} />
      </Suspense>
    )
  const start = async () => {
    if (!isForbiddenHere()) return setWanted(true)
    // A page is not loaded again over a draft that the server does not have, or may not come back from a server that is gone.
    const safe = await flush()
    setUnsaved(!safe)
    if (!safe) return
    if (leave(wantedKey(attemptId), true)) location.reload()
    else setWanted(true)
  }
  return (
    <span className="flex items-center gap-2">
      {broken ? <span className="text-sm text-attention">The recording stopped with the page.</span> : null}
      {unsaved ? (
        <span role="status" className="text-sm text-attention">
          The page must be loaded once more to record, and the draft is not saved yet. Try again when it is.
        </span>
      ) : null}
      <Button size="sm" disabled={!open} onClick={start}>
        {broken ? 'Record on' : 'Record what I say'}
      </Button>
    </span>
  )
}
