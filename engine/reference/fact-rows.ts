import { dimensionName } from '../quantity/dimension.ts'
import { evaluateExpression } from '../worksheet/worksheet.ts'

export const factOrders = ['given', 'value', 'name', 'sure', 'date'] as const
export type FactOrder = (typeof factOrders)[number]

/** How far a number can be trusted, the most first. */
const trust = ['documented', 'measured', 'reported', 'rule of thumb', 'disputed']

type Fact = { readonly name: string; readonly value: string; readonly sure: string; readonly date: string }

export type FactRow<T extends Fact> = {
  readonly fact: T
  /** In base units; the ends of a range. Null when it cannot be read. */
  readonly span: { readonly from: number; readonly to: number; readonly kind: string } | null
}

/** Facts in an order, each with its value read. Values of several kinds are sorted kind by kind: a second is not more than a byte. */
export function factRows<T extends Fact>(facts: readonly T[], order: FactOrder): readonly FactRow<T>[] {
  const rows = facts.map(fact => ({ fact, span: spanOf(fact.value) }))
  const by: Readonly<Record<FactOrder, (a: FactRow<T>, b: FactRow<T>) => number>> = {
    given: () => 0,
    value: (a, b) => byText(a.span?.kind ?? '', b.span?.kind ?? '') || (a.span?.from ?? 0) - (b.span?.from ?? 0),
    name: (a, b) => byText(a.fact.name, b.fact.name),
    sure: (a, b) => trust.indexOf(a.fact.sure) - trust.indexOf(b.fact.sure),
    // The newest first.
    date: (a, b) => byText(b.fact.date, a.fact.date),
  }
  return rows.toSorted(by[order])
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function spanOf(value: string): FactRow<Fact>['span'] {
  const read = evaluateExpression(value)
  if (!read.ok) return null
  const { quantity, range } = read.value
  return { from: range?.p10 ?? quantity.base, to: range?.p90 ?? quantity.base, kind: dimensionName(quantity.dimension) }
}

/** The smallest and the largest of each kind of which there are three or more and which differ tenfold: only there does a scale say something. */
export function scalesOf(rows: readonly FactRow<Fact>[]): ReadonlyMap<string, { readonly low: number; readonly high: number }> {
  const spans = rows.flatMap(({ span }) => (span && span.from > 0 ? [span] : []))
  const scales = new Map<string, { low: number; high: number }>()
  for (const kind of new Set(spans.map(span => span.kind))) {
    const same = spans.filter(span => span.kind === kind)
    const low = Math.min(...same.map(({ from }) => from))
    const high = Math.max(...same.map(({ to }) => to))
    if (same.length >= 3 && high / low >= 10) scales.set(kind, { low, high })
  }
  return scales
}
