import { useEffect, useRef } from 'react'
import { readStanding, type Standing } from './send-revision.ts'

const EVERY_MS = 2_000

/**
 * At the end of a sitting: sends what is left, waits until the server says that it is handed in, then calls `onHandedIn` (again while the page stays). While the server
 * cannot be reached it waits, so that nobody is taken from the page that holds their draft.
 */
export function useEnd({
  attemptId,
  ended,
  flush,
  onServerTime,
  onHandedIn,
  read = readStanding,
}: {
  attemptId: string
  ended: boolean
  flush: () => Promise<boolean>
  onServerTime: (serverNowMs: number) => void
  onHandedIn: () => void
  read?: (attemptId: string) => Promise<Standing | undefined>
}): void {
  const act = useRef({ flush, onServerTime, onHandedIn, read })
  act.current = { flush, onServerTime, onHandedIn, read }
  useEffect(() => {
    if (!ended) return
    let over = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      const saved = await act.current.flush()
      const standing = over ? undefined : await act.current.read(attemptId)
      if (over) return
      // The page's clock may have been ahead.
      if (standing?.serverNowMs !== undefined) act.current.onServerTime(standing.serverNowMs)
      // Whoever is signed out is sent to sign in by the page itself, as long as nothing is unsent.
      if (standing?.handedIn || (standing?.hidden && saved)) act.current.onHandedIn()
      timer = setTimeout(look, EVERY_MS)
    }
    void look()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [attemptId, ended])
}
