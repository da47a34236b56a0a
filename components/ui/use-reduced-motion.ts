'use client'

import { useSyncExternalStore } from 'react'

const query = '(prefers-reduced-motion: reduce)'

function subscribe(told: () => void) {
  const list = matchMedia(query)
  list.addEventListener('change', told)
  return () => list.removeEventListener('change', told)
}

/** True while the person wants nothing to move by itself; true on the server, so that nothing moves before it is known. */
export const useReducedMotion = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => true,
  )
