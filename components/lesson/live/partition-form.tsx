'use client'

import { useState } from 'react'
import { newPartition, type PartitionAction, stepPartition } from '#engine/lesson/live/partition.ts'
import type { PartitionPart } from '#engine/lesson/live/parts.ts'
import { Button } from '../../ui/button.tsx'
import { PartitionView } from './partition-view.tsx'

const choices = [
  { label: 'Consistent', policy: 'consistent', merge: 'last-write-wins' },
  { label: 'Available, later write wins', policy: 'available', merge: 'last-write-wins' },
  { label: 'Available, carts are merged', policy: 'available', merge: 'union' },
] as const

/** A network to cut, carts to write on both sides, and a policy to choose. */
export function PartitionForm({ part }: { part: PartitionPart }) {
  const [state, setState] = useState(() => newPartition(part))
  const act = (action: PartitionAction) => setState(now => stepPartition(now, action))
  return (
    <>
      <fieldset className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        <legend className="sr-only">While the network is cut</legend>
        {choices.map(({ label, policy, merge }) => (
          <label key={label} className="flex items-center gap-1.5">
            <input
              type="radio"
              name={`policy-${part.id}`}
              checked={state.policy === policy && (policy === 'consistent' || state.merge === merge)}
              onChange={() => act({ do: 'choose', policy, merge })}
              className="accent-accent"
            />
            {label}
          </label>
        ))}
      </fieldset>
      <PartitionView
        state={state}
        controls={side => (
          <>
            <Button size="sm" aria-label={`Add an item at side ${side}`} onClick={() => act({ do: 'add', side })}>
              Add
            </Button>
            <Button size="sm" aria-label={`Read at side ${side}`} onClick={() => act({ do: 'read', side })}>
              Read
            </Button>
          </>
        )}
      />
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="sm" variant={state.cut ? 'primary' : 'secondary'} onClick={() => act({ do: state.cut ? 'heal' : 'cut' })}>
          {state.cut ? 'Heal the network' : 'Cut the network'}
        </Button>
        <Button size="sm" variant="quiet" onClick={() => setState(now => newPartition(now))}>
          From the start
        </Button>
      </div>
    </>
  )
}
