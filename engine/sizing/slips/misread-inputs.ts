import { CALENDAR, type Conventions, namedConventions } from '#engine/quantity/conventions.ts'
import { isCount, sameDimension, TIME } from '#engine/quantity/dimension.ts'
import type { Quantity } from '#engine/quantity/quantity.ts'
import { type UnitExpression, unitScale } from '#engine/quantity/unit-expression.ts'
import { lookupUnit } from '#engine/quantity/unit-index.ts'
import type { Amount } from '#engine/worksheet/amount.ts'
import { childrenOf, type Node } from '#engine/worksheet/ast.ts'
import { evaluateSheet, type WorksheetOptions } from '#engine/worksheet/evaluate-sheet.ts'
import type { SlipCandidate } from './known-slips.ts'
import type { InputEffect } from './sheet-factors.ts'

const LENGTHS: readonly (readonly [number, string])[] = [
  [1, 'second'],
  [60, 'minute'],
  [3600, 'hour'],
  [CALENDAR.day, 'day'],
  [CALENDAR.month, 'month'],
  [CALENDAR.year, 'year'],
]

/** The length of the one time unit in the text of a number: 3600 for `$0.05 /hour`. */
function lengthIn(text: string): number | null {
  const lengths = (text.match(/[A-Za-z]+/g) ?? []).flatMap(word => {
    const unit = lookupUnit(word)
    if (!unit || !sameDimension(unit.dimension, TIME)) return []
    return [unit.convention ? unit.factor * CALENDAR[unit.convention] : unit.factor]
  })
  return lengths.length === 1 ? (lengths[0] ?? null) : null
}

/** A number read with another period than it was given: `6 /day` as 6 an hour, `15 min` as 15 s. */
export function misreadPeriods(effects: readonly InputEffect[]): readonly SlipCandidate[] {
  return effects.flatMap(({ input, effectOf }): SlipCandidate[] => {
    const { time } = input.quantity.dimension
    const length = Math.abs(time) === 1 ? lengthIn(input.text) : null
    const at = LENGTHS.findIndex(([seconds]) => seconds === length)
    if (length === null || at < 0) return []
    return LENGTHS.flatMap(([other, name], index): SlipCandidate[] => {
      if (other === length) return []
      const shown = `\`${input.name ?? input.text}\``
      const reading = time < 0 ? `per ${name}` : `${name}s`
      return [
        {
          id: 'period',
          multiplier: effectOf((other / length) ** time),
          weight: Math.abs(index - at) === 1 ? 0.9 : 0.8,
          explanation: `${shown} read in ${reading}: the period is wrong`,
          own: true,
          alone: true,
          factor: input.name ?? input.text,
        },
      ]
    })
  })
}

const LONGEST_STAY = CALENDAR.day

/** A part of a day counted as the whole of it: 24 hours of trading for six and a half. */
export function wholeDays(effects: readonly InputEffect[]): readonly SlipCandidate[] {
  return effects.flatMap(({ input, effectOf }): SlipCandidate[] => {
    const { base, dimension } = input.quantity
    if (!sameDimension(dimension, TIME) || base < CALENDAR.day / 24 || base >= CALENDAR.day) return []
    const name = input.name ?? input.text
    const explanation = `a whole day was counted where \`${name}\` is meant: the period is wrong`
    return [
      { id: 'period', multiplier: effectOf(CALENDAR.day / base), weight: 0.8, explanation, own: true, alone: true, factor: name },
    ]
  })
}

/** Little's law: what is going on at one time is what begins, times how long it lasts. Forgotten, the beginnings alone are stated. */
export function forgottenDurations(effects: readonly InputEffect[], expected: Quantity): readonly SlipCandidate[] {
  if (expected.dimension.time > 0) return []
  return effects.flatMap(({ input, effectOf }): SlipCandidate[] => {
    const { base, dimension } = input.quantity
    if (!sameDimension(dimension, TIME) || input.power <= 0 || base === 1 || base >= LONGEST_STAY) return []
    const name = input.name ?? input.text
    return [
      {
        id: 'dimensional',
        multiplier: effectOf(1 / base),
        weight: isCount(expected.dimension) ? 0.93 : 0.85,
        explanation: `Little's law: what begins a second was taken for what goes on at a time, without \`${name}\``,
        own: true,
        alone: true,
        factor: name,
      },
    ]
  })
}

type Found = { readonly line: number; readonly node: Node }

function nodesOf(node: Node): readonly Node[] {
  return [node, ...childrenOf(node).flatMap(nodesOf)]
}

/** Every node of the sheet that `wanted` takes, with its line. */
function findNodes(source: string, options: WorksheetOptions, wanted: (node: Node) => boolean): readonly Found[] {
  return evaluateSheet(source, options).lines.flatMap(({ line, expression }) =>
    expression ? nodesOf(expression).flatMap(node => (wanted(node) ? [{ line, node }] : [])) : [],
  )
}

