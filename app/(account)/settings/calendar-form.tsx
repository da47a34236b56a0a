'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { type CalendarState, calendarAction } from './calendar-actions.ts'

/** The secret address under which a calendar program reads the plan: made, shown once, taken back. */
export function CalendarForm({ has }: { has: boolean }) {
  const [state, action, pending] = useActionState<CalendarState, FormData>(calendarAction, { address: null, has, error: null })
  return (
    <div className="max-w-prose text-sm">
      <p className="text-quiet">
        A calendar program can subscribe to your plan by a secret address. Whoever has the address sees what is planned on which
        day, and nothing else.
      </p>
      {state.address ? (
        <p role="status" className="mt-2">
          Copy it now; it is not shown again:
          <code className="num mt-1 block rounded-md bg-sunken p-2 break-all select-all">{state.address}</code>
        </p>
      ) : state.has ? (
        <p className="mt-2">An address is in use.</p>
      ) : null}
      {state.error ? (
        <p role="alert" className="mt-2 text-bad">
          {state.error}
        </p>
      ) : null}
      <form action={action} className="mt-3 flex flex-wrap gap-2">
        <Button type="submit" size="sm" name="do" value="make" disabled={pending}>
          {state.has ? 'Make a new address; the old one stops' : 'Make an address'}
        </Button>
        {state.has ? (
          <Button type="submit" size="sm" variant="quiet" name="do" value="revoke" disabled={pending}>
            Take it back
          </Button>
        ) : null}
        <a href="/api/plan" className="self-center">
          Download it once
        </a>
      </form>
    </div>
  )
}
