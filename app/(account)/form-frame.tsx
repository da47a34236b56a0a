'use client'

import { type ComponentProps, type ReactNode, useActionState, useEffect, useId, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { type FormState, untouched } from './form-state.ts'

type Action = (state: FormState, form: FormData) => Promise<FormState>

/** A form of the account pages: what is wrong stands above it, with links to the fields; it works before its script has loaded. */
export function FormFrame({
  action,
  submit,
  danger = false,
  children,
}: {
  action: Action
  submit: string
  danger?: boolean
  children: (state: FormState, id: (field: string) => string) => ReactNode
}) {
  const [state, send, pending] = useActionState(action, untouched)
  const base = useId()
  const summary = useRef<HTMLDivElement>(null)
  const id = (field: string) => `${base}-${field}`
  const wrong = Object.entries(state.errors)

  useEffect(() => {
    if (Object.keys(state.errors).length > 0) summary.current?.focus()
  }, [state])

  return (
    <form action={send} className="flex max-w-md flex-col gap-4" noValidate>
      {wrong.length > 0 ? (
        <div ref={summary} tabIndex={-1}>
          <Notice tone="bad" title={wrong.length === 1 ? 'One thing to mend' : `${wrong.length} things to mend`}>
            <ul>
              {wrong.map(([field, message]) => (
                <li key={field}>{field === '' ? message : <a href={`#${id(field)}`}>{message}</a>}</li>
              ))}
            </ul>
          </Notice>
        </div>
      ) : null}
      {state.done && !state.done.startsWith('/') ? <Notice tone="good">{state.done}</Notice> : null}
      {children(state, id)}
      <div>
        <Button type="submit" variant={danger ? 'danger' : 'primary'} disabled={pending}>
          {submit}
        </Button>
      </div>
    </form>
  )
}

/** A password with a button that shows it. */
export function PasswordField(props: Omit<ComponentProps<typeof TextField>, 'type'>) {
  const [shown, setShown] = useState(false)
  return (
    <div className="flex flex-col items-start gap-1">
      <div className="w-full">
        <TextField {...props} type={shown ? 'text' : 'password'} autoCapitalize="none" spellCheck={false} />
      </div>
      <Button variant="quiet" size="sm" aria-pressed={shown} onClick={() => setShown(!shown)}>
        {shown ? 'Hide the password' : 'Show the password'}
      </Button>
    </div>
  )
}

/** The browser's time zone, sent along. */
export function TimeZoneOfBrowser() {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (input.current) input.current.value = Intl.DateTimeFormat().resolvedOptions().timeZone
  })
  return <input ref={input} type="hidden" name="timeZone" defaultValue="" />
}
