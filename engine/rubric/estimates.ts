import type { Submission } from '../design/submission.ts'
import type { Drill, Slot, Target } from '../drill/drill.ts'
import { type Conventions, namedConventions } from '../quantity/conventions.ts'
import { type Dimension, dimensionName, isCount } from '../quantity/dimension.ts'
import { formatQuantity } from '../quantity/format.ts'
import { compatible, type Quantity } from '../quantity/quantity.ts'
import { findSlips } from '../sizing/slips/find-slips.ts'
import type { Value } from '../worksheet/amount.ts'
import { evaluateExpression, references } from '../worksheet/worksheet.ts'
import { round } from './round.ts'
import type { Estimate } from './score-report.ts'

export type Scope = Readonly<Record<string, Quantity>>

type Expected = { readonly quantity: Quantity; readonly convention: string }
type Reading = { readonly value: Value; readonly low: number; readonly high: number }

/** Evaluates a formula under every named convention; conventions that give the same number are listed once. */
function underConventions(formula: string, given: Scope): readonly Expected[] {
  const results: Expected[] = []
  for (const { id, conventions } of namedConventions) {
    const quantity = evaluate(formula, given, conventions)
    if (quantity && !results.some(r => r.quantity.base === quantity.base)) results.push({ quantity, convention: id })
  }
  return results
}

function evaluate(formula: string, given: Scope, conventions?: Conventions): Quantity | undefined {
  const result = evaluateExpression(formula, conventions ? { given, conventions } : { given })
  return result.ok && Number.isFinite(result.value.quantity.base) ? result.value.quantity : undefined
}

/** What the drill itself knows: its named facts, its reference assumptions, and every target computed from them, in order of need. */
export function referenceScope(drill: Drill): Scope {
  const scope: Record<string, Quantity> = { ...factScope(drill, () => true) }
  for (const slot of drill.slots) {
    const value = evaluate(slot.reference, scope)
    if (value) scope[slot.id] = value
  }
  let waiting = [...drill.targets]
  for (let before = -1; waiting.length !== before; ) {
    before = waiting.length
    waiting = waiting.filter(target => {
      if (!references(target.formula).every(name => name in scope || !isNameOfDrill(drill, name))) return true
      const value = evaluate(target.formula, scope)
      if (value) scope[target.id] = value
      return value === undefined
    })
  }
  return scope
}

const isNameOfDrill = (drill: Drill, name: string) =>
  drill.facts.some(f => f.name === name) || drill.slots.some(s => s.id === name) || drill.targets.some(t => t.id === name)

/** The named facts of a drill as quantities, those for which `known` holds. */
export function factScope(drill: Drill, known: (fact: Drill['facts'][number]) => boolean): Scope {
  const scope: Record<string, Quantity> = {}
  for (const fact of drill.facts) {
    if (!fact.name || !fact.value || !known(fact)) continue
    const value = evaluate(fact.value, {})
    if (value) scope[fact.name] = value
  }
  return scope
}

const within = (value: Quantity, range: readonly [string, string], scope: Scope): boolean => {
  const [low, high] = range.map(text => evaluate(text, scope))
  return low !== undefined && high !== undefined && compatible(value, low) && value.base >= low.base && value.base <= high.base
}

/**
 * Marks every target of the drill. A target is met when the stated answer agrees with our reference or with the candidate's own earlier
 * numbers (follow-through): those count only when each direct input is stated and plausible, so one slip loses one mark.
 * `read` reads a stated expression with the worksheet's names in scope.
 */
export function markEstimates(
  drill: Drill,
  submission: Submission,
  read: (text: string) => Value | undefined,
): readonly Estimate[] {
  const facts = factScope(drill, () => true)
  const reference = referenceScope(drill)
  const answers = new Map(submission.answers.map(a => [a.target, readRange(a.stated, read)]))
  const slots = new Map(submission.assumptions.map(a => [a.slot, read(a.value)?.quantity]))
  const own = (target: Target): Scope | undefined => ownInputs(drill, target, facts, reference, answers, slots)
  return drill.targets.map(target => markOne(target, answers.get(target.id), own(target), reference, drill.slots))
}

