import { dimensionName } from '#engine/quantity/dimension.ts'
import type { Value } from '#engine/worksheet/amount.ts'
import { evaluateExpression, evaluateWorksheet, formatValue, references } from '#engine/worksheet/worksheet.ts'
import { type Demand, type DemandProblem, type KnownInput, type ReferenceValue, readDemand } from './demand.ts'
import type { SizingGive, SizingRule, SizingRules } from './rules.ts'

/** Another result for the same question, and why the two differ. */
export type Disagreement = {
  readonly id: string
  readonly says: string
  readonly with: readonly { readonly name: string; readonly text: string }[]
}

/** One number of a plan, with the rule that gave it. */
export type PlanRow = {
  readonly rule: string
  readonly title: string
  readonly name: string
  readonly what: string
  readonly base: number
  readonly dimension: string
  readonly text: string
  readonly p10?: number
  readonly p90?: number
  /** In the worksheet language, over other rows and inputs. */
  readonly formula: string
  /** What the case of a rule with cases is called. */
  readonly note?: string
  readonly source: string
  readonly weakness: string
  readonly disagrees?: readonly Disagreement[]
}

export type PlanInput = {
  readonly name: string
  readonly what: string
  readonly text: string
  readonly origin: KnownInput['origin']
}

export type Plan = {
  readonly inputs: readonly PlanInput[]
  readonly rows: readonly PlanRow[]
  readonly warnings: readonly { readonly rule: string; readonly says: string }[]
  /** Rules that had nothing to go on, with the inputs that would let them speak. */
  readonly unused: readonly { readonly rule: string; readonly title: string; readonly needs: readonly string[] }[]
  /** The whole plan as a worksheet: one line a number. */
  readonly worksheet: string
  readonly problems: readonly DemandProblem[]
}

type Draft = { readonly rule: SizingRule; readonly give: SizingGive; readonly formula: string; readonly note?: string }

type Bench = {
  readonly lines: string[]
  readonly names: Set<string>
  readonly lists: ReadonlyMap<string, readonly string[]>
  readonly drafts: Draft[]
}

const valuesOf = (bench: Bench): ReadonlyMap<string, Value> => evaluateWorksheet(bench.lines.join('\n')).values

/** The value of a formula over what is known so far. */
function evaluateOver(values: ReadonlyMap<string, Value>, formula: string): number | null {
  const given = Object.fromEntries([...values].map(([name, { quantity }]) => [name, quantity]))
  const result = evaluateExpression(formula, { given })
  return result.ok ? result.value.quantity.base : null
}

/** Binary fractions make 999.9999999999999 of 1000: nearer than this is not below. */
const isBelow = (a: number, b: number) => a < b - Math.abs(b) * 1e-9

const CONVENTIONS: ReadonlySet<string> = new Set(['day', 'month', 'year'])

function canCompute(bench: Bench, formula: string): boolean {
  return references(formula, bench.names).every(name => bench.names.has(name) || CONVENTIONS.has(name))
}

/** The formula of a result when all its names have a value: the product over a list, or the case that holds. */
function formulaOf(bench: Bench, give: SizingGive): { readonly formula: string; readonly note?: string } | null {
  if (give.formula !== undefined) return canCompute(bench, give.formula) ? { formula: give.formula } : null
  if (give.each) {
    const { list, formula } = give.each
    const items = bench.lists.get(list)
    if (!items || items.length === 0) return null
    return { formula: items.map(item => `(${formula.replaceAll('ITEM', `(${item})`)})`).join(' * ') }
  }
  if (give.by === undefined || !give.cases || !bench.names.has(give.by)) return null
  const values = valuesOf(bench)
  const value = values.get(give.by)?.quantity.base
  if (value === undefined) return null
  const found = give.cases.find(
    ({ below }) => below === undefined || isBelow(value, evaluateOver(values, below) ?? Number.NEGATIVE_INFINITY),
  )
  if (!found || !canCompute(bench, found.formula)) return null
  return { formula: found.formula, ...(found.says !== undefined && { note: found.says }) }
}

function draftRule(bench: Bench, rule: SizingRule): void {
  if (!rule.needs.every(name => bench.names.has(name) || bench.lists.has(name))) return
  const heading = `# ${rule.title}`
  for (const give of rule.gives) {
    if (bench.names.has(give.name)) continue
    const found = formulaOf(bench, give)
    if (!found) continue
    if (!bench.lines.includes(heading)) bench.lines.push('', heading)
    bench.lines.push(`${give.name} = ${found.formula}`)
    bench.names.add(give.name)
    bench.drafts.push({ rule, give, ...found })
  }
}

