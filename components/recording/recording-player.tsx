'use client'

import { Pause, Play } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { inOrder, momentWords, type Segment, soundAt } from '#engine/interview/recording.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { deleteFromServer, keepOnServer } from './keep-on-server.ts'
import { type DeviceSegment, deleteFromDevice, segmentsOnDevice } from './recording-store.ts'
import { useSound } from './use-sound.ts'

type Props = {
  readonly attemptId: string
  /** What the server keeps. */
  readonly kept: readonly Segment[]
  /** What it may keep of one attempt; 0: nothing. */
  readonly mostMegabytes: number
  readonly window: { readonly fromMs: number; readonly toMs: number }
  readonly onMoment: (ms: number) => void
}

const megabytes = (segments: readonly Segment[]) =>
  `${Math.max(0.1, segments.reduce((sum, s) => sum + s.bytes, 0) / 1_000_000).toFixed(1)} MB`
const spanWords = ({ startMs, durationMs }: Segment) => `${momentWords(startMs)} to ${momentWords(startMs + durationMs)}`

/** What was said in the sitting, beside its replay; nothing where nothing was recorded. */
export function RecordingPlayer({ attemptId, kept: keptFirst, mostMegabytes, window, onMoment }: Props) {
  const [device, setDevice] = useState<readonly DeviceSegment[]>([])
  const [kept, setKept] = useState(keptFirst)
  const [deleted, setDeleted] = useState('')
  useEffect(() => {
    let here = true
    segmentsOnDevice(attemptId)
      .then(found => here && setDevice(found))
      // A browser that keeps nothing has nothing of this sitting.
      .catch(() => {})
    return () => {
      here = false
    }
  }, [attemptId])

  const segments = useMemo<readonly Segment[]>(
    () => inOrder([...device, ...kept.filter(k => !device.some(d => d.id === k.id))]),
    [device, kept],
  )
  if (segments.length === 0)
    return deleted ? (
      <p role="status" className="mt-4 text-sm text-quiet">
        {deleted}
      </p>
    ) : null
  return (
    <section aria-labelledby="recording-title" className="card mt-4 p-4">
      <h2 id="recording-title" className="font-semibold">
        What you said
      </h2>
      <Deck attemptId={attemptId} segments={segments} device={device} window={window} onMoment={onMoment} />
      <Keeping
        attemptId={attemptId}
        device={device}
        kept={kept}
        mostMegabytes={mostMegabytes}
        onKept={segment => setKept(now => [...now.filter(k => k.id !== segment.id), segment])}
        onDeleted={where => {
          if (where === 'device') setDevice([])
          else setKept([])
          setDeleted(`The recording is deleted from ${where === 'device' ? 'this device' : 'the server'}.`)
        }}
      />
    </section>
  )
}

type DeckProps = Pick<Props, 'attemptId' | 'window' | 'onMoment'> & {
  segments: readonly Segment[]
  device: readonly DeviceSegment[]
}

