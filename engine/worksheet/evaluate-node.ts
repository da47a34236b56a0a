import type { Conventions } from '#engine/quantity/conventions.ts'
import { type Problem, quote } from '#engine/quantity/cursor.ts'
import { COUNT, combineDimensions, dimensionInWords, isCount, raiseDimension, sameDimension } from '#engine/quantity/dimension.ts'
import { combineLabels, labelsOfSum, NO_LABELS } from '#engine/quantity/labels.ts'
import { nearestName } from '#engine/quantity/nearest-name.ts'
import type { Quantity } from '#engine/quantity/quantity.ts'
import { inBaseUnits, type UnitExpression, unitQuantity, unitScale } from '#engine/quantity/unit-expression.ts'
import { type Amount, mapBases } from './amount.ts'
import type { BinaryOperator, Node, Span } from './ast.ts'
import { FUNCTIONS } from './functions.ts'
import { mendForSum } from './mend-sum.ts'
import { sampleRange } from './sample.ts'

/** Looks into a computation or changes it: for explanations, sensitivity, slips and solving. */
export type Probe = {
  /** Sees the value of every node and may replace it. */
  readonly at?: (node: Node, amount: Amount, line: number) => Amount
  /** Leaves out rounding to whole numbers and the spread of ranges: `ceil(x)` is x, a range its middle. */
  readonly smooth?: boolean
}

const ROUNDING: ReadonlySet<string> = new Set(['ceil', 'floor', 'round', 'ceil_pow2'])

/** What the lines of one sheet share. */
export type Scope = {
  readonly lookup: (name: string) => Amount | null
  /** Every name with a value, for mends. */
  readonly names: () => Iterable<readonly [string, Amount]>
  /** Says why a name has no value on a line. */
  readonly explainMissing: (name: string, line: number) => { message: string; mend?: string }
  /** A fresh seeded generator for each range. */
  readonly nextRandom: () => () => number
}

/** What a line is computed with. Readers return null once `error` is set. */
export type Evaluation = {
  readonly line: string
  readonly number: number
  readonly probe: Probe | null
  readonly conventions: Conventions
  readonly scope: Scope
  readonly warnings: Problem[]
  error: Problem | null
}

function fail(evaluation: Evaluation, at: Span, message: string, mend?: string): null {
  evaluation.error ??= { start: at.start, end: at.end, message, ...(mend !== undefined && { mend }) }
  return null
}

function sourceOf(evaluation: { line: string }, node: Span): string {
  return quote(evaluation.line.slice(node.start, node.end))
}

/** The value of a node, or null with the error on the evaluation. */
export function evaluateNode(evaluation: Evaluation, node: Node): Amount | null {
  const amount = evaluatePlainly(evaluation, node)
  if (evaluation.probe === null) return amount
  return amount && evaluation.probe.at ? evaluation.probe.at(node, amount, evaluation.number) : amount
}

function evaluatePlainly(evaluation: Evaluation, node: Node): Amount | null {
  switch (node.kind) {
    case 'literal':
      return literalAmount(evaluation, node, node.literal.number, node.literal.unit)
    case 'unit':
      return { quantity: unitQuantity(node.unit, evaluation.conventions) }
    case 'name':
      return evaluation.scope.lookup(node.name) ?? failOnName(evaluation, node, node.name)
    case 'negate': {
      const operand = evaluateNode(evaluation, node.operand)
      if (!operand) return null
      const { base, sample } = mapBases([operand], ([x]) => -(x ?? 0))
      return { ...operand, quantity: { ...operand.quantity, base }, ...(sample && { sample }) }
    }
    case 'binary':
      return evaluateBinary(evaluation, node)
    case 'range':
      return evaluateRange(evaluation, node)
    case 'call':
      return evaluateCall(evaluation, node)
    case 'convert':
      return evaluateConversion(evaluation, node)
  }
}

function literalAmount(evaluation: Evaluation, at: Span, number: number, unit: UnitExpression): Amount | null {
  const base = inBaseUnits(number, unit, evaluation.conventions)
  if (!Number.isFinite(base)) return fail(evaluation, at, 'this number is too large to compute with')
  const quantity: Quantity = { base, dimension: unit.dimension, labels: unit.labels }
  return unit.text === '%' ? { quantity, hint: { text: '%', scale: 0.01 } } : { quantity }
}

