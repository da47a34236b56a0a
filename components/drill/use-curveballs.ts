import { useCallback, useEffect, useState } from 'react'
import { z } from 'zod'
import type { ClockState } from '#engine/interview/clock.ts'
import { stopwatch } from './send-revision.ts'

const answer = z.object({
  endsAtMs: z.number().nullable(),
  curveballs: z.array(
    z
      .object({ kind: z.string(), id: z.string(), text: z.string(), minute: z.number() })
      .transform(({ kind, id, text, minute }) => ({ id: `${kind}:${id}`, text, minute })),
  ),
  serverNowMs: z.number(),
})
export type Curveball = z.infer<typeof answer>['curveballs'][number]

const none: readonly Curveball[] = []
/** The browser is not told when one will land, so it asks this often. */
const EVERY_MS = 15_000

/**
 * What the interviewer has thrown in, and in a mock asked, so far. Asked of the server, whose clock decides and is told on the way; without a network
 * the last answer stays. `ask` asks at once.
 */
export function useCurveballs(
  attemptId: string,
  clock: ClockState,
  { onServerTime, onEnd }: { onServerTime: (serverNowMs: number) => void; onEnd: (endsAtMs: number) => void },
) {
  const [curveballs, setCurveballs] = useState(none)
  const running = clock.remainingMs !== null && clock.status === 'open'
  const ask = useCallback(async () => {
    try {
      const isFresh = stopwatch()
      const response = await fetch(`/api/attempts/${attemptId}/curveballs`)
      const read = response.ok ? answer.safeParse(await response.json()) : undefined
      if (!read?.success) return
      const { curveballs: said, serverNowMs, endsAtMs } = read.data
      setCurveballs(now => (now.length === said.length ? now : said))
      if (isFresh()) onServerTime(serverNowMs)
      if (endsAtMs !== null) onEnd(endsAtMs)
    } catch {
      // The next time will do.
    }
  }, [attemptId, onServerTime, onEnd])
  useEffect(() => {
    if (!running) return
    void ask()
    const timer = setInterval(ask, EVERY_MS)
    return () => clearInterval(timer)
  }, [ask, running])
  return { curveballs, ask }
}
