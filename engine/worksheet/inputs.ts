import type { Quantity } from '#engine/quantity/quantity.ts'
import type { Amount } from './amount.ts'
import { childrenOf, type Node, namesIn } from './ast.ts'
import { chainOf, onlyLines } from './chain.ts'
import { evaluateSheet, type Worksheet, type WorksheetOptions } from './evaluate-sheet.ts'

/** A number that a line depends on: a literal or a range of the sheet, or a given name (line 0). */
export type Input = {
  readonly line: number
  /** Offset in its line; with the line it says which number is meant. */
  readonly start: number
  readonly end: number
  /** The name of its line when the line is nothing but this number, or the given name. */
  readonly name: string | null
  /** As written: `5 years`. */
  readonly text: string
  /** The number as written, with its magnitude and before its unit; for a given name and for a range its base. */
  readonly number: number
  readonly quantity: Quantity
  readonly percent: boolean
  /** It stands in an exponent, where forgetting or doubling it is no matter of a factor. */
  readonly exponent: boolean
  /**
   * By which power it enters the result: 1 where it multiplies, -1 where it divides, between where it is part of a sum.
   * Rounding to whole numbers is left out.
   */
  readonly power: number
}

const STEP = 1.1
const MAX_INPUTS = 80

type Place = { readonly line: number; readonly node: Node; readonly name: string | null; readonly exponent: boolean }

function placesIn(node: Node, line: number, name: string | null, exponent: boolean): Place[] {
  if (node.kind === 'literal' || node.kind === 'range') return [{ line, node, name, exponent }]
  if (node.kind === 'convert') return placesIn(node.operand, line, name, exponent)
  const isPower = node.kind === 'binary' && node.operator === '^'
  return childrenOf(node).flatMap((child, index) => placesIn(child, line, null, exponent || (isPower && index === 1)))
}

const isNumber = (node: Node) => node.kind === 'literal' || node.kind === 'range'

/** The value of a line when the input at a place is `factor` times as large. Null when the line then has no value. */
export function scaledResult(
  source: string,
  line: number,
  place: { readonly line: number; readonly start: number; readonly end: number; readonly name: string | null },
  factor: number,
  options: WorksheetOptions,
): number | null {
  const scale = (amount: Amount): Amount => ({ ...amount, quantity: { ...amount.quantity, base: amount.quantity.base * factor } })
  const scaledName = place.line === 0 && place.name !== null ? options.given?.[place.name] : undefined
  const given =
    scaledName && place.name !== null
      ? { ...options.given, [place.name]: { ...scaledName, base: scaledName.base * factor } }
      : options.given
  const sheet = evaluateSheet(source, {
    ...options,
    ...(given && { given }),
    probe: {
      smooth: true,
      at: (node, amount, at) =>
        at === place.line && node.start === place.start && node.end === place.end && isNumber(node) ? scale(amount) : amount,
    },
  })
  return sheet.lines[line - 1]?.value?.quantity.base ?? null
}

/** The inputs of a line, in the order of the sheet, each with the power by which it enters. Empty for a line without a value. */
export function inputsOf(source: string, sheet: Worksheet, line: number, options: WorksheetOptions = {}): readonly Input[] {
  const chain = chainOf(sheet, line)
  const reduced = onlyLines(source, chain)
  const texts = reduced.split('\n')
  const plain = evaluateSheet(reduced, { ...options, probe: { smooth: true } })
  const before = plain.lines[line - 1]?.value?.quantity.base
  if (before === undefined) return []
  const powerOf = (place: { line: number; start: number; end: number; name: string | null }) => {
    const after = scaledResult(reduced, line, place, STEP, options)
    const power = after === null || before === 0 ? 0 : Math.log(after / before) / Math.log(STEP)
    return Number.isFinite(power) ? Math.round(power * 1e6) / 1e6 : 0
  }
  const seen = new Map<string, Quantity>()
  evaluateSheet(reduced, {
    ...options,
    probe: {
      smooth: true,
      at: (node, amount, at) => {
        if (isNumber(node)) seen.set(`${at}:${node.start}:${node.end}`, amount.quantity)
        return amount
      },
    },
  })
  const places = chain.flatMap(number => {
    const { expression, name } = plain.lines[number - 1] ?? {}
    return expression ? placesIn(expression, number, name ?? null, false) : []
  })
  const written = places.slice(0, MAX_INPUTS).flatMap(({ line: at, node, name, exponent }): Input[] => {
    const quantity = seen.get(`${at}:${node.start}:${node.end}`)
    if (!quantity) return []
    const place = { line: at, start: node.start, end: node.end, name }
    const literal = node.kind === 'literal' ? node.literal : null
    return [
      {
        ...place,
        text: (texts[at - 1] ?? '').slice(node.start, node.end),
        number: literal ? literal.number : quantity.base,
        quantity,
        percent: literal?.unit.text === '%',
        exponent,
        power: powerOf(place),
      },
    ]
  })
  return [...written, ...givenInputs(plain, chain, options, powerOf)]
}

function givenInputs(
  sheet: Worksheet,
  chain: readonly number[],
  options: WorksheetOptions,
  powerOf: (place: { line: number; start: number; end: number; name: string | null }) => number,
): Input[] {
  const names = new Set(
    chain.flatMap(number => {
      const { expression } = sheet.lines[number - 1] ?? {}
      return expression ? [...namesIn(expression)] : []
    }),
  )
  return Object.entries(options.given ?? {}).flatMap(([name, quantity]): Input[] => {
    if (!names.has(name) || sheet.lines.some(line => line.name === name)) return []
    const place = { line: 0, start: 0, end: 0, name }
    return [{ ...place, text: name, number: quantity.base, quantity, percent: false, exponent: false, power: powerOf(place) }]
  })
}