const DIFFER = 0.01
const differ = (a: number, b: number) => Math.abs(a - b) > DIFFER * Math.max(Math.abs(a), Math.abs(b))

function disagreementsOf(name: string, rules: SizingRules, values: ReadonlyMap<string, Value>): readonly Disagreement[] {
  const own = values.get(name)
  if (!own) return []
  return rules.contradictions.flatMap(({ id, between, says }): Disagreement[] => {
    if (!between.includes(name)) return []
    const others = between.flatMap(other => {
      const value = values.get(other)
      return other !== name && value && differ(value.quantity.base, own.quantity.base)
        ? [{ name: other, text: formatValue(value) }]
        : []
    })
    return others.length > 0 ? [{ id, says, with: others }] : []
  })
}

function warningsOf(rules: SizingRules, drafts: readonly Draft[], values: ReadonlyMap<string, Value>): Plan['warnings'] {
  const used = new Set(drafts.map(({ rule }) => rule.id))
  return rules.rules.flatMap(rule =>
    !used.has(rule.id)
      ? []
      : rule.warnings.flatMap(({ value, above, below, says }) => {
          const found = evaluateOver(values, value)
          const limit = evaluateOver(values, above ?? below ?? '')
          if (found === null || limit === null) return []
          return (above === undefined ? isBelow(found, limit) : isBelow(limit, found)) ? [{ rule: rule.id, says }] : []
        }),
  )
}

/** Every rule without a row, and those of its needs that have no value. */
function unusedRules(rules: SizingRules, bench: Bench): Plan['unused'] {
  const used = new Set(bench.drafts.map(({ rule }) => rule.id))
  const inputs = rules.inputs.map(({ name }) => name)
  return rules.rules
    .filter(rule => !used.has(rule.id))
    .map(({ id, title, needs, gives }) => {
      const wanted = [...needs, ...gives.flatMap(({ formula }) => (formula === undefined ? [] : references(formula, inputs)))]
      const own = new Set(gives.map(({ name }) => name))
      const missing = wanted.filter(name => !own.has(name) && !bench.names.has(name) && !bench.lists.has(name))
      return { rule: id, title, needs: [...new Set(missing)] }
    })
}

/**
 * A plan from a demand: every rule that has what it needs, in the order of the rules, each number with its formula, source and
 * known weakness, and beside it the rules that answer otherwise. What the demand does not say is taken from defaults and reference
 * facts, and listed as such. Faults of the demand come back together, each with its path; the rest is computed all the same. Never throws.
 */
export function size(demand: Demand, rules: SizingRules, reference: readonly ReferenceValue[]): Plan {
  const { known, problems } = readDemand(demand, rules, reference)
  const single = known.filter(({ input }) => !input.list)
  const bench: Bench = {
    lines: single.map(({ input, items }) => `${input.name} = ${items[0] ?? '0'}`),
    names: new Set(single.map(({ input }) => input.name)),
    lists: new Map(known.filter(({ input }) => input.list).map(({ input, items }) => [input.name, items])),
    drafts: [],
  }
  for (const rule of rules.rules) draftRule(bench, rule)
  const worksheet = bench.lines.join('\n')
  const sheet = evaluateWorksheet(worksheet)
  const { values } = sheet
  const faults = sheet.errors.map(
    (error): DemandProblem => ({
      path: [],
      message: `"${bench.lines[error.line - 1] ?? ''}": ${error.message}`,
      mend: error.mend ?? 'correct the values that it uses',
    }),
  )
  const rows = bench.drafts.flatMap(({ rule, give, formula, note }): PlanRow[] => {
    const value = values.get(give.name)
    if (!value) return []
    const disagrees = disagreementsOf(give.name, rules, values)
    return [
      {
        rule: rule.id,
        title: rule.title,
        name: give.name,
        what: give.what,
        base: value.quantity.base,
        dimension: dimensionName(value.quantity.dimension),
        text: formatValue(value),
        ...(value.range && { p10: value.range.p10, p90: value.range.p90 }),
        formula,
        ...(note !== undefined && { note }),
        source: rule.source,
        weakness: rule.weakness,
        ...(disagrees.length > 0 && { disagrees }),
      },
    ]
  })
  return {
    inputs: known.map(({ input, items, origin }) => ({ name: input.name, what: input.what, text: items.join(', '), origin })),
    rows,
    warnings: warningsOf(rules, bench.drafts, values),
    unused: unusedRules(rules, bench),
    worksheet,
    problems: [...problems, ...faults],
  }
}
