'use client'

import Link from 'next/link'
import { useActionState } from 'react'
import { Button, type ButtonLook } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'

export type DayActionState = {
  readonly error: string | null
  /** The sitting that stands in the way, if one does. */
  readonly attemptId?: string | undefined
}

/** One button that asks the server for something with a day; a refusal is shown beneath it, with the way to what stands in the way. */
export function ActionButton({
  action,
  fields,
  label,
  variant = 'secondary',
  size = 'md',
}: ButtonLook & {
  action: (before: DayActionState, form: FormData) => Promise<DayActionState>
  fields: Readonly<Record<string, string>>
  label: string
}) {
  const [state, run, busy] = useActionState(action, { error: null })
  return (
    <form action={run} className="flex flex-col items-start gap-2">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" variant={variant} size={size} disabled={busy}>
        {busy ? 'One moment…' : label}
      </Button>
      {state.error ? (
        <Notice tone="bad">
          {state.error}
          {state.attemptId ? (
            <>
              {' '}
              <Link href={`/sit/${state.attemptId}`}>Open it</Link>
            </>
          ) : null}
        </Notice>
      ) : null}
    </form>
  )
}
