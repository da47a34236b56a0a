'use client'

import { useCallback, useEffect, useState } from 'react'
import type { ComponentKind } from '#engine/architecture/component-kinds.ts'
import type { Submission } from '#engine/design/submission.ts'
import { keepPlaces, keptPlaces, type Places, placeAll } from './places.ts'

/** Where each component stands: as it was left in this browser, and computed for those that are new. */
export function usePlaces(
  architecture: Submission['architecture'],
  kinds: readonly ComponentKind[],
  key: string | undefined,
): { readonly places: Places; readonly move: (moved: Places) => void; readonly arrange: (all: Places) => void } {
  const [places, setPlaces] = useState<Places>(() => (key ? keptPlaces(key) : {}))
  const all = placeAll(architecture, kinds, places)
  if (all !== places) setPlaces(all)
  useEffect(() => {
    if (key) keepPlaces(key, all, architecture)
  }, [key, all, architecture])
  const move = useCallback((moved: Places) => setPlaces(now => ({ ...now, ...moved })), [])
  return { places: all, move, arrange: move }
}