function failOnName(evaluation: Evaluation, at: Span, name: string): null {
  const { message, mend } = evaluation.scope.explainMissing(name, evaluation.number)
  return fail(evaluation, at, message, mend)
}

function compute(operator: BinaryOperator, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return a * b
    case '/':
      return a / b
    case '^':
      return a ** b
  }
}

function evaluateBinary(evaluation: Evaluation, node: Node & { kind: 'binary' }): Amount | null {
  const left = evaluateNode(evaluation, node.left)
  const right = left && evaluateNode(evaluation, node.right)
  if (!left || !right) return null
  if (!left.sample && !right.sample && (node.operator === '*' || node.operator === '/'))
    return productOf(evaluation, node, left, right)
  const shape = shapeOfResult(evaluation, node, left, right)
  if (!shape) return null
  const base = compute(node.operator, left.quantity.base, right.quantity.base)
  if (!left.sample && !right.sample) {
    if (!Number.isFinite(base)) return failOnInfinite(evaluation, node, left, right)
    return { quantity: { base, dimension: shape.dimension, labels: shape.labels } }
  }
  const { sample } = mapBases([left, right], ([a = 0, b = 0]) => compute(node.operator, a, b))
  if (!isFiniteEverywhere(base, sample)) return failOnInfinite(evaluation, node, left, right)
  return { quantity: { base, ...shape }, ...(sample && { sample }) }
}

/** A product or quotient of single values: most of what sheets are made of. */
function productOf(evaluation: Evaluation, node: Node & { kind: 'binary' }, left: Amount, right: Amount): Amount | null {
  const a = left.quantity
  const b = right.quantity
  const power = node.operator === '*' ? 1 : -1
  const base = power === 1 ? a.base * b.base : a.base / b.base
  if (!Number.isFinite(base)) return failOnInfinite(evaluation, node, left, right)
  const dimension = combineDimensions(a.dimension, b.dimension, power)
  return { quantity: { base, dimension, labels: combineLabels(a.labels, b.labels, power) } }
}

type Shape = Pick<Quantity, 'dimension' | 'labels'>

function shapeOfResult(evaluation: Evaluation, node: Node & { kind: 'binary' }, left: Amount, right: Amount): Shape | null {
  const a = left.quantity
  const b = right.quantity
  if (node.operator === '+' || node.operator === '-') {
    if (!sameDimension(a.dimension, b.dimension)) return failOnSum(evaluation, node, left, right)
    warnAboutPercent(evaluation, node, left, right)
    return { dimension: a.dimension, labels: labelsOfSum(a.labels, b.labels) }
  }
  if (node.operator === '^') return shapeOfPower(evaluation, node, left, right)
  const power = node.operator === '*' ? 1 : -1
  return { dimension: combineDimensions(a.dimension, b.dimension, power), labels: combineLabels(a.labels, b.labels, power) }
}

function failOnSum(evaluation: Evaluation, node: Node & { kind: 'binary' }, left: Amount, right: Amount): null {
  const sides = `${sourceOf(evaluation, node.left)} is ${dimensionInWords(left.quantity.dimension)}, ${sourceOf(evaluation, node.right)} is ${dimensionInWords(right.quantity.dimension)}`
  const verb = node.operator === '+' ? 'added' : 'subtracted'
  const percent = node.right.kind === 'literal' && node.right.literal.unit.text === '%' ? node.right.literal.number : null
  const factor = percent === null ? null : node.operator === '+' ? 100 + percent : 100 - percent
  const mend =
    factor === null
      ? mendForSum(
          { line: evaluation.line, names: evaluation.scope.names },
          node,
          left.quantity.dimension,
          right.quantity.dimension,
        )
      : `did you mean ${quote(`${evaluation.line.slice(node.left.start, node.left.end)} * ${factor}%`)}?`
  return fail(evaluation, node, `${sides}: these cannot be ${verb}`, mend)
}

