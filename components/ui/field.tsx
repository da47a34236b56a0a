import { clsx } from 'clsx'
import { type ComponentProps, type ReactNode, useId } from 'react'

type Around = { readonly label: ReactNode; readonly hint?: ReactNode; readonly error?: ReactNode }

function Frame({ id, label, hint, error, children }: Around & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children}
      {hint ? (
        <p id={`${id}-hint`} className="text-xs text-faint">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="text-xs text-bad">
          {error}
        </p>
      ) : null}
    </div>
  )
}

const described = (id: string, hint: ReactNode, error: ReactNode) =>
  clsx(hint ? `${id}-hint` : '', error ? `${id}-error` : '').trim() || undefined

/** A labelled input with its hint and its error, tied together for a screen reader. */
export function TextField({ label, hint, error, className, id: given, ...rest }: Around & ComponentProps<'input'>) {
  const made = useId()
  const id = given ?? made
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <input
        id={id}
        className={clsx('field', className)}
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, hint, error)}
        {...rest}
      />
    </Frame>
  )
}

/** A labelled box for several lines. */
export function TextArea({ label, hint, error, className, id: given, ...rest }: Around & ComponentProps<'textarea'>) {
  const made = useId()
  const id = given ?? made
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <textarea
        id={id}
        className={clsx('field', className)}
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, hint, error)}
        {...rest}
      />
    </Frame>
  )
}

/** A labelled native select. */
export function SelectField({ label, hint, error, className, id: given, children, ...rest }: Around & ComponentProps<'select'>) {
  const made = useId()
  const id = given ?? made
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <select
        id={id}
        className={clsx('field', className)}
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, hint, error)}
        {...rest}
      >
        {children}
      </select>
    </Frame>
  )
}
