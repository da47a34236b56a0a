import { formatQuantityParts } from '#engine/quantity/format.ts'
import { evaluateExpression } from '#engine/worksheet/worksheet.ts'
import type { ShownFact } from './shown-fact.ts'

/** A computed number in the text: worked out by the engine when the page is made, never typed by hand. */
export function Value({ of }: { of: string }) {
  const result = evaluateExpression(of)
  // The content check refuses a lesson whose values cannot be computed; an author's preview may still show one.
  if (!result.ok) return <span className="num text-bad">{of}</span>
  const { number, unit } = formatQuantityParts(result.value.quantity, { hint: result.value.unitHint })
  return (
    <span className="num whitespace-nowrap" title={`${of} (computed)`}>
      {number}
      {unit ? <span className="unit">{unit.startsWith('%') ? unit : `\u202f${unit.trim()}`}</span> : null}
    </span>
  )
}

/** A number of content/reference with its source, its date and how sure it is. */
export function Fact({ fact }: { fact: ShownFact | undefined }) {
  if (!fact) return null
  const source = `${fact.source.title}, ${fact.date}; ${fact.sure}`
  return (
    <span className="fact">
      <span className="num">{fact.value}</span>{' '}
      <span className="fact-source">({fact.source.url ? <a href={fact.source.url}>{source}</a> : source})</span>
    </span>
  )
}
