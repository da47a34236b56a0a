'use client'

import { useMemo, useState } from 'react'
import { explore, PLACES } from '#engine/lesson/live/explore.ts'
import type { ExplorePart } from '#engine/lesson/live/parts.ts'
import { Button } from '../../ui/button.tsx'
import { Slider } from './controls.tsx'
import { ExploreView } from './explore-view.tsx'

/** Sliders, and what follows from them. */
export function ExploreForm({ part }: { part: ExplorePart }) {
  const [places, setPlaces] = useState<Readonly<Record<string, number>>>({})
  const explored = useMemo(() => explore(part, places), [part, places])
  const moved = Object.keys(places).length > 0
  return (
    <>
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        {explored.sliders.map(({ name, label, text, place }) => (
          <Slider
            key={name}
            label={label}
            text={text}
            value={place}
            max={PLACES}
            onChange={value => setPlaces(now => ({ ...now, [name]: value }))}
          />
        ))}
      </div>
      <ExploreView explored={explored} />
      <Button size="sm" variant="quiet" className="mt-2 -ml-2" disabled={!moved} onClick={() => setPlaces({})}>
        Back to the start
      </Button>
    </>
  )
}
