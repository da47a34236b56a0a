import { useEffect, useRef } from 'react'

const TICK_MS = 1_000
/** Between two ticks, or between the two clocks of the browser: more than a busy page, less than anybody's nap. */
const GAP_MS = 5_000

/**
 * Runs when the page comes back: it is shown again, the network returns, the computer wakes, or its clock was set. A sleep has no event of its own,
 * and the steady clock may stand meanwhile, so that only the gap between two ticks tells.
 */
export function useWake(onWake: () => void): void {
  const run = useRef(onWake)
  run.current = onWake
  useEffect(() => {
    let wall = Date.now()
    let steady = performance.now()
    const wake = () => run.current()
    const timer = setInterval(() => {
      const passed = [Date.now() - wall, performance.now() - steady]
      wall = Date.now()
      steady = performance.now()
      if (passed.some(ms => Math.abs(ms - TICK_MS) > GAP_MS)) wake()
    }, TICK_MS)
    const shown = () => {
      if (document.visibilityState === 'visible') wake()
    }
    window.addEventListener('online', wake)
    window.addEventListener('pageshow', wake)
    document.addEventListener('visibilitychange', shown)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', wake)
      window.removeEventListener('pageshow', wake)
      document.removeEventListener('visibilitychange', shown)
    }
  }, [])
}
