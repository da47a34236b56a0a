'use client'

import { useMemo } from 'react'
import { formatQuantity } from '#engine/quantity/format.ts'
import type { Quantity } from '#engine/quantity/quantity.ts'
import { type Bin, explain } from '#engine/worksheet/explain.ts'
import type { Worksheet } from '#engine/worksheet/worksheet.ts'

const percent = (share: number) => `${share > 0 ? '+' : share < 0 ? '−' : ''}${Math.abs(share * 100).toPrecision(2)}%`

/** How a value came about: its chain with the numbers put in, what it depends on most, and its spread when it is a range. */
export function ExplainPanel({
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
  const explanation = useMemo(() => explain(source, name, given ? { given } : {}), [source, name, given])
  if (!explanation) return <p className="text-sm text-quiet">This line has no value yet; mend it first.</p>
  const value = sheet.values.get(name)
  const strongest = Math.max(...explanation.moves.map(m => Math.abs(m.change)), 1e-9)
  return (
    <div className="flex flex-col gap-5 text-sm">
      <ol className="flex flex-col gap-2" aria-label={`How ${name} comes about`}>
        {explanation.steps.map(step => (
          <li key={step.line} className="border-l-2 border-line pl-3">
            <p className="num break-words">
              <span className="text-accent">{step.name ?? `line ${step.line}`}</span> = {step.formula}
            </p>
            {step.substituted === step.formula ? null : <p className="num break-words text-quiet">= {step.substituted}</p>}
            {step.units === '' ? null : <p className="num text-xs break-words text-faint">{step.units}</p>}
            <p className="num font-semibold">= {step.result}</p>
          </li>
        ))}
      </ol>
      {explanation.rounding.share === 0 ? null : (
        <p className="text-quiet">
          In full it is <span className="num">{explanation.rounding.exact}</span>; shown as{' '}
          <span className="num">{explanation.rounding.shown}</span>.
        </p>
      )}
      {explanation.moves.length > 0 ? (
        <table>
          <caption className="mb-1 text-left font-semibold">A tenth more of each moves it by</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">Number</th>
              <th scope="col">Change</th>
              <th scope="col">As a bar</th>
            </tr>
          </thead>
          <tbody>
            {explanation.moves.slice(0, 8).map(move => (
              <tr key={`${move.line}-${move.text}-${move.change}`}>
                <th scope="row" className="num py-0.5 pr-3 text-left font-normal">
                  {move.name ? `${move.name}: ` : ''}
                  {move.text}
                </th>
                <td className="num py-0.5 pr-3 text-right">{percent(move.change)}</td>
                <td className="w-2/5 py-0.5" aria-hidden>
                  <div
                    className="h-1.5 rounded-full bg-accent"
                    style={{ width: `${(Math.abs(move.change) / strongest) * 100}%` }}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {explanation.histogram && value?.range ? (
        <figure>
          <figcaption className="mb-1 font-semibold">Where it lies</figcaption>
          <Histogram bins={explanation.histogram} />
          <p className="num mt-1 text-quiet">
            p10 {formatQuantity({ ...value.quantity, base: value.range.p10 })}, p50{' '}
            {formatQuantity({ ...value.quantity, base: value.range.p50 })}, p90{' '}
            {formatQuantity({ ...value.quantity, base: value.range.p90 })}
          </p>
        </figure>
      ) : null}
    </div>
  )
}

function Histogram({ bins }: { bins: readonly Bin[] }) {
  const tallest = Math.max(...bins.map(b => b.share))
  const width = 100 / bins.length
  return (
    <svg aria-hidden viewBox="0 0 100 32" preserveAspectRatio="none" className="h-16 w-full">
      {bins.map((bin, i) => (
        <rect
          key={bin.from}
          x={i * width + 0.3}
          width={width - 0.6}
          y={32 - (bin.share / tallest) * 32}
          height={(bin.share / tallest) * 32}
          className="fill-data-1"
        />
      ))}
    </svg>
  )
}