/** The value of a line when the value of one node is changed. Rounding to whole numbers is left out. */
function resultWith(
  source: string,
  line: number,
  { line: on, node: target }: Found,
  change: (base: number) => number,
  options: WorksheetOptions,
): number | null {
  const at = (node: Node, amount: Amount, number: number): Amount =>
    number === on && node.kind === target.kind && node.start === target.start && node.end === target.end
      ? { ...amount, quantity: { ...amount.quantity, base: change(amount.quantity.base) } }
      : amount
  return evaluateSheet(source, { ...options, probe: { smooth: true, at } }).lines[line - 1]?.value?.quantity.base ?? null
}

/** Lengths that sheets write as plain numbers, and what each is under a convention. */
const WRITTEN: ReadonlyMap<number, (c: Conventions) => number> = new Map([
  [86_400, (c: Conventions) => c.day],
  [2_592_000, (c: Conventions) => c.month],
  [31_536_000, (c: Conventions) => c.year],
])

const isPlain = ({ dimension }: UnitExpression) => isCount(dimension) || sameDimension(dimension, TIME)

/** By what a number or unit changes under a convention. */
function conventionFactor(node: Node, conventions: Conventions): number {
  if (node.kind !== 'literal' && node.kind !== 'unit') return 1
  const unit = node.kind === 'literal' ? node.literal.unit : node.unit
  if (unit.day !== 0 || unit.month !== 0 || unit.year !== 0) return unitScale(unit, conventions) / unitScale(unit, CALENDAR)
  const written = node.kind === 'literal' && isPlain(unit) ? WRITTEN.get(node.literal.number) : undefined
  return written ? written(conventions) / written(CALENDAR) : 1
}

const MAX_PLACES = 12

/** One place of the sheet by 10^5 seconds a day (or another convention) and the rest by the calendar. */
export function mixedConventions(
  source: string,
  line: number,
  expected: number,
  options: WorksheetOptions,
): readonly SlipCandidate[] {
  const texts = source.split('\n')
  return namedConventions.slice(1).flatMap(({ title, conventions }) =>
    findNodes(source, options, node => Math.abs(conventionFactor(node, conventions) - 1) > 1e-9)
      .slice(0, MAX_PLACES)
      .flatMap((found): SlipCandidate[] => {
        const result = resultWith(source, line, found, base => base * conventionFactor(found.node, conventions), options)
        if (result === null || result <= 0) return []
        const text = (texts[found.line - 1] ?? '').slice(found.node.start, found.node.end)
        return [
          {
            id: 'convention_mix',
            multiplier: result / expected,
            weight: 0.85,
            explanation: `two conventions in one sheet: \`${text}\` by ${title}, the rest by the calendar`,
            own: true,
            exact: true,
            factor: text,
          },
        ]
      }),
  )
}

const isOne = (node: Node) =>
  node.kind === 'literal' && isCount(node.literal.unit.dimension) && node.literal.number * node.literal.unit.factor === 1

/** `1 - hit` and `1 + spare`: the share taken for its rest, or the whole taken. */
export function misreadRests(
  source: string,
  line: number,
  expected: number,
  options: WorksheetOptions,
): readonly SlipCandidate[] {
  const texts = source.split('\n')
  const rests = findNodes(
    source,
    options,
    node => node.kind === 'binary' && (node.operator === '-' || node.operator === '+') && isOne(node.left),
  )
  return rests.slice(0, MAX_PLACES).flatMap((found): SlipCandidate[] => {
    const { node } = found
    if (node.kind !== 'binary') return []
    const minus = node.operator === '-'
    const share = (texts[found.line - 1] ?? '').slice(node.right.start, node.right.end)
    const shareOf = (base: number) => (minus ? 1 - base : base - 1)
    const one = (
      id: SlipCandidate['id'],
      weight: number,
      explanation: string,
      change: (base: number) => number,
    ): SlipCandidate[] => {
      const result = resultWith(source, line, found, change, options)
      if (result === null || !(result > 0)) return []
      return [{ id, multiplier: result / expected, weight, explanation, own: true, alone: true, factor: share }]
    }
    const rest = minus
      ? [
          ...one('percent', 0.92, `\`${share}\` itself was taken where the rest of it is meant`, shareOf),
          ...one('percent', 0.88, `\`${share}\` was left out: all of it was counted`, () => 1),
          ...one('percent', 0.84, `\`${share}\` used ten times too small`, base => 1 - shareOf(base) / 10),
        ]
      : one('omitted_factor', 0.85, `\`1 + ${share}\` was left out`, () => 1)
    return [...rest, ...one('inverse', 0.78, `divided by \`1 ${node.operator} ${share}\` where it multiplies`, base => 1 / base)]
  })
}
