'use client'

import { useMemo, useState } from 'react'
import type { ComponentKind } from '#engine/architecture/component-kinds.ts'
import type { SimulatePart } from '#engine/lesson/live/parts.ts'
import { simulateAt } from '#engine/lesson/live/simulate.ts'
import { times } from '../../simulation/figures.ts'
import { Slider, Toggle } from './controls.tsx'
import { SimulateView } from './simulate-view.tsx'

const PLACES = 60

/** The design of a lesson with its load, its changes and its failures to choose. */
export function SimulateForm({ part, kinds }: { part: SimulatePart; kinds: readonly ComponentKind[] }) {
  const [place, setPlace] = useState(0)
  const [tries, setTries] = useState<readonly number[]>([])
  const [failed, setFailed] = useState<readonly string[]>([])
  const [from, to] = part.load
  const load = Number((from * (to / from) ** (place / PLACES)).toPrecision(2))
  const run = useMemo(() => simulateAt(part, kinds, { load, tries, failed }), [part, kinds, load, tries, failed])
  const toggled = <T,>(list: readonly T[], item: T, on: boolean) => (on ? [...list, item] : list.filter(other => other !== item))
  const nameOf = (id: string) => part.components.find(c => c.id === id)?.name ?? id
  return (
    <>
      <Slider label="Load" text={times(load)} value={place} max={PLACES} onChange={setPlace} />
      {part.tries.length + part.fails.length > 0 ? (
        <div className="mt-2 flex flex-wrap gap-x-5 gap-y-1.5">
          {part.tries.map(({ label }, index) => (
            <Toggle
              key={label}
              label={label}
              on={tries.includes(index)}
              onChange={on => setTries(now => toggled(now, index, on))}
            />
          ))}
          {part.fails.map(id => (
            <Toggle
              key={id}
              label={`Without ${nameOf(id)}`}
              on={failed.includes(id)}
              onChange={on => setFailed(now => toggled(now, id, on))}
            />
          ))}
        </div>
      ) : null}
      <SimulateView run={run} />
    </>
  )
}