function readRange(text: string, read: (text: string) => Value | undefined): Reading | undefined {
  const value = text.trim() === '' ? undefined : read(text)
  if (!value || !Number.isFinite(value.quantity.base)) return undefined
  const { base } = value.quantity
  return { value, low: value.range?.p10 ?? base, high: value.range?.p90 ?? base }
}

/** The candidate's own direct inputs of a target's formula and bounds; undefined unless each is stated and plausible. */
function ownInputs(
  drill: Drill,
  target: Target,
  facts: Scope,
  reference: Scope,
  answers: ReadonlyMap<string, Reading | undefined>,
  slots: ReadonlyMap<string, Quantity | undefined>,
): Scope | undefined {
  const scope: Record<string, Quantity> = { ...facts }
  for (const name of [target.formula, target.atLeast, target.atMost].flatMap(text => (text ? references(text) : []))) {
    if (name in facts || name === target.id) continue
    const slot = drill.slots.find(s => s.id === name)
    const upstream = drill.targets.find(t => t.id === name)
    if (!slot && !upstream) continue
    const value = slot ? slots.get(name) : answers.get(name)?.value.quantity
    if (!value || !reference[name] || !compatible(value, reference[name])) return undefined
    const plausible = slot?.plausible ?? upstream?.plausible
    if (plausible && !within(value, plausible, reference)) return undefined
    scope[name] = value
  }
  return scope
}

const asWhat = (dimension: Dimension) => (isCount(dimension) ? 'as a plain number' : `in ${dimensionName(dimension)}`)

function markOne(
  target: Target,
  stated: Reading | undefined,
  own: Scope | undefined,
  reference: Scope,
  slots: readonly Slot[],
): Estimate {
  const references = underConventions(target.formula, reference)
  const owns = own ? underConventions(target.formula, own) : []
  const ours = references[0]?.quantity
  const theirs = owns[0]?.quantity
  const given = stated?.value.quantity
  const bounded = target.atLeast !== undefined || target.atMost !== undefined
  const judgedBy = theirs ?? ours
  // What is asked for in % is shown so; every other unit is chosen by size.
  const hint = target.unit === '%' ? { text: '%', scale: 0.01 } : undefined
  const shown = (value: Quantity) => formatQuantity(value, isCount(value.dimension) ? { hint } : {})
  const row = {
    target: target.id,
    ask: target.ask,
    verdict: 'not stated',
    reason: 'No number is stated for it.',
    unit: dimensionName(ours?.dimension ?? given?.dimension ?? { time: 0, information: 0, money: 0 }),
    stated: round(given?.base),
    recomputed: round(theirs?.base),
    reference: bounded ? null : round(ours?.base),
    ratio: given && judgedBy && judgedBy.base !== 0 && compatible(given, judgedBy) ? round(given.base / judgedBy.base) : null,
    slip: null,
    text: {
      stated: given ? shown(given) : '',
      recomputed: theirs ? shown(theirs) : '',
      reference: bounded || !ours ? '' : shown(ours),
    },
  } as const
  if (!stated || !given) return row
  if (ours && !compatible(given, ours)) {
    return {
      ...row,
      verdict: 'missed',
      reason: `Stated ${asWhat(given.dimension)}; the question asks for ${dimensionName(ours.dimension)}.`,
    }
  }
  if (bounded) return { ...row, ...markBounds(target, given, own ?? reference, own !== undefined) }
  const byReference = closeness(target, stated, references)
  const byOwn = closeness(target, stated, owns)
  const verdict = best(byReference, byOwn)
  if (verdict !== 'missed') {
    const follows = rank(byOwn) > rank(byReference)
    const how = verdict === 'met' ? 'agrees' : 'is near'
    const reason = follows
      ? `It ${how === 'agrees' ? 'follows' : 'nearly follows'} from your own earlier numbers.`
      : `It ${how === 'agrees' ? 'agrees with' : 'is near'} the reference.`
    return { ...row, verdict, reason }
  }
  const slip = judgedBy ? findSlip(target, given, judgedBy, own ?? reference, slots) : null
  const off =
    row.ratio === null
      ? ''
      : ` It is ${round(row.ratio >= 1 ? row.ratio : 1 / row.ratio)} times too ${row.ratio >= 1 ? 'large' : 'small'}.`
  return {
    ...row,
    slip,
    verdict,
    reason: `It is outside ${target.tolerance} of the reference${theirs ? ' and of your own numbers' : ''}.${off}`,
  }
}

