import { isCount, sameDimension, TIME } from '#engine/quantity/dimension.ts'
import type { Amount } from '#engine/worksheet/amount.ts'
import { childrenOf, type Node } from '#engine/worksheet/ast.ts'
import { evaluateSheet, type Worksheet, type WorksheetOptions } from '#engine/worksheet/evaluate-sheet.ts'
import { type Input, inputsOf, scaledResult } from '#engine/worksheet/inputs.ts'
import type { FactorRole, SlipCandidate, SlipFactor } from './known-slips.ts'

/** What an input stands for, by the words that people use for it. The first that fits. */
const ROLE_WORDS: readonly (readonly [FactorRole, RegExp])[] = [
  ['peak', /peak|burst|spike/],
  ['replication', /repl|copies|copy|redundan|(^|_)(rf|rep|r_factor)(_|$)/],
  ['read-write', /ratio|read_?write|rw|per_write|reads_per|views_per/],
  ['retention', /retention|years?$|keep|(^|_)ret(_|$)/],
  ['percent', /percent|pct|frac|share|hot|hit|miss|sampl/],
  ['population', /(^|_)(users?|dau|mau|active|registered|drivers?|riders?|customers?|accounts?|members?|subscribers?)(_|$)/],
]

const PERIOD_WORDS = /(^|_)(d|day|days|week|month|months|year|hour|hours|min|sec|secs|seconds|d_m|m_y|d_y)(_|$)/

/** Lengths of time that sheets write as plain numbers. */
const PERIODS = new Set([7, 12, 24, 30, 60, 365, 1440, 3600, 86_400, 2_592_000, 31_536_000])

function roleOf(input: Input): FactorRole {
  const name = (input.name ?? '').toLowerCase()
  const named = ROLE_WORDS.find(([, words]) => words.test(name))
  if (named) return named[0]
  if (input.percent) return 'percent'
  const { dimension } = input.quantity
  const isLength = sameDimension(dimension, TIME) || (isCount(dimension) && PERIODS.has(input.number))
  if (isLength && (input.name === null || PERIOD_WORDS.test(input.name.toLowerCase()))) return 'period'
  return isCount(dimension) && input.number > 0 && input.number < 1 ? 'percent' : 'other'
}

/** What is left out when an input is: its number, in base units for bytes and for anything with a per in it. */
function amountOf(input: Input): number {
  if (input.percent || isCount(input.quantity.dimension)) return input.quantity.base
  return input.quantity.dimension.information !== 0 ? input.quantity.base : input.number
}

function nameOf(input: Input): string {
  return input.name ?? input.text
}

export type SheetFactor = SlipFactor & { readonly line: number }

/** The inputs of a line as factors, with what forgetting, doubling and inverting each of them does to the result. */
export function factorsOf(source: string, sheet: Worksheet, line: number, options: WorksheetOptions): readonly SheetFactor[] {
  const inputs = inputsOf(source, sheet, line, options)
  const expected = evaluateSheet(source, { ...options, probe: { smooth: true } }).lines[line - 1]?.value?.quantity.base
  if (!expected) return []
  return inputs.flatMap((input): SheetFactor[] => {
    const value = amountOf(input)
    if (input.power === 0 || input.exponent || !(value > 0)) return []
    const effectOf = (factor: number) => (scaledResult(source, line, input, factor, options) ?? Number.NaN) / expected
    return [
      {
        name: nameOf(input),
        value,
        role: roleOf(input),
        line: input.line,
        divides: input.power < 0,
        effect: { omitted: effectOf(1 / value), doubled: effectOf(value), inverted: effectOf(1 / value ** 2) },
      },
    ]
  })
}

const ELSEWHERE: ReadonlySet<FactorRole> = new Set<FactorRole>(['peak', 'replication', 'read-write'])

/** Factors that the sheet names and this line does not use, but may have been applied to it by mistake. */
export function factorsElsewhere(sheet: Worksheet, chain: readonly number[]): readonly SheetFactor[] {
  const used = new Set(chain)
  return sheet.lines.flatMap(({ line, name, value, expression }): SheetFactor[] => {
    if (used.has(line) || name === undefined || expression?.kind !== 'literal' || !value) return []
    const { base, dimension } = value.quantity
    const role = ROLE_WORDS.find(([, words]) => words.test(name.toLowerCase()))?.[0]
    if (!role || !ELSEWHERE.has(role) || !isCount(dimension) || base <= 1) return []
    return [{ name, value: base, role, line, elsewhere: true }]
  })
}

/** Another population of the sheet taken for the one of this line: total users for daily ones. */
export function populationSwaps(sheet: Worksheet, factors: readonly SheetFactor[]): readonly SlipCandidate[] {
  const populations = sheet.lines.flatMap(({ name, value }) => {
    const fits = name !== undefined && ROLE_WORDS.some(([role, words]) => role === 'population' && words.test(name.toLowerCase()))
    return fits && value && isCount(value.quantity.dimension) ? [{ name, base: value.quantity.base }] : []
  })
  return factors.flatMap(factor =>
    factor.role !== 'population'
      ? []
      : populations.flatMap((other): SlipCandidate[] => {
          if (other.name === factor.name || other.base === factor.value || other.base <= 0) return []
          const multiplier = factor.divides ? factor.value / other.base : other.base / factor.value
          const explanation = `\`${other.name}\` taken for \`${factor.name}\``
          return [{ id: 'wrong_population', multiplier, weight: 0.95, explanation, own: true, factor: other.name }]
        }),
  )
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
