'use client'

import { useState } from 'react'
import { formatQuantity } from '#engine/quantity/format.ts'
import { parseQuantity } from '#engine/quantity/parse-quantity.ts'
import type { Quantity } from '#engine/quantity/quantity.ts'
import { solve } from '#engine/worksheet/solve.ts'
import { Button } from '../ui/button.tsx'
import { SelectField, TextField } from '../ui/field.tsx'

/** Backwards through the sheet: what must a name be, so that another one comes to a wanted value? */
export function SolvePanel({
  source,
  name,
  names,
  given,
}: {
  source: string
  name: string
  names: readonly string[]
  given?: Readonly<Record<string, Quantity>> | undefined
}) {
  const others = names.filter(n => n !== name)
  const [wanted, setWanted] = useState('')
  const [unknown, setUnknown] = useState('')
  const [answer, setAnswer] = useState('')
  const chosen = others.includes(unknown) ? unknown : (others[0] ?? '')
  const run = () => {
    const read = parseQuantity(wanted)
    if (!read.ok) return setAnswer(`${wanted === '' ? 'Say what it should come to' : read.error.message}.`)
    const result = solve(source, { target: name, wanted: read.quantity, unknown: chosen }, given ? { given } : {})
    setAnswer(
      result.ok
        ? `${chosen} would have to be ${formatQuantity(result.amount.quantity, { hint: result.amount.hint })}.`
        : result.mend
          ? `${result.message}: ${result.mend}.`
          : `${result.message}.`,
    )
  }
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={event => {
        event.preventDefault()
        run()
      }}
    >
      <TextField
        label={`${name} should be`}
        value={wanted}
        placeholder="50K /s"
        className="num"
        onChange={e => setWanted(e.target.value)}
      />
      <SelectField label="by changing" value={chosen} onChange={e => setUnknown(e.target.value)}>
        {others.map(n => (
          <option key={n}>{n}</option>
        ))}
      </SelectField>
      <div>
        <Button type="submit" variant="primary" disabled={others.length === 0}>
          Solve
        </Button>
      </div>
      <p role="status" className="num min-h-6 text-sm">
        {answer}
      </p>
    </form>
  )
}
