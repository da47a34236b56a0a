'use client'

import { Plus, X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { nextId } from '#engine/design/next-id.ts'
import { Button } from '../ui/button.tsx'

type Identified = { readonly id: string }

/**
 * A list of records that is written by keyboard: Ctrl+Enter adds the next one and puts the cursor in its first field; a removed one can be
 * brought back until something else is removed.
 */
export function Records<T extends Identified>({
  name,
  title,
  items,
  blank,
  prefix,
  onChange,
  columns = 'sm:grid-cols-2 lg:grid-cols-4',
  children,
  empty,
}: {
  /** One of them, in words: "alarm". */
  readonly name: string
  readonly title?: string
  readonly items: readonly T[]
  readonly blank: Omit<T, 'id'>
  readonly prefix: string
  readonly onChange: (items: T[]) => void
  readonly columns?: string
  readonly children: (item: T, set: (patch: Partial<T>) => void) => ReactNode
  readonly empty?: string
}) {
  const list = useRef<HTMLOListElement>(null)
  const [removed, setRemoved] = useState<{ item: T; index: number } | null>(null)

  const focusRecord = (index: number) => {
    const record = list.current?.children[index]
    record?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }
  const add = (after = items.length - 1) => {
    const record = toRecord(blank, nextId(prefix, items))
    flushSync(() => onChange([...items.slice(0, after + 1), record, ...items.slice(after + 1)]))
    focusRecord(after + 1)
  }
  const remove = (index: number) => {
    const item = items[index]
    if (!item) return
    setRemoved({ item, index })
    flushSync(() => onChange(items.filter((_, i) => i !== index)))
    if (items.length > 1) focusRecord(Math.max(0, index - 1))
  }
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      event.stopPropagation()
      add(index)
    }
  }

  return (
    <section aria-label={title ?? name} className="mb-6">
      {title ? <h3 className="mb-2 text-sm font-semibold">{title}</h3> : null}
      {items.length === 0 && empty ? <p className="mb-2 text-sm text-quiet">{empty}</p> : null}
      <ol ref={list} className="flex flex-col gap-2">
        {items.map((item, index) => (
          <li
            key={item.id}
            aria-label={`${name} ${index + 1}`}
            className="card relative p-3 pr-10"
            onKeyDown={event => onKeyDown(event, index)}
          >
            <div className={`grid grid-cols-1 gap-x-3 gap-y-2 ${columns}`}>
              {children(item, patch => onChange(items.map((other, i) => (i === index ? { ...other, ...patch } : other))))}
            </div>
            <button
              type="button"
              onClick={() => remove(index)}
              className="absolute top-2 right-2 grid size-7 place-items-center rounded-md text-faint hover:bg-sunken hover:text-bad"
              aria-label={`Remove ${name} ${index + 1}`}
            >
              <X aria-hidden className="size-4" />
            </button>
          </li>
        ))}
      </ol>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Button size="sm" onClick={() => add()}>
          <Plus aria-hidden className="size-3.5" />
          Add {/^[aeiou]/.test(name) ? 'an' : 'a'} {name}
        </Button>
        {removed ? (
          <Button
            size="sm"
            variant="quiet"
            onClick={() => {
              onChange([...items.slice(0, removed.index), removed.item, ...items.slice(removed.index)])
              setRemoved(null)
            }}
          >
            Undo removing {name} {removed.index + 1}
          </Button>
        ) : null}
      </div>
    </section>
  )
}

/** The one place where an id makes a blank into a record: TypeScript cannot see that Omit<T, 'id'> plus an id is a T. */
function toRecord<T extends Identified>(fields: Omit<T, 'id'>, id: string): T {
  return { ...fields, id } as T
}
