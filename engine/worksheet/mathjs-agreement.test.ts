import fc from 'fast-check'
import { all, create, type Unit } from 'mathjs'
import { describe, expect, test } from 'vitest'
import { evaluateExpression } from './worksheet.ts'

const math = create(all ?? {})

/** A generated expression as both sides write it. Units are those that mean the same on both sides. */
type Pair = { readonly ours: string; readonly theirs: string }

const leaf = (ours: string, theirs: string): Pair => ({ ours, theirs })

const number = fc
  .oneof(
    fc.integer({ min: 1, max: 9999 }),
    fc.double({ min: 0.001, max: 1000, noNaN: true }).map(x => Number(x.toPrecision(5))),
  )
  .map(x => leaf(`${x}`, `${x}`))

const magnitude = fc
  .tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom(['K', '1e3'], ['M', '1e6'], ['T', '1e12'], ['%', '1e-2']))
  .map(([n, [ours, theirs]]) => leaf(`${n}${ours}`, `(${n} * ${theirs})`))

const timeUnit = fc.constantFrom(
  ['s', 's'],
  ['ms', 'ms'],
  ['us', 'us'],
  ['min', 'minute'],
  ['hours', 'hour'],
  ['days', 'day'],
  ['weeks', 'week'],
)
const dataUnit = fc.constantFrom(
  ['B', 'B'],
  ['KB', 'kB'],
  ['MB', 'MB'],
  ['GB', 'GB'],
  ['TB', 'TB'],
  ['KiB', 'KiB'],
  ['GiB', 'GiB'],
  ['b', 'b'],
  ['Mb', 'Mb'],
  ['Gbit', 'Gb'],
)

const amount = (unit: fc.Arbitrary<readonly [string, string]>) =>
  fc.tuple(fc.integer({ min: 1, max: 5000 }), unit).map(([n, [ours, theirs]]) => leaf(`${n} ${ours}`, `(${n} ${theirs})`))

/** Trees of one kind of quantity, so that every sum is allowed. */
function sumsOf(leaves: fc.Arbitrary<Pair>): fc.Arbitrary<Pair> {
  return fc.letrec<{ tree: Pair; node: Pair }>(tie => ({
    tree: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaves, tie('node')),
    node: fc.oneof(
      fc.tuple(tie('tree'), fc.constantFrom('+', '-'), tie('tree')).map(([a, op, b]) => both(a, op, b)),
      fc.tuple(number, tie('tree')).map(([a, b]) => both(a, '*', group(b))),
      fc.tuple(tie('tree'), number).map(([a, b]) => both(group(a), '/', b)),
      tie('tree').map(group),
    ),
  })).tree
}

const both = (a: Pair, operator: string, b: Pair): Pair =>
  leaf(`${a.ours} ${operator} ${b.ours}`, `${a.theirs} ${operator} ${b.theirs}`)
const group = (a: Pair): Pair => leaf(`(${a.ours})`, `(${a.theirs})`)

const counts = fc.letrec<{ tree: Pair; node: Pair }>(tie => ({
  tree: fc.oneof({ depthSize: 'small', withCrossShrink: true }, number, magnitude, tie('node')),
  node: fc.oneof(
    fc.tuple(tie('tree'), fc.constantFrom('+', '-', '*', '/'), tie('tree')).map(([a, op, b]) => both(a, op, b)),
    fc.tuple(tie('tree'), fc.integer({ min: 0, max: 3 })).map(([a, n]) => both(group(a), '^', leaf(`${n}`, `${n}`))),
    tie('tree').map(a => leaf(`-(${a.ours})`, `-(${a.theirs})`)),
    fc
      .tuple(fc.constantFrom('max', 'min'), tie('tree'), tie('tree'))
      .map(([f, a, b]) => leaf(`${f}(${a.ours}, ${b.ours})`, `${f}(${a.theirs}, ${b.theirs})`)),
    tie('tree').map(group),
  ),
})).tree

const times = sumsOf(amount(timeUnit))
const sizes = sumsOf(amount(dataUnit))
const products = fc.oneof(
  fc.tuple(sizes, times).map(([a, b]) => both(group(a), '/', group(b))),
  fc.tuple(sizes, times, counts).map(([a, b, c]) => both(both(group(a), '*', group(b)), '*', group(c))),
  fc.tuple(times, times).map(([a, b]) => both(group(a), '/', group(b))),
)

/** The value in seconds and bytes, whatever mathjs holds. */
function theirBase(value: number | Unit): number {
  if (typeof value === 'number') return value
  const powers = (name: string) => value.dimensions[math.Unit.BASE_DIMENSIONS.indexOf(name)] ?? 0
  const unit = [powers('TIME') !== 0 ? `s^${powers('TIME')}` : '', powers('BIT') !== 0 ? `B^${powers('BIT')}` : '']
    .filter(Boolean)
    .join(' * ')
  return unit === '' ? value.toNumber('') : Number(math.divide(value, math.unit(1, unit)).valueOf())
}

describe('arithmetic', () => {
  test.each([
    ['plain counts', counts],
    ['times', times],
    ['sizes', sizes],
    ['products of kinds', products],
  ])(
    'agrees with mathjs on %s',
    (_title, expressions) => {
      fc.assert(
        fc.property(expressions, ({ ours, theirs }) => {
          const result = evaluateExpression(ours)
          const expected = theirBase(math.evaluate(theirs))
          if (!Number.isFinite(expected)) return
          if (!result.ok) throw new Error(`${ours}: ${result.error.message}`)
          const found = result.value.quantity.base
          const scale = Math.max(Math.abs(expected), Math.abs(found), 1e-300)
          expect(Math.abs(found - expected) / scale, `${ours} gives ${found}, mathjs ${expected}`).toBeLessThan(1e-6)
        }),
        { numRuns: 2500 },
      )
    },
    120_000,
  )
})
