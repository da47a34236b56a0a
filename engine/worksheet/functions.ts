import { downtimeBudget } from '#engine/formula/availability.ts'
import { erlangC } from '#engine/formula/queueing.ts'
import type { Conventions } from '#engine/quantity/conventions.ts'
import {
  COUNT,
  type Dimension,
  dimensionInWords,
  INFORMATION,
  isCount,
  raiseDimension,
  sameDimension,
  TIME,
} from '#engine/quantity/dimension.ts'
import { combineLabels, labelsOfSum, NO_LABELS } from '#engine/quantity/labels.ts'
import { type Amount, mapBases } from './amount.ts'
import { quantileOfSorted } from './sample.ts'

/** What a function gives: a value, or what is wrong with which argument. `ARGUMENT` in the mend stands for its text. */
type FunctionResult = Amount | { readonly wrong: number; readonly message: string; readonly mend?: string }

export type WorksheetFunction = {
  readonly name: string
  /** For completion and messages: `max(a, b, ...)`. */
  readonly usage: string
  readonly summary: string
  readonly least: number
  readonly most: number
  readonly apply: (amounts: readonly Amount[], conventions: Conventions) => FunctionResult
}

/** Binary fractions make 3.0000000000000004 of 3: whole within this share is whole. */
const TOLERANCE = 1e-9

const ceilNear = (x: number) => Math.ceil(x - Math.abs(x) * TOLERANCE) || 0
const floorNear = (x: number) => Math.floor(x + Math.abs(x) * TOLERANCE) || 0

function unitToDivideBy(dimension: Dimension): string | null {
  if (sameDimension(dimension, TIME)) return '1 day'
  return sameDimension(dimension, INFORMATION) ? '1 GB' : null
}

function notCount(amounts: readonly Amount[], name: string): FunctionResult | null {
  const wrong = amounts.findIndex(amount => !isCount(amount.quantity.dimension))
  const dimension = amounts[wrong]?.quantity.dimension
  if (!dimension) return null
  const unit = unitToDivideBy(dimension)
  return {
    wrong,
    message: `\`${name}\` takes a plain count, this is ${dimensionInWords(dimension)}`,
    ...(unit && { mend: `divide by a unit first: \`${name}(ARGUMENT / ${unit})\`` }),
  }
}

/** A function of plain counts that keeps or drops labels. */
function ofCounts(
  name: string,
  usage: string,
  summary: string,
  compute: (bases: readonly number[]) => number,
  options: { readonly arity?: number; readonly labels?: boolean } = {},
): WorksheetFunction {
  const arity = options.arity ?? 1
  return {
    name,
    usage,
    summary,
    least: arity,
    most: arity,
    apply: amounts => {
      const wrong = notCount(amounts, name)
      if (wrong) return wrong
      const labels = options.labels ? (amounts[0]?.quantity.labels ?? NO_LABELS) : NO_LABELS
      const { base, sample } = mapBases(amounts, compute)
      const quantity = { base, dimension: COUNT, labels }
      return sample ? { quantity, sample } : { quantity }
    },
  }
}

/** A function of any number of values of one kind. */
function ofSameKind(name: string, summary: string, compute: (bases: readonly number[]) => number): WorksheetFunction {
  return {
    name,
    usage: `${name}(a, b, ...)`,
    summary,
    least: 1,
    most: 100,
    apply: amounts => {
      const dimension = amounts[0]?.quantity.dimension ?? COUNT
      const wrong = amounts.findIndex(amount => !sameDimension(amount.quantity.dimension, dimension))
      if (wrong >= 0) {
        const other = dimensionInWords(amounts[wrong]?.quantity.dimension ?? COUNT)
        return {
          wrong,
          message: `\`${name}\` takes values of one kind: the first is ${dimensionInWords(dimension)}, this is ${other}`,
        }
      }
      const { base, sample } = mapBases(amounts, compute)
      const labels = amounts.reduce((sum, amount) => labelsOfSum(sum, amount.quantity.labels), NO_LABELS)
      return { quantity: { base, dimension, labels }, ...(sample && { sample }) }
    },
  }
}

const sumOf = (bases: readonly number[]) => bases.reduce((sum, base) => sum + base, 0)

const squareRoot: WorksheetFunction = {
  name: 'sqrt',
  usage: 'sqrt(x)',
  summary: 'square root',
  least: 1,
  most: 1,
  apply: ([amount]) => {
    if (!amount) return { wrong: 0, message: '`sqrt` takes one value' }
    if (amount.quantity.base < 0) return { wrong: 0, message: 'a negative value has no square root' }
    const { base, sample } = mapBases([amount], ([x]) => Math.sqrt(x ?? 0))
    const { dimension, labels } = amount.quantity
    return {
      quantity: { base, dimension: raiseDimension(dimension, 0.5), labels: combineLabels(NO_LABELS, labels, 0.5) },
      ...(sample && { sample }),
    }
  },
}

