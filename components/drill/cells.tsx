'use client'

import { clsx } from 'clsx'
import { createContext, type ReactNode, useContext, useId, useState } from 'react'
import { formatQuantity } from '#engine/quantity/format.ts'
import { evaluateExpression } from '#engine/worksheet/worksheet.ts'
import type { Scope } from './workspace-types.ts'

/** The names that quantities may use: the facts that are known and the worksheet's own. */
export const ScopeContext = createContext<Scope>({})

type CellFrame = { readonly label: string; readonly wide?: boolean | undefined; readonly hint?: string | undefined }

function Frame({
  id,
  label,
  wide,
  note,
  bad,
  children,
}: CellFrame & { id: string; note?: ReactNode; bad?: boolean; children: ReactNode }) {
  return (
    <div className={clsx('row-span-3 grid min-w-0 grid-rows-subgrid gap-y-0.5', wide ? 'col-span-full' : '')}>
      <label htmlFor={id} className="self-end text-xs text-faint">
        {label}
      </label>
      {children}
      {note ? (
        <p id={`${id}-note`} className={clsx('text-xs break-words', bad ? 'text-bad' : 'text-quiet')}>
          {note}
        </p>
      ) : null}
    </div>
  )
}

/** A line of text. */
export function TextCell({
  value,
  onChange,
  hint,
  max = 200,
  ...frame
}: CellFrame & { value: string; onChange: (value: string) => void; max?: number }) {
  const id = useId()
  return (
    <Frame id={id} {...frame}>
      <input
        id={id}
        className="field"
        value={value}
        placeholder={hint}
        maxLength={max}
        autoComplete="off"
        onChange={e => onChange(e.target.value)}
      />
    </Frame>
  )
}

const bytes = (text: string) => new TextEncoder().encode(text).length
const proseBytes = 2048

/** A box of prose: says why. It takes 2 KB and says so when more is typed. */
export function ProseCell({ value, onChange, hint, ...frame }: CellFrame & { value: string; onChange: (value: string) => void }) {
  const id = useId()
  const size = bytes(value)
  return (
    <Frame id={id} {...frame} note={size > proseBytes * 0.9 ? `${size} of ${proseBytes} bytes` : undefined}>
      <textarea
        id={id}
        className="field min-h-9 resize-y [field-sizing:content]"
        rows={1}
        value={value}
        placeholder={hint}
        onChange={e => {
          if (bytes(e.target.value) <= proseBytes) onChange(e.target.value)
        }}
      />
    </Frame>
  )
}

/** One of a list of words. */
export function ChoiceCell({
  value,
  options,
  onChange,
  ...frame
}: CellFrame & {
  value: string
  options: readonly (string | { value: string; label: string })[]
  onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <Frame id={id} {...frame}>
      <select id={id} className="field" value={value} onChange={e => onChange(e.target.value)}>
        <option value="">–</option>
        {options.map(option => {
          const { value: word, label } =
            typeof option === 'string' ? { value: option, label: option.replaceAll('-', ' ') } : option
          return (
            <option key={word} value={word}>
              {label}
            </option>
          )
        })}
      </select>
    </Frame>
  )
}

/** Yes, no, or not said. */
export function AnswerCell({
  value,
  onChange,
  ...frame
}: CellFrame & { value: boolean | undefined; onChange: (value: boolean | undefined) => void }) {
  const shown = value === undefined ? '' : value ? 'yes' : 'no'
  return (
    <ChoiceCell
      {...frame}
      value={shown}
      options={['yes', 'no']}
      onChange={word => onChange(word === '' ? undefined : word === 'yes')}
    />
  )
}

/** A whole number. What cannot be one stays in the box with a word of what is wrong, and is not saved. */
export function CountCell({
  value,
  onChange,
  min = 0,
  max = 1_000_000,
  hint,
  ...frame
}: CellFrame & { value: number | undefined; onChange: (value: number | undefined) => void; min?: number; max?: number }) {
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const shown = draft ?? (value === undefined ? '' : String(value))
  const problem = draft === null ? undefined : `A whole number from ${min} to ${max}`
  return (
    <Frame id={id} {...frame} note={problem} bad>
      <input
        id={id}
        className="field num"
        inputMode="numeric"
        value={shown}
        placeholder={hint}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-note` : undefined}
        autoComplete="off"
        onChange={e => {
          const text = e.target.value.trim()
          const number = Number(text)
          const good = text === '' || (Number.isInteger(number) && number >= min && number <= max)
          setDraft(good ? null : e.target.value)
          if (good) onChange(text === '' ? undefined : number)
        }}
      />
    </Frame>
  )
}

/** A quantity in the worksheet language, with what it was read as below it. Words (for consistency, residency) are allowed where `words`. */
export function QuantityCell({
  value,
  onChange,
  hint,
  words = false,
  ...frame
}: CellFrame & { value: string; onChange: (value: string) => void; words?: boolean }) {
  const id = useId()
  const scope = useContext(ScopeContext)
  const reading = read(value, scope)
  const bad = reading !== undefined && !reading.ok && !words
  const note = reading === undefined ? undefined : reading.ok ? reading.text : words ? undefined : reading.text
  return (
    <Frame
      id={id}
      {...frame}
      note={
        note === value.trim() ? undefined : note ? (
          <span className={reading?.ok ? 'num' : ''}>{reading?.ok ? `= ${note}` : note}</span>
        ) : undefined
      }
      bad={bad}
    >
      <input
        id={id}
        className="field num"
        value={value}
        placeholder={hint}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={note ? `${id}-note` : undefined}
        onChange={e => onChange(e.target.value)}
      />
    </Frame>
  )
}

/** What an expression comes to; undefined when it is empty. */
export function read(text: string, scope: Scope): { ok: boolean; text: string } | undefined {
  if (text.trim() === '') return undefined
  const result = evaluateExpression(text, { given: scope })
  if (!result.ok)
    return { ok: false, text: result.error.mend ? `${result.error.message}: ${result.error.mend}` : result.error.message }
  return { ok: true, text: formatQuantity(result.value.quantity) }
}