/** `100 + 20%` is 100.2 by arithmetic, which is seldom what was meant. */
function warnAboutPercent(evaluation: Evaluation, node: Node & { kind: 'binary' }, left: Amount, right: Amount): void {
  if (right.hint?.text !== '%' || left.hint?.text === '%' || Math.abs(left.quantity.base) <= 1) return
  const percent = right.quantity.base * 100
  const whole = node.operator === '+' ? 100 + percent : 100 - percent
  const verb = node.operator === '+' ? 'raise' : 'lower'
  const factor = Number(whole.toPrecision(6))
  evaluation.warnings.push({
    start: node.start,
    end: node.end,
    message: `${sourceOf(evaluation, node.right)} is ${Number(right.quantity.base.toPrecision(6))} here, not a share of ${sourceOf(evaluation, node.left)}`,
    mend: `to ${verb} it by that share write ${quote(`${evaluation.line.slice(node.left.start, node.left.end)} * ${factor}%`)}`,
  })
}

const MAX_POWER = 12

function shapeOfPower(evaluation: Evaluation, node: Node & { kind: 'binary' }, left: Amount, right: Amount): Shape | null {
  if (!isCount(right.quantity.dimension)) {
    return fail(
      evaluation,
      node.right,
      `a power is a plain count, ${sourceOf(evaluation, node.right)} is ${dimensionInWords(right.quantity.dimension)}`,
    )
  }
  if (isCount(left.quantity.dimension)) return { dimension: COUNT, labels: NO_LABELS }
  const power = right.quantity.base
  if (right.sample || Math.abs(power) > MAX_POWER || !Number.isInteger(power * 2)) {
    return fail(
      evaluation,
      node.right,
      `${sourceOf(evaluation, node.left)} is ${dimensionInWords(left.quantity.dimension)}: its power must be a small whole number`,
      'divide by a unit first',
    )
  }
  return {
    dimension: raiseDimension(left.quantity.dimension, power),
    labels: combineLabels(NO_LABELS, left.quantity.labels, power),
  }
}

function isFiniteEverywhere(base: number, sample: Float64Array | undefined): boolean {
  if (!Number.isFinite(base)) return false
  return !sample || sample.every(Number.isFinite)
}

function failOnInfinite(evaluation: Evaluation, node: Node & { kind: 'binary' }, left: Amount, right: Amount): null {
  if (node.operator === '/') {
    const zero = right.sample ? 'may be zero' : right.quantity.base === 0 ? 'is zero' : null
    if (zero) return fail(evaluation, node.right, `${sourceOf(evaluation, node.right)} ${zero}: nothing can be divided by it`)
  }
  if (node.operator === '^' && left.quantity.base < 0) return fail(evaluation, node, 'a negative value has no such power')
  if (node.operator === '^' && left.quantity.base === 0) return fail(evaluation, node, 'zero has no negative power')
  return fail(evaluation, node, 'the result is too large to compute with')
}

function evaluateRange(evaluation: Evaluation, node: Node & { kind: 'range' }): Amount | null {
  const low = evaluateNode(evaluation, node.low)
  const high = low && evaluateNode(evaluation, node.high)
  if (!low || !high) return null
  if (!sameDimension(low.quantity.dimension, high.quantity.dimension)) {
    const sides = `${sourceOf(evaluation, node.low)} is ${dimensionInWords(low.quantity.dimension)}, ${sourceOf(evaluation, node.high)} is ${dimensionInWords(high.quantity.dimension)}`
    return fail(evaluation, node, `${sides}: a range has one kind of quantity`, 'write the same unit at both ends')
  }
  if (low.sample || high.sample)
    return fail(evaluation, node, 'the ends of a range are single values', 'multiply the range instead: `x * 0.8..1.2`')
  const from = low.quantity.base
  const to = high.quantity.base
  const written = `${evaluation.line.slice(node.high.start, node.high.end)}..${evaluation.line.slice(node.low.start, node.low.end)}`
  if (from > to) return fail(evaluation, node, 'the low end of this range is above its high end', `write ${quote(written)}`)
  const shape = { dimension: high.quantity.dimension, labels: labelsOfSum(low.quantity.labels, high.quantity.labels) }
  const hint = high.hint ? { hint: high.hint } : {}
  if (from === to) return { quantity: { base: from, ...shape }, ...hint }
  const middle = { base: from > 0 ? Math.sqrt(from) * Math.sqrt(to) : from / 2 + to / 2, ...shape }
  if (evaluation.probe?.smooth) return { quantity: middle, ...hint }
  const sample = sampleRange(from, to, evaluation.scope.nextRandom())
  if (!isFiniteEverywhere(middle.base, sample)) return fail(evaluation, node, 'this range is too wide to compute with')
  if (high.hint?.text === '%' && to <= 1) clip(sample)
  return { quantity: middle, sample, ...hint }
}

