'use client'

import { useActionState } from 'react'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'

type State = { readonly error: string | null }

/** The button that starts the five minutes. */
export function StartSprint({ action, label = 'Start five minutes' }: { action: () => Promise<State>; label?: string }) {
  const [state, run, busy] = useActionState(action, { error: null })
  return (
    <form action={run} className="flex flex-col gap-2">
      <Button type="submit" variant="primary" disabled={busy}>
        {busy ? 'Starting…' : label}
      </Button>
      {state.error ? <Notice tone="bad">{state.error}</Notice> : null}
    </form>
  )
}
