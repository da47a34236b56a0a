'use client'

import { useActionState } from 'react'
import { Button, type ButtonLook } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'

type State = { readonly error: string | null }

/** One button that starts (or goes back to) a sitting. */
export function StartForm({
  action,
  drill,
  mode,
  label,
  variant = 'secondary',
}: {
  action: (before: State, form: FormData) => Promise<State>
  drill: string
  mode: 'practice' | 'drill' | 'mock'
  label: string
  variant?: ButtonLook['variant']
}) {
  const [state, run, busy] = useActionState(action, { error: null })
  return (
    <form action={run} className="flex flex-col gap-2">
      <input type="hidden" name="drill" value={drill} />
      <input type="hidden" name="mode" value={mode} />
      <Button type="submit" variant={variant ?? 'secondary'} disabled={busy}>
        {busy ? 'Opening…' : label}
      </Button>
      {state.error ? <Notice tone="bad">{state.error}</Notice> : null}
    </form>
  )
}
