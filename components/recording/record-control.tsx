'use client'

import { Mic, Pause } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { momentWords } from '#engine/interview/recording.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { openMicrophone } from './open-microphone.ts'
import { createRecorder, type RecorderState } from './recorder.ts'
import { keepChunk } from './recording-store.ts'

type Props = {
  readonly attemptId: string
  readonly elapsedMs: number
  /** The sitting goes on; when it has ended nothing more is recorded. */
  readonly open: boolean
  /** Told whether it records, so that a page that was loaded again can offer to go on. */
  readonly onRecording: (is: boolean) => void
}

/** Records from the moment on which it is shown: somebody clicked for it. */
export function RecordControl({ attemptId, elapsedMs, open, onRecording }: Props) {
  const [state, setState] = useState<RecorderState>({ is: 'asking' })
  const [aside, setAside] = useState<RecorderState | null>(null)
  const elapsed = useRef({ ms: elapsedMs, atMs: performance.now() })
  if (elapsed.current.ms !== elapsedMs) elapsed.current = { ms: elapsedMs, atMs: performance.now() }
  const recorder = useRef<ReturnType<typeof createRecorder> | null>(null)

  useEffect(() => {
    const made = createRecorder({
      microphone: openMicrophone,
      keep: (segment, chunk) => keepChunk({ attemptId, ...segment }, chunk),
      sittingMs: () => elapsed.current.ms + (performance.now() - elapsed.current.atMs),
      now: () => performance.now(),
      makeId: () => crypto.randomUUID(),
      onState: setState,
    })
    recorder.current = made
    void made.start()
    const hide = () => made.flush()
    document.addEventListener('visibilitychange', hide)
    window.addEventListener('pagehide', hide)
    return () => {
      document.removeEventListener('visibilitychange', hide)
      window.removeEventListener('pagehide', hide)
      made.close()
      recorder.current = null
    }
  }, [attemptId])
  useEffect(() => {
    if (!open) recorder.current?.pause()
  }, [open])
  const recording = state.is === 'recording'
  useEffect(() => {
    if (state.is !== 'asking') onRecording(recording)
  }, [state.is, recording, onRecording])

  if (state.is === 'recording')
    return (
      <span className="flex items-center gap-2 text-sm">
        <span aria-hidden className="size-2.5 rounded-full bg-bad" />
        <span>
          <span role="status">Recording</span>{' '}
          <span className="num text-quiet">{momentWords(Math.max(0, elapsedMs - state.sinceMs))}</span>
        </span>
        <Button size="sm" onClick={() => recorder.current?.pause()}>
          <Pause aria-hidden className="size-3.5" />
          Pause<span className="sr-only"> the recording</span>
        </Button>
      </span>
    )
  return (
    <>
      <span className="flex items-center gap-2 text-sm">
        <span role="status" className="text-quiet">
          {state.is === 'asking' ? 'Asking for the microphone' : state.is === 'paused' ? 'Recording paused' : 'Not recording'}
        </span>
        {state.is === 'asking' ? null : (
          <Button size="sm" disabled={!open} onClick={() => void recorder.current?.start()}>
            <Mic aria-hidden className="size-3.5" />
            Record on
          </Button>
        )}
      </span>
      {state.is === 'problem' && aside !== state ? (
        // Below the clock, which stays where it was.
        <Notice tone="attention" className="order-last w-full" title="Nothing is being recorded">
          {state.message}{' '}
          <Button size="sm" variant="quiet" onClick={() => setAside(state)}>
            Put aside
          </Button>
        </Notice>
      ) : null}
    </>
  )
}
