'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { type ClockState, clockState, type Mode } from '#engine/interview/clock.ts'

/**
 * The server's clock, shown. It is told the server's time at each answer and counts on with the browser's monotonic timer, so changing the
 * computer's clock moves nothing. That timer may stand while the computer sleeps: `useWake` tells when to ask again.
 */
export function useClock(sitting: {
  mode: Mode
  startedAtMs: number
  minutes: number
  endsAtMs: number | null
  serverNowMs: number
}) {
  const { mode, startedAtMs, minutes, serverNowMs } = sitting
  // The end comes closer when a question costs seconds, here or in another tab; it never moves away.
  const [known, setKnown] = useState(Number.POSITIVE_INFINITY)
  const onEnd = useCallback((ms: number) => setKnown(now => Math.min(now, ms)), [])
  const endsAtMs = sitting.endsAtMs === null ? null : Math.min(sitting.endsAtMs, known)
  const reference = useRef({ serverMs: serverNowMs, localMs: 0 })
  const [nowMs, setNowMs] = useState(serverNowMs)
  const serverNow = useCallback(() => reference.current.serverMs + (performance.now() - reference.current.localMs), [])
  const onServerTime = useCallback(
    (serverMs: number) => {
      reference.current = { serverMs, localMs: performance.now() }
      setNowMs(serverNow())
    },
    [serverNow],
  )

  useEffect(() => {
    reference.current = { serverMs: serverNowMs, localMs: performance.now() }
    const timer = setInterval(() => setNowMs(serverNow()), 500)
    return () => clearInterval(timer)
  }, [serverNowMs, serverNow])

  const planned = endsAtMs === null ? 0 : ((endsAtMs - startedAtMs) / (minutes * 60_000) - 1) * 100
  const clock: ClockState = clockState({ mode, startedAtMs, minutes, extraTimePercent: planned }, nowMs)
  return { clock, serverNow, onServerTime, onEnd }
}

/** `59:07`, or `1:02:30` from an hour on. */
export function formatClock(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  const two = (n: number) => String(n).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}
