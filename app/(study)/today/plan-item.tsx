'use client'

import Link from 'next/link'
import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { changePlanAction, type PlanState } from './actions.ts'

const nothing: PlanState = { error: null }

export type ShownItem = {
  readonly key: string
  readonly title: string
  readonly href: string
  readonly minutes: number
  readonly pinned: boolean
}

/** One thing to do on a day, with what can be done about it: skip it, move it, let it go where it was. */
export function PlanItem({ item, date, last }: { item: ShownItem; date: string; last: string }) {
  const [state, action, pending] = useActionState(changePlanAction, nothing)
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-1">
      <Link href={item.href} className="min-w-0 flex-1 basis-48">
        {item.title}
        {item.pinned ? <span className="text-xs text-quiet"> (on this day by you)</span> : null}
      </Link>
      <span className="num text-sm text-quiet">{item.minutes} min</span>
      <details className="text-sm">
        <summary className="cursor-pointer text-xs text-quiet" aria-label={`Change: ${item.title}`}>
          Change
        </summary>
        <div className="mt-1 flex flex-wrap items-end gap-2">
          <form action={action} className="flex items-end gap-2">
            <input type="hidden" name="key" value={item.key} />
            <input type="hidden" name="change" value="pin" />
            <label className="grid text-xs text-quiet">
              Move to
              <input type="date" name="day" required defaultValue={date} max={last} className="field" />
            </label>
            <Button type="submit" size="sm" disabled={pending}>
              Move
            </Button>
          </form>
          {item.pinned ? (
            <ChangeButton item={item} change="clear" label="Let the plan place it" action={action} pending={pending} />
          ) : null}
          <ChangeButton item={item} change="skip" label="Skip" action={action} pending={pending} />
        </div>
      </details>
      {state.error ? (
        <p role="alert" className="w-full text-sm text-bad">
          {state.error}
        </p>
      ) : null}
    </li>
  )
}

function ChangeButton({
  item,
  change,
  label,
  action,
  pending,
}: {
  item: Pick<ShownItem, 'key' | 'title'>
  change: 'skip' | 'clear'
  label: string
  action: (form: FormData) => void
  pending: boolean
}) {
  return (
    <form action={action}>
      <input type="hidden" name="key" value={item.key} />
      <input type="hidden" name="change" value={change} />
      <Button type="submit" size="sm" variant="quiet" disabled={pending} aria-label={`${label}: ${item.title}`}>
        {label}
      </Button>
    </form>
  )
}

/** Something that has no place in the plan, and what brings it back. */
export function LeftOut({ item, why, undo }: { item: Pick<ShownItem, 'key' | 'title' | 'minutes'>; why: string; undo: boolean }) {
  const [state, action, pending] = useActionState(changePlanAction, nothing)
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 py-1 text-sm">
      <span className="min-w-0 flex-1">
        {item.title} <span className="text-quiet">{why}</span>
      </span>
      <span className="num text-quiet">{item.minutes} min</span>
      {undo ? <ChangeButton item={item} change="clear" label="Take it back in" action={action} pending={pending} /> : null}
      {state.error ? <span className="text-bad">{state.error}</span> : null}
    </li>
  )
}
