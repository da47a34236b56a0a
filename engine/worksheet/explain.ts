import { dimensionName, isCount } from '#engine/quantity/dimension.ts'
import { formatQuantity } from '#engine/quantity/format.ts'
import { parseQuantity } from '#engine/quantity/parse-quantity.ts'
import type { Amount, Value } from './amount.ts'
import { childrenOf, type Node } from './ast.ts'
import { chainOf, lineOfName, onlyLines } from './chain.ts'
import { evaluateSheet, type WorksheetOptions } from './evaluate-sheet.ts'
import { inputsOf } from './inputs.ts'
import { quantileOfSorted } from './sample.ts'

/** One line of a chain: what it says, with the numbers put in, how its units cancel, and what it gives. */
type ExplainedStep = {
  readonly line: number
  readonly name: string | null
  readonly formula: string
  readonly substituted: string
  readonly units: string
  readonly result: string
}

/** How far the answer moves when one number is raised by a tenth (0.1 is as much). */
type Move = { readonly line: number; readonly name: string | null; readonly text: string; readonly change: number }

export type Bin = { readonly from: number; readonly to: number; readonly share: number }

export type Explanation = {
  readonly line: number
  readonly text: string
  readonly steps: readonly ExplainedStep[]
  /** What the shown answer leaves out: the value in base units in full, and by what share the shown one differs. */
  readonly rounding: { readonly exact: string; readonly shown: string; readonly share: number }
  /** What the answer depends on, the strongest first. */
  readonly moves: readonly Move[]
  /** The spread of a range, in base units. */
  readonly histogram?: readonly Bin[]
}

const BINS = 20

/** Equal bins from the 1st to the 99th percentile, with the share of the sample in each; the tails fall into the end bins. */
export function histogramOf(sample: Float64Array, bins = BINS): readonly Bin[] {
  const sorted = Float64Array.from(sample).sort()
  const low = quantileOfSorted(sorted, 0.01)
  const width = (quantileOfSorted(sorted, 0.99) - low) / bins
  if (!(width > 0)) return [{ from: low, to: low, share: 1 }]
  const counts = new Array<number>(bins).fill(0)
  for (const value of sorted) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor((value - low) / width)))
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return counts.map((count, bin) => ({ from: low + bin * width, to: low + (bin + 1) * width, share: count / sorted.length }))
}

/** Puts the values of the names into the text of an expression. */
function substitute(text: string, node: Node, amounts: ReadonlyMap<Node, Amount>): string {
  const names: { start: number; end: number; value: string }[] = []
  const visit = (at: Node) => {
    const amount = amounts.get(at)
    if (at.kind === 'name' && amount) {
      const value = formatQuantity(amount.quantity, { hint: amount.hint })
      names.push({ start: at.start, end: at.end, value: amount.quantity.base < 0 ? `(${value})` : value })
    }
    for (const child of childrenOf(at)) visit(child)
  }
  visit(node)
  let result = ''
  let at = node.start
  for (const { start, end, value } of names.sort((a, b) => a.start - b.start)) {
    result += text.slice(at, start) + value
    at = end
  }
  return result + text.slice(at, node.end)
}

/** The units of a product as they are multiplied, before they cancel: `1/s * bytes * s`. Plain counts are left out. */
function unitsOf(node: Node, amounts: ReadonlyMap<Node, Amount>): string {
  const amount = amounts.get(node)
  if (!amount) return ''
  if (node.kind === 'convert') return unitsOf(node.operand, amounts)
  if (node.kind === 'binary' && (node.operator === '*' || node.operator === '/')) {
    const left = unitsOf(node.left, amounts)
    const right = unitsOf(node.right, amounts)
    if (right === '') return left
    const grouped = right.includes(' ') || (node.operator === '/' && right.includes('/')) ? `(${right})` : right
    return left === '' ? (node.operator === '/' ? `1/${grouped}` : right) : `${left} ${node.operator} ${grouped}`
  }
  return isCount(amount.quantity.dimension) ? '' : dimensionName(amount.quantity.dimension)
}

function roundingOf(value: Value, shown: string): Explanation['rounding'] {
  const { base, dimension } = value.quantity
  const scale = value.unitHint?.scale ?? 1
  const unit = value.unitHint?.text ?? (isCount(dimension) ? '' : dimensionName(dimension))
  const exact = `${trimmed(base / scale)}${unit === '' ? '' : unit === '%' ? '%' : ` ${unit}`}`
  const back = parseQuantity(shown)
  return { exact, shown, share: base !== 0 && back.ok ? back.quantity.base / base - 1 : 0 }
}

/** Up to twelve digits without a tail of nines or zeros. */
function trimmed(value: number): string {
  const rounded = Number(value.toPrecision(12))
  const text = String(rounded)
  if (text.includes('e')) return text
  const [whole = '', part] = text.split('.')
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part ? `.${part}` : '')
}

/**
 * Explains the value of a name or of a line: its chain, each step with the numbers put in and the units, the rounding, what
 * it depends on most, and the spread of a range. Null when there is no such value.
 */
export function explain(source: string, target: string | number, options: WorksheetOptions = {}): Explanation | null {
  const whole = evaluateSheet(source, options)
  const line = typeof target === 'number' ? target : (lineOfName(whole, target)?.line ?? 0)
  if (!whole.lines[line - 1]?.value) return null
  const chain = chainOf(whole, line)
  const reduced = onlyLines(source, chain)
  const texts = reduced.split('\n')
  const amounts = new Map<Node, Amount>()
  const record = (node: Node, amount: Amount) => {
    amounts.set(node, amount)
    return amount
  }
  const sheet = evaluateSheet(reduced, { ...options, probe: { at: record } })
  const steps = chain.flatMap((number): ExplainedStep[] => {
    const at = sheet.lines[number - 1]
    if (!at?.expression || !at.value) return []
    const text = texts[number - 1] ?? ''
    const units = unitsOf(at.expression, amounts)
    const dimension = dimensionName(at.value.quantity.dimension)
    return [
      {
        line: number,
        name: at.name ?? null,
        formula: text.slice(at.expression.start, at.expression.end),
        substituted: substitute(text, at.expression, amounts),
        units: units === '' || units === dimension ? dimension : `${units} = ${dimension}`,
        result: at.text ?? '',
      },
    ]
  })
  const { value, text = '' } = whole.lines[line - 1] ?? {}
  if (!value) return null
  const moves = inputsOf(source, whole, line, options)
    .map(({ line: at, name, text: written, power }): Move => ({ line: at, name, text: written, change: 1.1 ** power - 1 }))
    .filter(move => Math.abs(move.change) > 1e-9)
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || b.line - a.line)
  return {
    line,
    text,
    steps,
    rounding: roundingOf(value, formatQuantity(value.quantity, { hint: value.unitHint })),
    moves,
    ...(value.range && { histogram: histogramOf(value.range.sample) }),
  }
}
