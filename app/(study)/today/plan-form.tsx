'use client'

import { useActionState, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { choosePlanAction } from './actions.ts'

/** The first thing on Today: when does the plan start, or when is the interview? */
export function PlanForm({ today }: { today: string }) {
  const [state, run, busy] = useActionState(choosePlanAction, { error: null })
  const [by, setBy] = useState<'start' | 'interview'>('start')
  return (
    <form action={run} className="card mb-6 p-5">
      <h2 className="text-lg font-semibold">When do the eight weeks run?</h2>
      <p className="mt-1 text-sm text-quiet">
        It can be changed at any time in the settings. Days that you miss are not held against you.
      </p>
      <fieldset className="mt-3 flex flex-wrap gap-x-5 gap-y-2 text-sm">
        <legend className="sr-only">Count from</legend>
        {(
          [
            ['start', 'From a first day'],
            ['interview', 'Back from my interview'],
          ] as const
        ).map(([value, label]) => (
          <label key={value} className="inline-flex items-center gap-2">
            <input
              type="radio"
              name="by"
              value={value}
              checked={by === value}
              onChange={() => setBy(value)}
              className="accent-accent"
            />
            {label}
          </label>
        ))}
      </fieldset>
      <div className="mt-3 flex flex-wrap items-end gap-3">
        <TextField
          label={by === 'start' ? 'First day' : 'Day of the interview'}
          name="date"
          type="date"
          required
          defaultValue={by === 'start' ? today : undefined}
          key={by}
        />
        <Button type="submit" variant="primary" disabled={busy}>
          {by === 'start' ? 'Start the plan' : 'Plan back from it'}
        </Button>
      </div>
      {state.error ? (
        <Notice tone="bad" className="mt-3">
          {state.error}
        </Notice>
      ) : null}
    </form>
  )
}
