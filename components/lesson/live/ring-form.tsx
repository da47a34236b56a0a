'use client'

import { useState } from 'react'
import type { RingPart } from '#engine/lesson/live/parts.ts'
import { Slider } from './controls.tsx'
import { RingView } from './ring-view.tsx'

const POINTS = [1, 2, 5, 10, 20, 50, 100, 200, 500] as const
const nearest = (n: number) => POINTS.reduce((best, p, i) => (Math.abs(p - n) < Math.abs((POINTS[best] ?? 1) - n) ? i : best), 0)

/** The shards and the points of each, to be moved. */
export function RingForm({ part }: { part: RingPart }) {
  const [shards, setShards] = useState(part.shards)
  const [place, setPlace] = useState(() => nearest(part.virtualNodes))
  const virtualNodes = POINTS[place] ?? 1
  return (
    <>
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        <Slider label="Shards before" text={String(shards)} value={shards} min={2} max={64} onChange={setShards} />
        <Slider
          label="Points of a shard on the ring"
          text={String(virtualNodes)}
          value={place}
          max={POINTS.length - 1}
          onChange={setPlace}
        />
      </div>
      <RingView shards={shards} virtualNodes={virtualNodes} />
    </>
  )
}