/** A share that was given as at most 100% does not go beyond it. */
function clip(sample: Float64Array): void {
  for (let i = 0; i < sample.length; i++) if ((sample[i] ?? 0) > 1) sample[i] = 1
}

function evaluateCall(evaluation: Evaluation, node: Node & { kind: 'call' }): Amount | null {
  const known = FUNCTIONS.get(node.name)
  const nameSpan = { start: node.start, end: node.nameEnd }
  if (!known) {
    const near = nearestName(node.name, FUNCTIONS.keys())
    if (evaluation.scope.lookup(node.name))
      return fail(
        evaluation,
        nameSpan,
        `${quote(node.name)} is a value, not a function`,
        `write ${quote(`${node.name} * (...)`)} to multiply`,
      )
    const mend = near === null ? `the functions are ${[...FUNCTIONS.keys()].join(', ')}` : `did you mean ${quote(near)}?`
    return fail(evaluation, nameSpan, `there is no function ${quote(node.name)}`, mend)
  }
  const count = node.arguments.length
  if (count < known.least || count > known.most) {
    const wanted =
      known.least === known.most
        ? String(known.least)
        : known.most >= 100
          ? `${known.least} or more`
          : `${known.least} or ${known.most}`
    return fail(
      evaluation,
      node,
      `${quote(known.name)} takes ${wanted} ${wanted === '1' ? 'value' : 'values'}, here are ${count}`,
      `write ${quote(known.usage)}`,
    )
  }
  const amounts: Amount[] = []
  for (const argument of node.arguments) {
    const amount = evaluateNode(evaluation, argument)
    if (!amount) return null
    amounts.push(amount)
  }
  const whole = evaluation.probe?.smooth && ROUNDING.has(node.name) ? amounts[0] : undefined
  if (whole) return whole
  const result = known.apply(amounts, evaluation.conventions)
  if ('wrong' in result) {
    const at = node.arguments[result.wrong] ?? node
    return fail(evaluation, at, result.message, result.mend?.replace('ARGUMENT', evaluation.line.slice(at.start, at.end)))
  }
  if (!isFiniteEverywhere(result.quantity.base, result.sample)) {
    const why = node.name === 'log2' ? '`log2` needs a value above zero' : `${quote(node.name)} has no finite result here`
    return fail(evaluation, node, why)
  }
  return result
}

function evaluateConversion(evaluation: Evaluation, node: Node & { kind: 'convert' }): Amount | null {
  const operand = evaluateNode(evaluation, node.operand)
  if (!operand) return null
  const { unit } = node
  if (!sameDimension(operand.quantity.dimension, unit.dimension)) {
    const sides = `${sourceOf(evaluation, node.operand)} is ${dimensionInWords(operand.quantity.dimension)}, ${quote(unit.text)} is ${dimensionInWords(unit.dimension)}`
    const missing = combineDimensions(unit.dimension, operand.quantity.dimension, -1)
    const onlyTime = missing.information === 0 && missing.money === 0
    const factor = missing.time > 0 ? 'multiply by a time first, such as `* 1 day`' : 'divide by a time first, such as `/ 1 day`'
    const mend = onlyTime && missing.time !== 0 ? factor : undefined
    return fail(evaluation, node, `${sides}: it cannot be shown so`, mend)
  }
  return { ...operand, hint: { text: unit.text, scale: unitScale(unit, evaluation.conventions) } }
}
