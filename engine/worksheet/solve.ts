import { quote } from '#engine/quantity/cursor.ts'
import { dimensionInWords, sameDimension } from '#engine/quantity/dimension.ts'
import type { Quantity } from '#engine/quantity/quantity.ts'
import type { Amount } from './amount.ts'
import type { Node } from './ast.ts'
import { chainOf, lineOfName, onlyLines } from './chain.ts'
import { evaluateSheet, type SolveRequest, type SolveResult, type WorksheetOptions } from './evaluate-sheet.ts'

export type SolveQuestion = {
  readonly target: string
  /** What the target shall be, in base units, of the target's kind. */
  readonly wanted: Quantity
  readonly unknown: string
}

const REACH = 1e15
/** Halvings of an interval of at most a factor of two: past the last digit of a number. */
const BISECTIONS = 60
const PROBES = 32

const fail = (message: string, mend?: string): SolveResult => ({ ok: false, message, ...(mend !== undefined && { mend }) })

/** The target as a function of a factor on the unknown; NaN where it has no value. */
function makeCurve(source: string, question: SolveQuestion, options: WorksheetOptions): ((factor: number) => number) | null {
  const sheet = evaluateSheet(source, { ...options, probe: { smooth: true } })
  const target = lineOfName(sheet, question.target)
  if (!target) return null
  const unknown = lineOfName(sheet, question.unknown)
  const reduced = onlyLines(source, chainOf(sheet, target.line))
  const whole = unknown?.expression
  const isUnknown = (node: Node, line: number) =>
    line === unknown?.line && node.kind === whole?.kind && node.start === whole.start && node.end === whole.end
  return factor => {
    const scale = (amount: Amount): Amount => ({
      ...amount,
      quantity: { ...amount.quantity, base: amount.quantity.base * factor },
    })
    const given = unknown ? undefined : options.given?.[question.unknown]
    const result = evaluateSheet(reduced, {
      ...options,
      ...(given && { given: { ...options.given, [question.unknown]: { ...given, base: given.base * factor } } }),
      probe: { smooth: true, at: (node, amount, line) => (isUnknown(node, line) ? scale(amount) : amount) },
    })
    return result.lines[target.line - 1]?.value?.quantity.base ?? Number.NaN
  }
}

/** Where the curve passes through `wanted`, by doubling outwards from 1 and then halving the interval on a logarithmic scale. */
function findFactor(curve: (factor: number) => number, wanted: number): number | 'constant' | 'not monotonic' | 'out of reach' {
  const start = curve(1)
  if (Math.abs(start - wanted) <= Math.abs(wanted) * 1e-12) return 1
  const rising = curve(1.01) - curve(1 / 1.01)
  if (!Number.isFinite(rising) || rising === 0) return 'constant'
  const up = rising > 0 === wanted > start
  let near = 1
  let far = 1
  for (let step = 2; ; step *= 2) {
    near = far
    far = up ? step : 1 / step
    if (step > REACH) return 'out of reach'
    const value = curve(far)
    if (!Number.isFinite(value)) return 'out of reach'
    if (value === wanted || value > wanted !== start > wanted) break
  }
  let previous = start
  for (let i = 1; i <= PROBES; i++) {
    const value = curve(far ** (i / PROBES))
    if (value > previous === start > wanted && value !== previous) return 'not monotonic'
    previous = value
  }
  for (let i = 0; i < BISECTIONS; i++) {
    const middle = Math.sqrt(near) * Math.sqrt(far)
    if (middle === near || middle === far) break
    if (curve(middle) > wanted === start > wanted) near = middle
    else far = middle
  }
  return far
}

/**
 * Works a sheet backwards: the value of `unknown` at which `target` is as wanted, everything else as it stands. Rounding to
 * whole numbers is left out and ranges stand at their middle. Says so when the target does not depend on the unknown, does
 * not rise or fall steadily with it, or cannot reach the wanted value.
 */
export function solve(source: string, question: SolveQuestion, options: WorksheetOptions = {}): SolveResult {
  const { target, wanted, unknown } = question
  const sheet = evaluateSheet(source, { ...options, probe: { smooth: true } })
  const aim = sheet.values.get(target)?.quantity
  const from = sheet.values.get(unknown)?.quantity
  if (!aim) return fail(`${quote(target)} has no value`, `give it one on a line above`)
  if (!from) return fail(`${quote(unknown)} has no value`, 'start from a guess on a line above; solving scales it')
  if (!sameDimension(aim.dimension, wanted.dimension)) {
    return fail(
      `${quote(target)} is ${dimensionInWords(aim.dimension)}, what it shall be is ${dimensionInWords(wanted.dimension)}`,
    )
  }
  if (from.base === 0) return fail(`${quote(unknown)} is zero, from which nothing can be scaled`, 'give it any value above zero')
  const curve = makeCurve(source, question, options)
  const factor = curve ? findFactor(curve, wanted.base) : 'constant'
  if (factor === 'constant')
    return fail(`${quote(target)} does not depend on ${quote(unknown)}`, 'solve for a name that it depends on')
  if (factor === 'not monotonic')
    return fail(`${quote(target)} does not rise or fall steadily with ${quote(unknown)}: more than one value may fit`)
  if (factor === 'out of reach') return fail(`no value of ${quote(unknown)} makes ${quote(target)} that`)
  const hint = sheet.values.get(unknown)?.unitHint
  return { ok: true, amount: { quantity: { ...from, base: from.base * factor }, ...(hint && { hint }) } }
}

/** A `solve` line of a worksheet, over the lines above it. */
export function solveLine(request: SolveRequest): SolveResult {
  const { above, target, wanted, unknown, options } = request
  return solve(above.join('\n'), { target, wanted: wanted.quantity, unknown }, options)
}
