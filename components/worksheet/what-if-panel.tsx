'use client'

import { useMemo, useState } from 'react'
import { formatQuantity } from '#engine/quantity/format.ts'
import type { Quantity } from '#engine/quantity/quantity.ts'
import { inputsOf } from '#engine/worksheet/inputs.ts'
import { evaluateWorksheet, type Worksheet } from '#engine/worksheet/worksheet.ts'
import { Button } from '../ui/button.tsx'

const steps = 40

/** A slider's place as a factor: from a tenth over one to ten times, evenly on a logarithmic scale. */
const toFactor = (place: number) => 10 ** (place / steps)
const short = (n: number) => Number(n.toPrecision(3))

type Changes = Readonly<Record<string, number>>

/** Puts factors to the literals of a sheet: each is replaced by itself times its factor. */
function changed(
  source: string,
  places: readonly { key: string; line: number; start: number; end: number }[],
  changes: Changes,
): string {
  const lines = source.split('\n')
  // From the right, so that earlier offsets in a line still hold.
  for (const { key, line, start, end } of places.toSorted((a, b) => b.start - a.start)) {
    const factor = toFactor(changes[key] ?? 0)
    const text = lines[line - 1]
    if (factor !== 1 && text !== undefined)
      lines[line - 1] = `${text.slice(0, start)}(${text.slice(start, end)} * ${factor})${text.slice(end)}`
  }
  return lines.join('\n')
}

/** Sliders for the numbers that a value depends on, and what every line of the sheet becomes. */
export function WhatIfPanel({
  source,
  sheet,
  name,
  given,
}: {
  source: string
  sheet: Worksheet
  name: string
  given?: Readonly<Record<string, Quantity>> | undefined
}) {
  const [changes, setChanges] = useState<Changes>({})
  const options = useMemo(() => (given ? { given } : {}), [given])
  const inputs = useMemo(
    () =>
      inputsOf(source, sheet, sheet.lines.find(l => l.name === name)?.line ?? 0, options)
        .filter(input => input.line > 0)
        .map(input => ({ ...input, key: `${input.line}:${input.start}` })),
    [source, sheet, name, options],
  )
  const after = useMemo(() => evaluateWorksheet(changed(source, inputs, changes), options), [source, inputs, changes, options])
  if (inputs.length === 0) return <p className="text-sm text-quiet">No number of the sheet goes into it.</p>
  const moved = [...sheet.values].flatMap(([key, value]) => {
    const now = after.values.get(key)?.quantity
    const ratio = now && value.quantity.base !== 0 ? now.base / value.quantity.base : 1
    return now && Math.abs(ratio - 1) > 1e-9
      ? [{ key, before: formatQuantity(value.quantity), now: formatQuantity(now), ratio }]
      : []
  })
  return (
    <div className="flex flex-col gap-5 text-sm">
      <div className="flex flex-col gap-3">
        {inputs.slice(0, 10).map(input => {
          const place = changes[input.key] ?? 0
          const value = formatQuantity({ ...input.quantity, base: input.quantity.base * toFactor(place) })
          const label = input.name ?? `${input.text} (line ${input.line})`
          return (
            <label key={input.key} className="grid grid-cols-[1fr_auto] gap-x-3">
              <span className="num truncate">{label}</span>
              <span className="num text-quiet">
                {value}
                {place === 0 ? '' : ` (x${short(toFactor(place))})`}
              </span>
              <input
                type="range"
                min={-steps}
                max={steps}
                value={place}
                aria-valuetext={`${value}, ${short(toFactor(place))} times`}
                className="col-span-2 w-full accent-accent"
                onChange={e => setChanges({ ...changes, [input.key]: Number(e.target.value) })}
              />
            </label>
          )
        })}
      </div>
      <div aria-live="polite">
        {moved.length === 0 ? (
          <p className="text-quiet">Move a slider to see which lines follow, and how far.</p>
        ) : (
          <table className="w-full">
            <caption className="mb-1 text-left font-semibold">What moves</caption>
            <thead className="sr-only">
              <tr>
                <th scope="col">Name</th>
                <th scope="col">As written</th>
                <th scope="col">Now</th>
                <th scope="col">Times</th>
              </tr>
            </thead>
            <tbody>
              {moved.map(row => (
                <tr key={row.key} className="border-t border-line">
                  <th scope="row" className="num py-1 pr-3 text-left font-normal">
                    {row.key}
                  </th>
                  <td className="num py-1 pr-3 text-right text-quiet">{row.before}</td>
                  <td className="num py-1 pr-3 text-right">{row.now}</td>
                  <td className="num py-1 text-right text-quiet">x{short(row.ratio)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {Object.values(changes).some(place => place !== 0) ? (
        <div>
          <Button size="sm" onClick={() => setChanges({})}>
            Put all back
          </Button>
        </div>
      ) : null}
    </div>
  )
}
