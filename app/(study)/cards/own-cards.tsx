'use client'

import { useActionState } from 'react'
import { Button, fileButton } from '#components/ui/button.tsx'
import { addCardAction, type CardState, importCardsAction } from './actions.ts'

const nothing: CardState = { error: null, done: null }

function Answer({ state }: { state: CardState }) {
  return (
    <p role="status" className="text-sm">
      {state.done ? <span className="text-good">{state.done} </span> : null}
      {state.error ? <span className="text-bad">{state.error}</span> : null}
    </p>
  )
}

/** A card to write by hand. */
export function AddCard() {
  const [state, action, pending] = useActionState(addCardAction, nothing)
  return (
    <form action={action} className="grid gap-2 sm:grid-cols-[1fr_1fr_auto] sm:items-end">
      <label className="grid gap-1 text-sm">
        Ask
        <input name="ask" required maxLength={500} className="field" autoComplete="off" />
      </label>
      <label className="grid gap-1 text-sm">
        Answer
        <input name="answer" required maxLength={500} className="field" autoComplete="off" />
      </label>
      <Button type="submit" disabled={pending}>
        Add
      </Button>
      <div className="sm:col-span-3">
        <Answer state={state} />
      </div>
    </form>
  )
}

/** Cards from a text file. */
export function ImportCards() {
  const [state, action, pending] = useActionState(importCardsAction, nothing)
  return (
    <form action={action} className="flex flex-wrap items-end gap-2">
      <label className="grid gap-1 text-sm">
        A text file from Anki
        <input
          name="file"
          type="file"
          accept=".txt,.csv,.tsv,text/plain"
          required
          className={`max-w-full text-sm ${fileButton}`}
        />
      </label>
      <Button type="submit" size="sm" disabled={pending}>
        {pending ? 'Reading…' : 'Import'}
      </Button>
      <Answer state={state} />
    </form>
  )
}
