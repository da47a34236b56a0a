import { z } from 'zod'
import { type Catalog, getCatalog } from '#catalog/catalog.ts'
import { formatPath, formatProblem } from '#catalog/problem.ts'
import { readCatalogSettings } from '#catalog/settings.ts'
import { checkSchema } from '#catalog/source/check-schema.ts'
import { readYaml, type YamlDocument } from '#catalog/source/yaml-document.ts'
import { type Plan, type PlanRow, size } from '#engine/sizing/plan.ts'
import { readArguments } from '../arguments.ts'
import { nameOfSource, readSource } from '../read-source.ts'
import { type Command, exit, type Terminal } from '../terminal.ts'

const options = { json: { type: 'boolean', default: false }, worksheet: { type: 'boolean', default: false } } as const

const value = z.union([z.string().max(300), z.number()])
const demandSchema = z
  .record(z.string(), z.union([value, z.array(value).max(20)], 'is not a value: write a number with its unit, or a list of them'))
  .describe('inputs by name, each in the worksheet language: writes: 100M /month')

async function loadCatalog(terminal: Terminal): Promise<Catalog | string> {
  try {
    return await getCatalog(readCatalogSettings(terminal.env, terminal.root))
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** The faults of a plan's demand, each with its line and column in the file. */
function problemsOf(plan: Plan, document: YamlDocument): string[] {
  return plan.problems.map(({ path, part, message, mend }) => {
    const { line, column } = document.at(path, part)
    return formatProblem({ rule: 'size', file: document.file, path: formatPath(path), line, column, message, mend })
  })
}

function rowLines(row: PlanRow, width: number): string[] {
  return [
    `  ${row.name.padEnd(width)}  ${row.text.padEnd(14)}  ${row.what}${row.note ? ` (${row.note})` : ''}`,
    `  ${''.padEnd(width)}  = ${row.formula}`,
    ...(row.disagrees ?? []).map(
      ({ id, says, with: others }) =>
        `  ${''.padEnd(width)}  ! ${id}: against ${others.map(other => `${other.name} ${other.text}`).join(', ')}. ${says}`,
    ),
  ]
}

/** For people: the plan rule by rule, with formula, source, weakness and what contradicts it. */
export function formatPlan(plan: Plan): string {
  const width = Math.max(0, ...plan.rows.map(({ name }) => name.length))
  const rules = [...new Set(plan.rows.map(({ rule }) => rule))].flatMap(rule => {
    const rows = plan.rows.filter(row => row.rule === rule)
    const [first] = rows
    return first
      ? [
          '',
          first.title,
          ...rows.flatMap(row => rowLines(row, width)),
          `  Source: ${first.source}.`,
          `  Weakness: ${first.weakness}`,
        ]
      : []
  })
  const taken = plan.inputs.filter(({ origin }) => origin !== 'stated')
  return [
    'Stated',
    ...plan.inputs.filter(({ origin }) => origin === 'stated').map(({ name, text }) => `  ${name} = ${text}`),
    'Not stated, taken from defaults and reference facts',
    ...taken.map(({ name, text, origin }) => `  ${name} = ${text}${origin === 'reference' ? ' (reference)' : ''}`),
    ...rules,
    ...(plan.warnings.length > 0 ? ['', 'Warnings', ...plan.warnings.map(({ rule, says }) => `  ${rule}: ${says}`)] : []),
    ...(plan.unused.length > 0
      ? ['', 'Rules without a say', ...plan.unused.map(({ title, needs }) => `  ${title}: state ${needs.join(', ')}`)]
      : []),
  ].join('\n')
}

/** `tenfold size FILE.yaml [--json]`: a demand to a plan, with each rule used. */
export const sizeCommand: Command = {
  usage: ['tenfold size FILE.yaml|- [--json]            size a system from its demand'],
  async run(words, terminal) {
    const read = readArguments(words, options)
    const complain = (message: string) => {
      terminal.err(`tenfold size: ${message}`)
      return exit.unusable
    }
    if (!read.ok) return complain(read.message)
    const [file, ...others] = read.parsed.positionals
    if (file === undefined || others.length > 0) return complain('name one file, or "-" for standard input.')
    const source = await readSource(file, terminal)
    if (!source.ok) return complain(source.message)
    const yaml = readYaml(nameOfSource(file), source.text)
    const demand = yaml.ok ? checkSchema(demandSchema, yaml.document) : yaml
    if (!yaml.ok || !demand.ok) {
      for (const problem of demand.ok ? [] : demand.problems) terminal.err(formatProblem(problem))
      return exit.unusable
    }
    const catalog = await loadCatalog(terminal)
    if (typeof catalog === 'string') return complain(catalog)
    const rules = catalog.sizing()
    if (!rules) return complain('this content has no rules: content/reference/sizing.yaml is missing.')
    const plan = size(demand.value, rules, catalog.reference().facts)
    const { json, worksheet } = read.parsed.values
    terminal.out(json ? JSON.stringify(plan) : worksheet ? plan.worksheet : formatPlan(plan))
    for (const problem of problemsOf(plan, yaml.document)) terminal.err(problem)
    return plan.problems.length > 0 ? exit.problems : exit.done
  },
}
