'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { inOrder, nextStretch, type Segment, sittingMsOf, soundAt } from '#engine/interview/recording.ts'

/** How long a browser may take to find out how long a sound is. */
const SETTLE_MS = 4_000

const once = (element: HTMLAudioElement, event: string, ms: number) =>
  new Promise<void>(done => {
    const timer = setTimeout(done, ms)
    element.addEventListener(
      event,
      () => {
        clearTimeout(timer)
        done()
      },
      { once: true },
    )
  })

/** Waits until a moment of the sound can be chosen. What a browser has recorded does not say how long it is: going past its end makes the browser look. */
async function settle(element: HTMLAudioElement): Promise<void> {
  if (element.readyState < 1) await once(element, 'loadedmetadata', SETTLE_MS)
  if (element.duration !== Number.POSITIVE_INFINITY) return
  element.currentTime = 1e7
  await once(element, 'seeked', SETTLE_MS)
}

/**
 * Plays the stretches of a sitting one after the other. `atMs` is the moment of the sitting that is heard, null before anything was; `window` the
 * minutes that the page stands at: when they are moved away from that moment, the sound follows. `onMoment` hears of every step of the sound.
 */
export function useSound(
  segments: readonly Segment[],
  urlOf: (segment: Segment) => string,
  window: { readonly fromMs: number; readonly toMs: number },
  onMoment: (ms: number) => void,
) {
  const audio = useRef<HTMLAudioElement | null>(null)
  const [atMs, setAtMs] = useState<number | null>(null)
  const [playing, setPlaying] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const now = useRef({ atMs: null as number | null, playing: false, segment: null as Segment | null, settled: false, turn: 0 })
  const given = useRef({ segments, urlOf, onMoment })
  given.current = { segments, urlOf, onMoment }

  const stand = useCallback((ms: number) => {
    now.current.atMs = ms
    setAtMs(ms)
  }, [])
  const sound = useCallback((is: boolean) => {
    now.current.playing = is
    setPlaying(is)
  }, [])

  /** Brings a stretch under the needle and, when it is to play, plays it. */
  const cue = useCallback(
    async (segment: Segment, offsetMs: number) => {
      const element = audio.current
      if (!element) return
      const state = now.current
      state.turn += 1
      const { turn } = state
      state.settled = false
      if (state.segment?.id !== segment.id) {
        state.segment = segment
        element.src = given.current.urlOf(segment)
        element.load()
      }
      await settle(element)
      if (turn !== state.turn) return
      element.currentTime = offsetMs / 1000
      state.settled = true
      if (!state.playing) return element.pause()
      try {
        await element.play()
      } catch (error) {
        // Another moment was chosen before this one had begun.
        if (turn !== state.turn || (error instanceof Error && error.name === 'AbortError')) return
        sound(false)
        setProblem('This browser cannot play the recording. Open the replay in the browser that recorded it.')
      }
    },
    [sound],
  )

  const goTo = useCallback(
    (ms: number) => {
      const found = soundAt(given.current.segments, ms)
      const skips = found?.waits && now.current.playing
      stand(found && skips ? found.segment.startMs : ms)
      if (found) void cue(found.segment, found.offsetMs)
      else {
        sound(false)
        now.current.turn += 1
        audio.current?.pause()
      }
    },
    [cue, stand, sound],
  )

  const { fromMs, toMs } = window
  const stood = useRef(fromMs)
  useEffect(() => {
    if (stood.current === fromMs) return
    stood.current = fromMs
    const { atMs: at } = now.current
    if (at === null || at < fromMs || at >= toMs) goTo(fromMs)
  }, [fromMs, toMs, goTo])

  const play = () => {
    setProblem(null)
    sound(true)
    const start = now.current.atMs ?? inOrder(segments)[0]?.startMs ?? 0
    // Past the last stretch it begins anew.
    const from = soundAt(segments, start) ? start : (inOrder(segments)[0]?.startMs ?? 0)
    goTo(from)
    given.current.onMoment(now.current.atMs ?? from)
  }
  const pause = () => {
    sound(false)
    audio.current?.pause()
  }
  const skip = (ms: number) => {
    goTo(Math.max(0, (now.current.atMs ?? 0) + ms))
    given.current.onMoment(now.current.atMs ?? 0)
  }

  const onTimeUpdate = () => {
    const { segment, settled, playing: on } = now.current
    const element = audio.current
    if (!segment || !element || !settled || !on || element.seeking) return
    const ms = sittingMsOf(segment, element.currentTime * 1000)
    stand(ms)
    given.current.onMoment(ms)
  }
  const onEnded = () => {
    const { segment, settled, playing: on } = now.current
    if (!segment || !settled || !on) return
    const next = nextStretch(given.current.segments, segment)
    if (!next) return sound(false)
    const end = segment.startMs + segment.durationMs
    stand(Math.max(next.startMs, end))
    given.current.onMoment(Math.max(next.startMs, end))
    void cue(next, Math.max(0, end - next.startMs))
  }
  const onError = () => {
    sound(false)
    now.current.segment = null
    setProblem(
      'The sound of this stretch cannot be played. If it is on the server only, see that the server can be reached; then play again.',
    )
  }
  return { atMs, playing, problem, play, pause, skip, goTo, audio: { ref: audio, onTimeUpdate, onEnded, onError } }
}
