'use client'

import { clsx } from 'clsx'
import { Check } from 'lucide-react'
import { useActionState } from 'react'
import { type TickState, tickAction } from '../actions.ts'

type Props = {
  readonly list: string
  readonly item: string
  readonly attempt: string | null
  readonly text: string
  readonly ticked: boolean
  /** The app saw to it: then there is nothing to tick. */
  readonly seen: boolean
}

/** One item with its tick. A form, so that it works without a script; Space and Enter tick it. */
export function Tick({ list, item, attempt, text, ticked, seen }: Props) {
  const [state, run, busy] = useActionState<TickState, FormData>(tickAction, { error: null })
  const done = ticked || seen
  return (
    <form action={run}>
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="item" value={item} />
      {attempt === null ? null : <input type="hidden" name="attempt" value={attempt} />}
      <input type="hidden" name="ticked" value={ticked ? 'no' : 'yes'} />
      {/* biome-ignore lint/a11y/useSemanticElements: a checkbox hands in no form by itself; a button does, with and without a script */}
      <button
        type="submit"
        role="checkbox"
        aria-checked={done}
        aria-disabled={seen || busy}
        onClick={event => {
          if (seen || busy) event.preventDefault()
        }}
        className={clsx('flex w-full items-start gap-2.5 rounded-sm text-left', seen ? 'cursor-default' : '')}
      >
        <span
          aria-hidden
          className={clsx(
            'mt-0.5 flex size-5 shrink-0 items-center justify-center rounded-sm border',
            seen
              ? 'border-good bg-good-wash text-good'
              : done
                ? 'border-accent bg-accent text-on-accent'
                : 'border-strong bg-raised',
          )}
        >
          {done ? <Check className="size-3.5" strokeWidth={3} /> : null}
        </span>
        <span className={done ? 'text-quiet' : ''}>{text}</span>
      </button>
      {state.error ? (
        <p role="alert" className="mt-1 ml-7.5 text-sm text-bad">
          {state.error}
        </p>
      ) : null}
    </form>
  )
}
