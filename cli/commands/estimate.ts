import { z } from 'zod'
import { dimensionName } from '#engine/quantity/dimension.ts'
import { evaluateWorksheet, type Worksheet, type WorksheetError } from '#engine/worksheet/worksheet.ts'
import { type Answer, answerLines, readJson } from '../answer-lines.ts'
import { readArguments } from '../arguments.ts'
import { nameOfSource, readSource } from '../read-source.ts'
import { type Command, exit } from '../terminal.ts'

const options = { json: { type: 'boolean', default: false }, jsonl: { type: 'boolean', default: false } } as const

type EstimatedValue = {
  readonly base: number
  readonly dimension: string
  readonly text: string
  readonly p10?: number
  readonly p50?: number
  readonly p90?: number
}
type EstimateError = { readonly line: number; readonly column: number; readonly message: string }
type EstimateAnswer = { readonly values: Readonly<Record<string, EstimatedValue>>; readonly errors: readonly EstimateError[] }

const withMend = ({ message, mend }: { readonly message: string; readonly mend?: string }) =>
  mend === undefined ? message : `${message} (${mend})`

const toError = (error: WorksheetError): EstimateError => ({ line: error.line, column: error.column, message: withMend(error) })

/** The answer as docs/cli.md promises it: the last value of each name, and every error. */
export function estimate(worksheet: string): EstimateAnswer {
  const { lines, values, errors } = evaluateWorksheet(worksheet)
  const texts = new Map(lines.flatMap(({ name, text }) => (name !== undefined && text !== undefined ? [[name, text]] : [])))
  const entries = [...values].map(([name, { quantity, range }]): [string, EstimatedValue] => [
    name,
    {
      base: quantity.base,
      dimension: dimensionName(quantity.dimension),
      text: texts.get(name) ?? '',
      ...(range && { p10: range.p10, p50: range.p50, p90: range.p90 }),
    },
  ])
  return { values: Object.fromEntries(entries), errors: errors.map(toError) }
}

const requestSchema = z.strictObject({ worksheet: z.string().describe('the lines of a worksheet') })

/** One line of `--jsonl`. A line that is no request gets an answer without values whose error says so. */
export function answerEstimate(line: string): Answer {
  const refuse = (message: string): Answer => ({
    answer: { values: {}, errors: [{ line: 1, column: 1, message }] },
    failed: true,
  })
  const read = readJson(line)
  if (!read.ok) return refuse(`this request ${read.message}`)
  const request = requestSchema.safeParse(read.value)
  if (!request.success) return refuse('a request is {"worksheet": "..."}, one object with one text')
  const answer = estimate(request.data.worksheet)
  return { answer, failed: answer.errors.length > 0 }
}

/** Each line as it was written, and its answer beside it. */
export function formatSheet(source: string, sheet: Worksheet): string {
  const texts = source.split(/\r?\n/)
  const width = Math.min(72, Math.max(0, ...sheet.lines.map(({ line }) => (texts[line - 1] ?? '').length)))
  return sheet.lines
    .map(({ line, text }) => {
      const written = texts[line - 1] ?? ''
      return text === undefined ? written : `${written.padEnd(width)}  = ${text}`
    })
    .join('\n')
    .trimEnd()
}

const formatPlace = (name: string, error: WorksheetError) => `${name}:${error.line}:${error.column}  ${withMend(error)}`

/** `tenfold estimate FILE|- [--json]`, and `tenfold estimate --jsonl` for many worksheets in one process. */
export const estimateCommand: Command = {
  usage: [
    'tenfold estimate FILE|- [--json]             compute a worksheet',
    'tenfold estimate --jsonl                     a worksheet a line on standard input, an answer a line',
  ],
  async run(words, terminal) {
    const read = readArguments(words, options)
    const complain = (message: string) => {
      terminal.err(`tenfold estimate: ${message}`)
      return exit.unusable
    }
    if (!read.ok) return complain(read.message)
    const [file, ...others] = read.parsed.positionals
    const { json, jsonl } = read.parsed.values
    if (others.length > 0 || (file === undefined && !jsonl)) return complain('name one file, or "-" for standard input.')
    if (jsonl) return answerLines(file, terminal, answerEstimate)
    const source = await readSource(file ?? '-', terminal)
    if (!source.ok) return complain(source.message)
    if (json) {
      const answer = estimate(source.text)
      terminal.out(JSON.stringify(answer))
      return answer.errors.length > 0 ? exit.problems : exit.done
    }
    const sheet = evaluateWorksheet(source.text)
    terminal.out(formatSheet(source.text, sheet))
    const name = nameOfSource(file ?? '-')
    for (const warning of sheet.warnings) terminal.err(`${formatPlace(name, warning)} [warning]`)
    for (const error of sheet.errors) terminal.err(formatPlace(name, error))
    return sheet.errors.length > 0 ? exit.problems : exit.done
  },
}
