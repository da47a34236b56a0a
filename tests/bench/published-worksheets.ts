import { z } from 'zod'
import published from '#tests/fixtures/published-estimates.json' with { type: 'json' }

/**
 * Published back-of-the-envelope estimates as worksheets. The fixture names repository, path and commit of each source and
 * holds inputs, formulas, the answers as stated, and which are wrong by what kind of mistake.
 */
const Answer = z.looseObject({
  name: z.string(),
  as_stated: z.string(),
  stated_base: z.number(),
  base_unit: z.string(),
  formula: z.string(),
  recomputed_base: z.number(),
  verdict: z.enum(['exact', 'rounding', 'convention', 'wrong']),
  root_error: z.boolean(),
  diagnosis: z.array(z.looseObject({ operator: z.string() })),
})

const Source = z.looseObject({
  id: z.string(),
  inputs: z.record(z.string(), z.looseObject({ value: z.number(), unit: z.string() })),
  answers: z.array(Answer),
})

export type PublishedAnswer = z.infer<typeof Answer>
export type PublishedSource = z.infer<typeof Source>

export const publishedSources: readonly PublishedSource[] = z.array(Source).parse(published)

/** Units that the worksheet language knows; the others are plain counts in the formulas of the fixture. */
const UNITS: Readonly<Record<string, string>> = {
  B: ' B',
  s: ' s',
  '1/s': ' /s',
  'bit/s': ' bps',
  '1/h': ' /hour',
  USD: ' USD',
  'USD/month': ' USD',
  'USD/GB/month': ' USD',
}

const CONSTANTS: readonly (readonly [string, string])[] = [
  ['DAY', '1 day'],
  ['MONTH', '1 month'],
  ['D_M', '30'],
  ['M_Y', '12'],
  ['D_Y', '365'],
  ['GB', '1 GB'],
  ['TB', '1 TB'],
]

const safe = (name: string) => ({ per: 'per_node', GB: 'gigabyte', TB: 'terabyte' })[name] ?? name

function toFormula(formula: string): string {
  return formula
    .replaceAll('**', '^')
    .replaceAll('rate/8', 'rate')
    .replaceAll('bw/8', 'bw')
    .replaceAll('iprate/3600', 'iprate')
    .replaceAll('peak/100)', 'peak/(100 qps))')
    .replaceAll('tx*2200', 'tx*(2200 B)')
    .replace(/F\((\d+),(\d+)\)/g, '($1/$2)')
    .replace(/[A-Za-z_]\w*/g, safe)
}

/** The worksheet of one source: its inputs, the constants that it uses, and a line for each answer. */
export function toWorksheet(source: PublishedSource): string {
  const formulas = source.answers.map(answer => toFormula(answer.formula))
  const used = new Set(formulas.flatMap(formula => formula.match(/[A-Za-z_]\w*/g) ?? []))
  const inputs = Object.entries(source.inputs).map(([name, { value, unit }]) => `${safe(name)} = ${value}${UNITS[unit] ?? ''}`)
  const constants = CONSTANTS.filter(([name]) => used.has(safe(name))).map(([name, value]) => `${safe(name)} = ${value}`)
  const answers = source.answers.map(
    (answer, index) => `answer_${answer.name} = ${formulas[index] ?? ''}${answer.base_unit === 'day' ? ' * 1 day' : ''}`,
  )
  return [...inputs, ...constants, ...answers].join('\n')
}

/** The stated answer as a person would type it, without the remarks of the source. */
export function toStated(answer: PublishedAnswer): string {
  return answer.as_stated
    .replace(/\(.*\)/, '')
    .replace(/^("|~)+/, '')
    .trim()
}

/** The recomputed answer in the worksheet's base units. */
export function toBase(answer: PublishedAnswer): number {
  return answer.base_unit === 'day' ? answer.recomputed_base * 86_400 : answer.recomputed_base
}