function Deck({ attemptId, segments, device, window, onMoment }: DeckProps) {
  const urls = useRef(new Map<string, string>())
  useEffect(() => {
    const made = urls.current
    return () => {
      for (const url of made.values()) URL.revokeObjectURL(url)
      made.clear()
    }
  }, [])
  const urlOf = useCallback(
    (segment: Segment) => {
      const own = device.find(d => d.id === segment.id)
      if (!own) return `/api/attempts/${attemptId}/recordings/${segment.id}`
      const url = urls.current.get(own.id) ?? URL.createObjectURL(own.sound)
      urls.current.set(own.id, url)
      return url
    },
    [attemptId, device],
  )
  const { atMs, playing, problem, play, pause, skip, goTo, audio } = useSound(segments, urlOf, window, onMoment)
  const here = atMs === null ? null : soundAt(segments, atMs)
  return (
    <>
      <audio {...audio} preload="metadata" className="hidden" />
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Button variant="primary" onClick={playing ? pause : play}>
          {playing ? <Pause aria-hidden className="size-4" /> : <Play aria-hidden className="size-4" />}
          {playing ? 'Pause' : 'Play'}
        </Button>
        <Button size="sm" onClick={() => skip(-10_000)}>
          Back 10 s
        </Button>
        <Button size="sm" onClick={() => skip(10_000)}>
          On 10 s
        </Button>
        <span className="num text-sm">
          <span className="sr-only">Moment of the sitting: </span>
          {momentWords(atMs ?? segments[0]?.startMs ?? 0)}
        </span>
      </div>
      <p role="status" className="mt-1 text-sm text-quiet">
        {problem ??
          (atMs === null || (here && !here.waits)
            ? ''
            : here
              ? `Nothing was recorded here; what follows begins at ${momentWords(here.segment.startMs)}.`
              : 'Nothing was recorded from here on.')}
      </p>
      <ul aria-label="Stretches" className="mt-2 flex flex-wrap gap-1.5">
        {segments.map(s => (
          <li key={s.id}>
            <Button
              size="sm"
              aria-pressed={here !== null && !here.waits && here.segment.id === s.id}
              className="aria-pressed:border-accent aria-pressed:bg-accent-wash"
              onClick={() => {
                goTo(s.startMs)
                onMoment(s.startMs)
              }}
            >
              <span className="num">{spanWords(s)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}

type KeepingProps = Pick<Props, 'attemptId' | 'mostMegabytes' | 'kept'> & {
  device: readonly DeviceSegment[]
  onKept: (segment: Segment) => void
  onDeleted: (where: 'device' | 'server') => void
}

/** Where the recording is, and how to get rid of it there. */
function Keeping({ attemptId, device, kept, mostMegabytes, onKept, onDeleted }: KeepingProps) {
  const [sent, setSent] = useState<number | null>(null)
  const [problem, setProblem] = useState('')
  const unsent = device.filter(d => !kept.some(k => k.id === d.id))
  const whole = unsent.reduce((sum, s) => sum + s.bytes, 0)

  const keep = async () => {
    setProblem('')
    setSent(0)
    for (const segment of unsent) {
      const answer = await keepOnServer(attemptId, segment, bytes => setSent(now => (now ?? 0) + bytes))
      if (!answer.ok) {
        setProblem(answer.message)
        break
      }
      const { sound: _sound, ...rest } = segment
      onKept(rest)
    }
    setSent(null)
  }
  const remove = async (where: 'device' | 'server') => {
    setProblem('')
    if (where === 'server') {
      const answer = await deleteFromServer(attemptId)
      return answer.ok ? onDeleted(where) : setProblem(answer.message)
    }
    try {
      await deleteFromDevice(attemptId)
      onDeleted(where)
    } catch {
      setProblem(
        'It could not be deleted. Close the other windows of Tenfold and try again, or clear the data of this site in the browser.',
      )
    }
  }
  return (
    <div className="mt-3 border-t border-line pt-3 text-sm">
      <p className="text-quiet">
        {device.length > 0 ? `On this device, in this browser only: ${megabytes(device)}. ` : ''}
        {kept.length > 0 ? `On this server: ${megabytes(kept)}, for you alone.` : 'The server has none of it.'}
      </p>
      {problem ? (
        <Notice tone="bad" className="mt-2" title="That did not work">
          {problem}
        </Notice>
      ) : null}
      <div className="mt-2 flex flex-wrap items-center gap-2">
        {unsent.length > 0 && mostMegabytes > 0 ? (
          <Button size="sm" disabled={sent !== null} onClick={keep}>
            {sent === null ? 'Keep it on this server' : `Sending: ${Math.round((sent / whole) * 100)}%`}
          </Button>
        ) : null}
        {device.length > 0 ? <DeleteButton from="this device" onDelete={() => void remove('device')} /> : null}
        {kept.length > 0 ? <DeleteButton from="the server" onDelete={() => void remove('server')} /> : null}
      </div>
    </div>
  )
}

/** Asks once more in its place: what is deleted does not come back. */
function DeleteButton({ from, onDelete }: { from: string; onDelete: () => void }) {
  const [sure, setSure] = useState(false)
  return sure ? (
    <>
      <Button size="sm" variant="danger" onClick={onDelete}>
        Delete it from {from} for good
      </Button>
      <Button size="sm" variant="quiet" onClick={() => setSure(false)}>
        Do not delete
      </Button>
    </>
  ) : (
    <Button size="sm" variant="quiet" onClick={() => setSure(true)}>
      Delete it from {from}
    </Button>
  )
}