function markBounds(target: Target, stated: Quantity, scope: Scope, isOwn: boolean): Pick<Estimate, 'verdict' | 'reason'> {
  const whose = isOwn ? 'your own numbers' : 'our assumptions (yours are not all stated)'
  const bounds = (formula: string | undefined) => (formula ? underConventions(formula, scope).map(e => e.quantity) : [])
  const least = bounds(target.atLeast)
  const most = bounds(target.atMost)
  const lowest = Math.min(...least.map(q => q.base))
  const highest = Math.max(...most.map(q => q.base))
  const slack = 1e-9
  if (least.length > 0 && stated.base < lowest * (1 - slack)) {
    return { verdict: 'missed', reason: `By ${whose} it takes at least ${formatBound(least, lowest)}.` }
  }
  if (most.length > 0 && stated.base > highest * (1 + slack)) {
    return { verdict: 'partly', reason: `It holds, but by ${whose} more than ${formatBound(most, highest)} buys nothing.` }
  }
  return { verdict: 'met', reason: `It holds by ${whose}.` }
}

const formatBound = (quantities: readonly Quantity[], base: number) => {
  const like = quantities[0]
  return like ? formatQuantity({ ...like, base }) : String(base)
}

const rank = (verdict: 'met' | 'partly' | 'missed') => ({ met: 2, partly: 1, missed: 0 })[verdict]
const best = (a: 'met' | 'partly' | 'missed', b: 'met' | 'partly' | 'missed') => (rank(a) >= rank(b) ? a : b)

function closeness(target: Target, stated: Reading, expected: readonly Expected[]): 'met' | 'partly' | 'missed' {
  const agrees = (tolerance: string) => expected.some(e => isWithin(stated, e.quantity.base, tolerance))
  if (agrees(target.tolerance)) return 'met'
  return target.near && agrees(target.near) ? 'partly' : 'missed'
}

/** "exact" means to the three digits that people write (0.5%). A range counts by its middle, or when it holds the value and spans at most x4. */
function isWithin(stated: Reading, expected: number, tolerance: string): boolean {
  const near = (value: number) => {
    if (expected === 0) return value === 0
    const ratio = value / expected
    if (tolerance.startsWith('x')) {
      const factor = Number(tolerance.slice(1)) * (1 + 1e-9)
      return ratio <= factor && ratio >= 1 / factor
    }
    const share = tolerance === 'exact' ? 0.005 : Number(tolerance.slice(0, -1)) / 100
    return Math.abs(ratio - 1) <= share + 1e-9
  }
  const { low, high, value } = stated
  return near(value.quantity.base) || (high > low && low > 0 && low <= expected && expected <= high && high / low <= 4)
}

function findSlip(target: Target, stated: Quantity, expected: Quantity, scope: Scope, slots: readonly Slot[]): Estimate['slip'] {
  const factors = references(target.formula).flatMap(name => {
    const value = scope[name]
    if (!value) return []
    const role = slots.find(s => s.id === name)?.role ?? 'other'
    return [{ name, value: value.base, role }]
  })
  const [first] = findSlips({ stated: stated.base, expected: expected.base, factors, dimension: expected.dimension })
  return first ? { id: first.id, explanation: first.explanation } : null
}
