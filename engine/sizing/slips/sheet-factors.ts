import { isCount } from '#engine/quantity/dimension.ts'
import type { Amount } from '#engine/worksheet/amount.ts'
import { childrenOf, type Node, namesIn } from '#engine/worksheet/ast.ts'
import { lineOfName } from '#engine/worksheet/chain.ts'
import { evaluateSheet, type Worksheet, type WorksheetOptions } from '#engine/worksheet/evaluate-sheet.ts'
import { type Input, inputsOf, scaledResult } from '#engine/worksheet/inputs.ts'
import type { FactorRole, SlipCandidate, SlipFactor } from './known-slips.ts'
import { type InputPlace, roleOf, roleOfWords } from './roles.ts'

/** What is left out when an input is: its number, in base units for bytes and for anything with a per in it. */
function amountOf(input: Input): number {
  if (input.percent || isCount(input.quantity.dimension)) return input.quantity.base
  return input.quantity.dimension.information !== 0 ? input.quantity.base : input.number
}

function nameOf(input: Input): string {
  return input.name ?? input.text
}

export type SheetFactor = SlipFactor & { readonly line: number }

/** A factor farther up than the line that was asked for is a little less likely. */
const UPSTREAM = 0.95

function placeOf(sheet: Worksheet, texts: readonly string[], input: Input, line: number): InputPlace {
  const text = texts[input.line - 1] ?? ''
  const at = sheet.lines[(input.name === null ? input.line : line) - 1]
  return {
    comment: text.includes('#') ? text.slice(text.indexOf('#') + 1).trim() : '',
    lineName: sheet.lines[input.line - 1]?.name ?? null,
    result: at?.value?.quantity ?? null,
  }
}

/** What a line uses directly: its own numbers, and the names in it. */
function isDirect(sheet: Worksheet, input: Input, line: number): boolean {
  const { expression } = sheet.lines[line - 1] ?? {}
  return input.line === line || (input.name !== null && expression !== undefined && namesIn(expression).has(input.name))
}

export type InputEffect = { readonly input: Input; readonly role: FactorRole; readonly effectOf: (factor: number) => number }

/** The inputs of a line, each with its role and with what scaling it does to the result. `source` holds the lines that `line` depends on. */
export function inputEffects(source: string, sheet: Worksheet, line: number, options: WorksheetOptions): readonly InputEffect[] {
  const inputs = inputsOf(source, sheet, line, options)
  const expected = evaluateSheet(source, { ...options, probe: { smooth: true } }).lines[line - 1]?.value?.quantity.base
  if (!expected) return []
  const texts = source.split('\n')
  return inputs
    .filter(input => input.power !== 0 && !input.exponent)
    .map(input => ({
      input,
      role: roleOf(input, placeOf(sheet, texts, input, line)),
      effectOf: (factor: number) => (scaledResult(source, line, input, factor, options) ?? Number.NaN) / expected,
    }))
}

/** The inputs of a line as factors, with what forgetting, doubling and inverting each of them does to the result. */
export function factorsOf(sheet: Worksheet, line: number, effects: readonly InputEffect[]): readonly SheetFactor[] {
  return effects.flatMap(({ input, role, effectOf }): SheetFactor[] => {
    const value = amountOf(input)
    if (!(value > 0)) return []
    return [
      {
        name: nameOf(input),
        value,
        role,
        line: input.line,
        divides: input.power < 0,
        ...(!isDirect(sheet, input, line) && { weight: UPSTREAM }),
        effect: { omitted: effectOf(1 / value), doubled: effectOf(value), inverted: effectOf(1 / value ** 2) },
      },
    ]
  })
}

const ROUNDING: ReadonlySet<string> = new Set(['ceil', 'floor', 'round'])

/** The factors of a product, those that divide marked, through `in` and rounding. */
function productOf(node: Node, divides = false): readonly { readonly node: Node; readonly divides: boolean }[] {
  if (node.kind === 'convert') return productOf(node.operand, divides)
  const [inside] = node.kind === 'call' && ROUNDING.has(node.name) ? node.arguments : []
  if (inside) return productOf(inside, divides)
  if (node.kind !== 'binary' || (node.operator !== '*' && node.operator !== '/')) return [{ node, divides }]
  return [...productOf(node.left, divides), ...productOf(node.right, node.operator === '/' ? !divides : divides)]
}

