import { dimensionName } from '#engine/quantity/dimension.ts'
import { nearestName } from '#engine/quantity/nearest-name.ts'
import { evaluateExpression } from '#engine/worksheet/worksheet.ts'
import type { SizingInput, SizingRules } from './rules.ts'

/** What is asked of a system: inputs of the rules by name, each in the worksheet language (`100M /month`), lists as several. */
export type Demand = Readonly<Record<string, string | number | readonly (string | number)[]>>

/** A fault of a demand, with the path at which it stands in it. */
export type DemandProblem = {
  readonly path: readonly (string | number)[]
  readonly message: string
  readonly mend: string
  /** The name itself is at fault, not what stands at it. */
  readonly part?: 'key'
}

/** A number of content/reference that inputs fall back on. */
export type ReferenceValue = { readonly id: string; readonly value: string }

/** An input with its value; `origin` says whether it was stated, is a default, or a reference fact. */
export type KnownInput = {
  readonly input: SizingInput
  readonly items: readonly string[]
  readonly origin: 'stated' | 'assumed' | 'reference'
}

function problemOf(input: SizingInput, text: string, path: readonly (string | number)[]): DemandProblem | null {
  const result = evaluateExpression(text)
  if (!result.ok)
    return { path, message: `"${text}" cannot be read: ${result.error.message}`, mend: result.error.mend ?? exampleOf(input) }
  const kind = dimensionName(result.value.quantity.dimension)
  if (kind !== input.kind)
    return { path, message: `"${text}" is ${kind}; ${input.name} is ${input.kind}`, mend: exampleOf(input) }
  if (!(result.value.quantity.base >= 0)) return { path, message: `"${text}" is below zero`, mend: exampleOf(input) }
  return null
}

const exampleOf = ({ example }: SizingInput) =>
  `write for example ${typeof example === 'string' ? example : `[${example.join(', ')}]`}`

function readInput(input: SizingInput, value: Demand[string]): { items: readonly string[]; problems: readonly DemandProblem[] } {
  const many = typeof value === 'object'
  if (many && !input.list) {
    return { items: [], problems: [{ path: [input.name], message: 'is a list; one value is expected', mend: exampleOf(input) }] }
  }
  const items = (many ? value : [value]).map(String)
  const problems = items.flatMap((text, index) => problemOf(input, text, many ? [input.name, index] : [input.name]) ?? [])
  return { items, problems }
}

/** The inputs that have a value: those stated, else their default or fact. Every fault of the demand at once. */
export function readDemand(
  demand: Demand,
  { inputs }: SizingRules,
  reference: readonly ReferenceValue[],
): { readonly known: readonly KnownInput[]; readonly problems: readonly DemandProblem[] } {
  const names = new Map(inputs.map(input => [input.name, input]))
  const facts = new Map(reference.map(({ id, value }) => [id, value]))
  const problems: DemandProblem[] = []
  for (const name of Object.keys(demand)) {
    if (names.has(name)) continue
    const near = nearestName(name, names.keys())
    const mend = near === null ? `use one of: ${[...names.keys()].join(', ')}` : `did you mean ${near}?`
    problems.push({ path: [name], part: 'key', message: 'is not something that a demand says', mend })
  }
  const known = inputs.flatMap((input): KnownInput[] => {
    const stated = Object.hasOwn(demand, input.name) ? demand[input.name] : undefined
    if (stated !== undefined) {
      const read = readInput(input, stated)
      problems.push(...read.problems)
      return read.problems.length > 0 ? [] : [{ input, items: read.items, origin: 'stated' }]
    }
    const fact = input.fact === undefined ? undefined : facts.get(input.fact)
    if (fact !== undefined) return [{ input, items: [fact], origin: 'reference' }]
    return input.default === undefined ? [] : [{ input, items: [input.default], origin: 'assumed' }]
  })
  return { known, problems }
}
