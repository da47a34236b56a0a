import { tokenize } from '#engine/quantity/tokens.ts'
import { FUNCTIONS } from '#engine/worksheet/functions.ts'

type Completion = { readonly label: string; readonly kind: 'name' | 'function' | 'unit'; readonly detail: string }

/** The units that people write; the table knows more spellings than anyone wants to read. */
const COMMON_UNITS: readonly (readonly [string, string])[] = [
  ['KB', '1,000 bytes'],
  ['MB', '10^6 bytes'],
  ['GB', '10^9 bytes'],
  ['TB', '10^12 bytes'],
  ['PB', '10^15 bytes'],
  ['KiB', '1,024 bytes'],
  ['MiB', '2^20 bytes'],
  ['GiB', '2^30 bytes'],
  ['TiB', '2^40 bytes'],
  ['Mbps', '10^6 bits a second'],
  ['Gbps', '10^9 bits a second'],
  ['ms', 'thousandth of a second'],
  ['us', 'millionth of a second'],
  ['second', ''],
  ['minute', ''],
  ['hour', ''],
  ['day', '24 hours'],
  ['week', '7 days'],
  ['month', '30 days'],
  ['year', '365 days'],
  ['qps', 'queries a second'],
  ['million', '10^6'],
  ['billion', '10^9'],
  ['users', 'count noun'],
  ['requests', 'count noun'],
  ['USD', 'US dollars'],
]

export type CompletionResult = { readonly from: number; readonly options: readonly Completion[] }

/**
 * What may stand at the end of `before` (the line up to the cursor): units after a number or `/`, else names with their
 * values and functions. Null when nothing is being typed.
 */
export function completionsAt(before: string, names: Iterable<readonly [string, string]>): CompletionResult | null {
  const tokens = tokenize(before).filter(token => token.kind !== 'end')
  const word = tokens.at(-1)
  if (before.includes('#') || word?.kind !== 'word' || word.end !== before.length) return null
  const previous = tokens.at(-2)
  const afterNumber = previous?.kind === 'number' || previous?.text === 'per' || previous?.text === 'in'
  const afterSlash = previous?.text === '/'
  const units = COMMON_UNITS.map(([label, detail]): Completion => ({ label, kind: 'unit', detail }))
  const values = [...names].map(([label, detail]): Completion => ({ label, kind: 'name', detail }))
  const functions = [...FUNCTIONS.values()].map((f): Completion => ({ label: `${f.name}(`, kind: 'function', detail: f.summary }))
  const options = afterNumber ? units : [...values, ...(afterSlash ? units : functions)]
  const typed = word.text.toLowerCase()
  const matching = options.filter(option => option.label.toLowerCase().startsWith(typed) && option.label !== word.text)
  return matching.length === 0 ? null : { from: word.start, options: matching }
}