/** The counts that a line multiplies or divides by and that are computed on other lines. `source` holds the lines that `line` depends on. */
export function computedFactors(source: string, line: number, options: WorksheetOptions): readonly SheetFactor[] {
  const sheet = evaluateSheet(source, options)
  const { expression } = sheet.lines[line - 1] ?? {}
  const factors = expression ? productOf(expression) : []
  if (factors.length < 2) return []
  return factors.flatMap(({ node, divides }): SheetFactor[] => {
    const at = node.kind === 'name' ? lineOfName(sheet, node.name) : null
    const value = at?.value?.quantity
    if (node.kind !== 'name' || !at || !value || !isCount(value.dimension) || !(value.base > 0)) return []
    if (at.expression?.kind === 'literal' || at.expression?.kind === 'range') return []
    const { base } = value
    const effect = divides
      ? { omitted: base, doubled: 1 / base, inverted: base ** 2 }
      : { omitted: 1 / base, doubled: base, inverted: 1 / base ** 2 }
    return [{ name: node.name, value: base, role: 'other', line: at.line, divides, effect, weight: 0.97 }]
  })
}

const ELSEWHERE: ReadonlySet<FactorRole> = new Set<FactorRole>(['peak', 'replication', 'read-write'])

/** Factors that the sheet names and this line does not use, but may have been applied to it by mistake. */
export function factorsElsewhere(sheet: Worksheet, chain: readonly number[]): readonly SheetFactor[] {
  const used = new Set(chain)
  return sheet.lines.flatMap(({ line, name, value, expression }): SheetFactor[] => {
    if (used.has(line) || name === undefined || expression?.kind !== 'literal' || !value) return []
    const { base, dimension } = value.quantity
    const role = roleOfWords(name)
    if (!role || !ELSEWHERE.has(role) || !isCount(dimension) || base <= 1) return []
    return [{ name, value: base, role, line, elsewhere: true }]
  })
}

const MAX_SUMMANDS = 5
/** Sums looked into, those nearest to the answer first. */
const MAX_SUMS = 12

function summandsOf(node: Node): readonly Node[] {
  return node.kind === 'binary' && node.operator === '+' ? [...summandsOf(node.left), ...summandsOf(node.right)] : [node]
}

function sumsIn(node: Node): readonly (readonly Node[])[] {
  const summands = summandsOf(node)
  if (summands.length > 1) return [summands, ...summands.flatMap(sumsIn)]
  return childrenOf(node).flatMap(sumsIn)
}

/** Parts of a sum that were left out. `source` holds the lines that `line` depends on. */
export function partialSums(source: string, line: number, expected: number, options: WorksheetOptions): readonly SlipCandidate[] {
  const texts = source.split('\n')
  const sheet = evaluateSheet(source, options)
  const near = sheet.lines.filter(at => at.expression && sumsIn(at.expression).length > 0).slice(-MAX_SUMS)
  return near.flatMap(at =>
    !at.expression
      ? []
      : sumsIn(at.expression).flatMap((summands): SlipCandidate[] => {
          if (summands.length > MAX_SUMMANDS) return []
          const subsets = Array.from({ length: 2 ** summands.length - 2 }, (_, i) =>
            summands.filter((_, bit) => (((i + 1) >> bit) & 1) === 1),
          )
          return subsets.flatMap((dropped): SlipCandidate[] => {
            const isDropped = (node: Node) =>
              dropped.some(part => part.start === node.start && part.end === node.end && part.kind === node.kind)
            const keep = (node: Node, amount: Amount, on: number): Amount =>
              on === at.line && isDropped(node) ? { quantity: { ...amount.quantity, base: 0 } } : amount
            const result = evaluateSheet(source, { ...options, probe: { smooth: true, at: keep } }).lines[line - 1]?.value
              ?.quantity.base
            if (result === undefined || result <= 0) return []
            const names = dropped.map(part => `\`${(texts[at.line - 1] ?? '').slice(part.start, part.end)}\``)
            const explanation = `${names.join(' and ')} left out of the sum`
            return [
              {
                id: 'omitted_factor',
                multiplier: result / expected,
                weight: 0.9,
                explanation,
                own: true,
                factor: names.join(' '),
              },
            ]
          })
        }),
  )
}