const downtime: WorksheetFunction = {
  name: 'downtime',
  usage: 'downtime(99.9%)',
  summary: 'time down that an availability allows per month, or per the period given second: `downtime(99.9%, 1 year)`',
  least: 1,
  most: 2,
  apply: ([availability, period], conventions) => {
    if (
      !availability ||
      !isCount(availability.quantity.dimension) ||
      availability.quantity.base < 0 ||
      availability.quantity.base > 1
    ) {
      return {
        wrong: 0,
        message: '`downtime` takes an availability between 0% and 100%',
        mend: 'write for example `downtime(99.9%)`',
      }
    }
    if (period && !sameDimension(period.quantity.dimension, TIME)) {
      const found = dimensionInWords(period.quantity.dimension)
      return {
        wrong: 1,
        message: `the period of \`downtime\` is a time, this is ${found}`,
        mend: 'write for example `downtime(99.9%, 1 year)`',
      }
    }
    const month: Amount = period ?? { quantity: { base: conventions.month, dimension: TIME, labels: NO_LABELS } }
    const { base, sample } = mapBases([availability, month], ([a, length]) => downtimeBudget(a ?? 0, length ?? 0))
    return { quantity: { base, dimension: TIME, labels: NO_LABELS }, ...(sample && { sample }) }
  },
}

const erlang: WorksheetFunction = {
  name: 'erlang_c',
  usage: 'erlang_c(servers, utilization)',
  summary: 'chance that a request waits when `servers` are each busy this share of the time',
  least: 2,
  most: 2,
  apply: amounts => {
    const wrong = notCount(amounts, 'erlang_c')
    if (wrong) return wrong
    const servers = amounts[0]?.quantity.base ?? 0
    if (!Number.isInteger(servers) || servers < 1 || servers > 100_000)
      return { wrong: 0, message: 'the number of servers is a whole number from 1 to 100,000' }
    const utilization = amounts[1]?.quantity.base ?? 0
    if (utilization < 0)
      return { wrong: 1, message: 'a utilization is not negative', mend: 'write for example `erlang_c(4, 80%)`' }
    if (utilization >= 1) {
      return {
        wrong: 1,
        message: 'at a utilization of 100% or more the queue grows without end',
        mend: 'add servers, or state the utilization below 100%',
      }
    }
    const { base, sample } = mapBases(amounts, ([c, rho]) => erlangC(Math.round(c ?? 1), Math.max(0, rho ?? 0)))
    return { quantity: { base, dimension: COUNT, labels: NO_LABELS }, ...(sample && { sample }) }
  },
}

const percentile: WorksheetFunction = {
  name: 'percentile',
  usage: 'percentile(range, 99%)',
  summary: 'the value below which this share of a range lies',
  least: 2,
  most: 2,
  apply: ([amount, share]) => {
    if (!amount || !share) return { wrong: 0, message: '`percentile` takes a range and a share' }
    const given = share.quantity.base
    const p = given > 1 ? given / 100 : given
    if (!isCount(share.quantity.dimension) || !(p > 0 && p < 1)) {
      return { wrong: 1, message: 'the share lies between 0% and 100%', mend: 'write for example `percentile(x, 99%)`' }
    }
    if (!amount.sample) return { quantity: amount.quantity }
    return { quantity: { ...amount.quantity, base: quantileOfSorted(Float64Array.from(amount.sample).sort(), p) } }
  },
}

/** Every function of the language, by name. */
export const FUNCTIONS: ReadonlyMap<string, WorksheetFunction> = new Map(
  [
    ofCounts('ceil', 'ceil(x)', 'the next whole number up', ([x]) => ceilNear(x ?? 0), { labels: true }),
    ofCounts('floor', 'floor(x)', 'the next whole number down', ([x]) => floorNear(x ?? 0), { labels: true }),
    ofCounts('round', 'round(x)', 'the nearest whole number', ([x]) => floorNear((x ?? 0) + 0.5), { labels: true }),
    squareRoot,
    ofCounts('log2', 'log2(x)', 'how many doublings', ([x]) => Math.log2(x ?? 0)),
    ofCounts('pow2', 'pow2(n)', 'two to the power of n', ([n]) => 2 ** (n ?? 0)),
    ofCounts('ceil_pow2', 'ceil_pow2(x)', 'the next power of two up', ([x]) => 2 ** ceilNear(Math.log2(Math.max(1, x ?? 1)))),
    ofSameKind('min', 'the smallest', bases => Math.min(...bases)),
    ofSameKind('max', 'the largest', bases => Math.max(...bases)),
    ofSameKind('sum', 'all together', sumOf),
    ofSameKind('avg', 'the mean', bases => sumOf(bases) / bases.length),
    downtime,
    erlang,
    percentile,
  ].map((entry): [string, WorksheetFunction] => [entry.name, entry]),
)
