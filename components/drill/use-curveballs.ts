import { useEffect, useState } from 'react'
import { z } from 'zod'
import type { ClockState } from '#engine/interview/clock.ts'

const answer = z.object({
  endsAtMs: z.number().nullable(),
  curveballs: z.array(
    z
      .object({ kind: z.string(), id: z.string(), text: z.string(), minute: z.number() })
      .transform(({ kind, id, text, minute }) => ({ id: `${kind}:${id}`, text, minute })),
  ),
})
export type Curveball = z.infer<typeof answer>['curveballs'][number]

const none: readonly Curveball[] = []
/** The browser is not told when one will land, so it asks this often. */
const EVERY_MS = 15_000

/** What the interviewer has thrown in, and in a mock asked, so far. Asked of the server, whose clock decides; without a network the last answer stays. */
export function useCurveballs(attemptId: string, clock: ClockState, onEnd: (endsAtMs: number) => void): readonly Curveball[] {
  const [curveballs, setCurveballs] = useState(none)
  const running = clock.remainingMs !== null && clock.status === 'open'
  useEffect(() => {
    if (!running) return
    const ask = async () => {
      try {
        const response = await fetch(`/api/attempts/${attemptId}/curveballs`)
        const read = response.ok ? answer.safeParse(await response.json()) : undefined
        if (!read?.success) return
        const { curveballs: landed, endsAtMs } = read.data
        setCurveballs(now => (now.length === landed.length ? now : landed))
        if (endsAtMs !== null) onEnd(endsAtMs)
      } catch {
        // The next time will do.
      }
    }
    void ask()
    const timer = setInterval(ask, EVERY_MS)
    return () => clearInterval(timer)
  }, [attemptId, running, onEnd])
  return curveballs
}
