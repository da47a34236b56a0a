import { CALENDAR, type ConventionName, type Conventions, makeConventions } from '#engine/quantity/conventions.ts'
import { type Problem, quote } from '#engine/quantity/cursor.ts'
import { dimensionInWords, sameDimension, TIME } from '#engine/quantity/dimension.ts'
import { formatQuantity } from '#engine/quantity/format.ts'
import { nearestName } from '#engine/quantity/nearest-name.ts'
import { lookupNoun } from '#engine/quantity/nouns.ts'
import type { Quantity } from '#engine/quantity/quantity.ts'
import { lookupUnit } from '#engine/quantity/unit-index.ts'
import { type Amount, toAmount, toValue, type Value } from './amount.ts'
import type { Node, Statement } from './ast.ts'
import { type Evaluation, evaluateNode, type Probe, type Scope } from './evaluate-node.ts'
import { FUNCTIONS } from './functions.ts'
import { type ParsedLine, parseLine } from './parse-line.ts'
import { makeRandom } from './sample.ts'

/** Lines and columns count from 1; `endColumn` is one past the last character. */
export type WorksheetError = {
  readonly line: number
  readonly column: number
  readonly endColumn: number
  readonly message: string
  readonly mend?: string
}

export type WorksheetLine = {
  readonly line: number
  readonly kind: 'blank' | 'comment' | 'assignment' | 'expression' | 'error'
  readonly name?: string
  readonly value?: Value
  /** The answer in human units, as shown beside the line. */
  readonly text?: string
  readonly error?: WorksheetError
  readonly warnings: readonly WorksheetError[]
  /** What the line says, when it can be read: what `explain` and `solve` work on. */
  readonly expression?: Node
}

export type Worksheet = {
  readonly lines: readonly WorksheetLine[]
  /** The last value of each name that has one. */
  readonly values: ReadonlyMap<string, Value>
  readonly errors: readonly WorksheetError[]
  readonly warnings: readonly WorksheetError[]
}

export type WorksheetOptions = {
  readonly conventions?: Partial<Conventions>
  /** Names that have a value before the first line; the sheet may set them anew. */
  readonly given?: Readonly<Record<string, Quantity>>
  readonly seed?: number
  readonly probe?: Probe
  /** Lines already read, for computing the same lines many times over: see `rememberingLines`. */
  readonly read?: LineMemory
}

/** Lines as they were read, by their number and text. */
export type LineMemory = Map<string, ParsedLine>

/** Options under which each line is read once, however often it is computed. Only for one sheet: its names decide how a line is read. */
export const rememberingLines = (options: WorksheetOptions): WorksheetOptions => ({ ...options, read: new Map() })

export const MAX_LINES = 500
/** Each solves by computing the sheet above it again and again. */
const MAX_SOLVES = 10

/** What a `solve` line asks, over the lines above it. */
export type SolveRequest = {
  readonly above: readonly string[]
  readonly target: string
  readonly wanted: Amount
  readonly unknown: string
  readonly options: WorksheetOptions
}

export type SolveResult =
  | { readonly ok: true; readonly amount: Amount }
  | { readonly ok: false; readonly message: string; readonly mend?: string }

/** Works out `solve` lines. It computes sheets itself, so it is handed in from above. */
export type Solver = (request: SolveRequest) => SolveResult

type Context = { readonly options: WorksheetOptions; readonly texts: readonly string[]; readonly solver: Solver | undefined }

const isConvention = (name: string): name is ConventionName => name === 'day' || name === 'month' || name === 'year'

type Sheet = {
  readonly values: Map<string, Value>
  /** The lines so far, for saying where a name has its value from. */
  readonly done: WorksheetLine[]
  readonly failedOn: Map<string, number>
  readonly isName: (name: string) => boolean
  readonly scope: Scope
  lengths: Partial<Conventions>
  conventions: Conventions
  solves: number
}

function toError(problem: Problem, line: number): WorksheetError {
  const { start, end, message, mend } = problem
  return { line, column: start + 1, endColumn: Math.max(end, start + 1) + 1, message, ...(mend !== undefined && { mend }) }
}

/** At most `MAX_LINES + 1` lines, without cutting up a text that is much longer. */
function splitLines(source: string): string[] {
  const lines: string[] = []
  let start = 0
  while (lines.length <= MAX_LINES) {
    const end = source.indexOf('\n', start)
    lines.push(source.slice(start, end === -1 ? undefined : end))
    if (end === -1) break
    start = end + 1
  }
  return lines
}

/** Where each name is given its value, read without parsing: enough to say "move that line up". */
function findDefinitions(lines: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const [index, line] of lines.entries()) {
    const equals = line.slice(0, 200).indexOf('=')
    const name = equals > 0 ? line.slice(0, equals).trim() : ''
    if (name !== '' && !/[\s#]/.test(name)) found.set(name, index + 1)
  }
  return found
}

function openSheet(options: WorksheetOptions, lines: readonly string[]): Sheet {
  const values = new Map<string, Value>()
  if (options.given) for (const [name, quantity] of Object.entries(options.given)) values.set(name, { quantity })
  const failedOn = new Map<string, number>()
  const lengths = options.conventions ?? {}
  return {
    values,
    done: [],
    failedOn,
    isName: name => values.has(name) && !isConvention(name),
    scope: makeScope(values, failedOn, options.seed ?? 1, lines),
    lengths,
    conventions: options.conventions ? makeConventions(lengths) : CALENDAR,
    solves: 0,
  }
}

function explainMissing(
  sheet: { readonly values: ReadonlyMap<string, Value>; readonly failedOn: ReadonlyMap<string, number> },
  definitions: ReadonlyMap<string, number>,
  name: string,
  line: number,
): { message: string; mend?: string } {
  const quoted = quote(name)
  const failed = sheet.failedOn.get(name)
  if (failed !== undefined)
    return { message: `${quoted} has no value because line ${failed} has an error`, mend: `mend line ${failed} first` }
  const later = definitions.get(name)
  if (later === line)
    return {
      message: `${quoted} is defined by itself`,
      mend: 'write the right side without it, or give the new value another name',
    }
  if (later !== undefined && later > line) {
    return {
      message: `${quoted} is used here, but gets its value only on line ${later}`,
      mend: `move line ${later} above line ${line}; two lines that need each other have no value`,
    }
  }
  if (FUNCTIONS.has(name)) return { message: `${quoted} is a function`, mend: `write ${quote(FUNCTIONS.get(name)?.usage ?? '')}` }
  const near = nearestName(name, [...sheet.values.keys(), ...FUNCTIONS.keys()])
  if (near !== null) return { message: `${quoted} has no value`, mend: `did you mean ${quote(near)}?` }
  if (lookupUnit(name))
    return { message: `${quoted} is a unit that needs a number before it`, mend: `write ${quote(`1 ${name}`)}` }
  if (lookupNoun(name) !== null)
    return {
      message: `${quoted} has no value`,
      mend: `give it one above, such as ${quote(`${name} = 100M`)}, or write ${quote(`1 ${name}`)} to count them`,
    }
  return { message: `${quoted} has no value`, mend: `give it one on a line above: ${quote(`${name} = ...`)}` }
}

function makeScope(
  values: ReadonlyMap<string, Value>,
  failedOn: ReadonlyMap<string, number>,
  seed: number,
  texts: readonly string[],
): Scope {
  let definitions: ReadonlyMap<string, number> | null = null
  let ranges = 0
  return {
    lookup: name => {
      const value = values.get(name)
      return value ? toAmount(value) : null
    },
    *names() {
      for (const [name, value] of values) yield [name, { quantity: value.quantity }] as const
    },
    explainMissing: (name, line) => {
      definitions ??= findDefinitions(texts)
      return explainMissing({ values, failedOn }, definitions, name, line)
    },
    nextRandom: () => makeRandom(Math.imul(seed, 0x9e3779b1) + Math.imul(++ranges, 0x85ebca6b)),
  }
}

/** The answer beside a line: the value, and for a range its median with the ends in which four fifths of the cases lie. */
export function formatValue(value: Value, conventions: Conventions = CALENDAR): string {
  const options = { hint: value.unitHint, conventions }
  const middle = formatQuantity(value.quantity, options)
  if (!value.range) return middle
  const low = formatQuantity({ ...value.quantity, base: value.range.p10 }, options)
  const high = formatQuantity({ ...value.quantity, base: value.range.p90 }, options)
  return `${middle} (${low} to ${high})`
}

/** `month = 2.5M s` changes the length of a month from the next line on. */
function setConvention(sheet: Sheet, name: ConventionName, amount: Amount): Omit<Problem, 'start' | 'end'> | null {
  const { base, dimension } = amount.quantity
  const example = { day: '100K s', month: '2.5M s', year: '12 months' }[name]
  if (!sameDimension(dimension, TIME)) {
    return {
      message: `${quote(name)} is a length of time, this is ${dimensionInWords(dimension)}`,
      mend: `write for example ${quote(`${name} = ${example}`)}, or choose another name`,
    }
  }
  if (!(base > 0))
    return { message: `the length of a ${name} must be above zero`, mend: `write for example ${quote(`${name} = ${example}`)}` }
  sheet.lengths = { ...sheet.lengths, [name]: base }
  sheet.conventions = makeConventions(sheet.lengths)
  return null
}

const NO_PROBLEMS: readonly Problem[] = []

const lastLineOf = (sheet: Sheet, name: string) => sheet.done.findLast(line => line.name === name && line.value)?.line

/** `again`: the name had a value before this line. */
function warningsAboutName(
  sheet: Sheet,
  statement: Statement & { kind: 'assignment' },
  again: boolean,
  given: WorksheetOptions['given'],
): readonly Problem[] {
  const { name, nameSpan } = statement
  const before = again ? lastLineOf(sheet, name) : undefined
  if (before === undefined && name.length > 3) return NO_PROBLEMS
  const warnings: Problem[] = []
  if (before !== undefined) {
    warnings.push({
      ...nameSpan,
      message: `${quote(name)} already has a value from line ${before}: the lines below use this one`,
      mend: 'give one of them another name',
    })
  }
  const unit = lookupUnit(name)
  if (unit && !unit.afterNumber && name.length <= 3 && !isConvention(name) && given?.[name] === undefined) {
    warnings.push({
      ...nameSpan,
      message: `${quote(name)} is also a unit: here it means your value, right after a number still the unit`,
      mend: 'give it a longer name',
    })
  }
  return warnings
}

function readLine(sheet: Sheet, text: string, number: number, memory: LineMemory | undefined): ParsedLine {
  if (!memory) return parseLine(text, sheet.isName)
  const key = `${number} ${text}`
  const known = memory.get(key)
  if (known) return known
  const parsed = parseLine(text, sheet.isName)
  memory.set(key, parsed)
  return parsed
}

function evaluateText(sheet: Sheet, source: string, number: number, context: Context): WorksheetLine {
  const parsed = readLine(sheet, source, number, context.options.read)
  const warnings = parsed.warnings.length === 0 ? [] : parsed.warnings.map(problem => toError(problem, number))
  if (!parsed.ok) return failLine(sheet, number, toError(parsed.error, number), warnings, { name: parsed.name })
  const { statement } = parsed
  if (statement.kind === 'blank' || statement.kind === 'comment') return { line: number, kind: statement.kind, warnings: [] }
  const evaluation: Evaluation = {
    line: source,
    number,
    probe: context.options.probe ?? null,
    conventions: sheet.conventions,
    scope: sheet.scope,
    warnings: [],
    error: null,
  }
  const amount = evaluateNode(evaluation, statement.expression)
  for (const problem of evaluation.warnings) warnings.push(toError(problem, number))
  const { expression } = statement
  const name = statement.kind === 'assignment' ? statement.name : undefined
  if (!amount) {
    const error = evaluation.error ?? { ...expression, message: 'this line cannot be computed' }
    return failLine(sheet, number, toError(error, number), warnings, { name, expression })
  }
  if (statement.kind === 'solve') return evaluateSolve(sheet, statement, amount, number, context)
  const value = toValue(amount)
  if (statement.kind === 'assignment') {
    // Setting it says whether it is there already: a second look-up of every name is dear.
    const before = sheet.values.size
    sheet.values.set(statement.name, value)
    const again = sheet.values.size === before
    for (const problem of warningsAboutName(sheet, statement, again, context.options.given))
      warnings.push(toError(problem, number))
    const wrong = isConvention(statement.name) ? setConvention(sheet, statement.name, amount) : null
    if (wrong) {
      const error = toError({ start: expression.start, end: expression.end, ...wrong }, number)
      return failLine(sheet, number, error, warnings, { name, expression })
    }
    if (sheet.failedOn.size > 0) sheet.failedOn.delete(statement.name)
  }
  const text = formatValue(value, sheet.conventions)
  return name === undefined
    ? { line: number, kind: 'expression', value, text, warnings, expression }
    : { line: number, kind: 'assignment', name, value, text, warnings, expression }
}

function evaluateSolve(
  sheet: Sheet,
  statement: Statement & { kind: 'solve' },
  wanted: Amount,
  number: number,
  context: Context,
): WorksheetLine {
  const { target, targetSpan, unknown, unknownSpan, expression } = statement
  const problemAt = (name: string, span: { start: number; end: number }): Problem | null =>
    sheet.values.has(name) ? null : { ...span, ...sheet.scope.explainMissing(name, number) }
  const missing = problemAt(target, targetSpan) ?? problemAt(unknown, unknownSpan)
  if (missing) return failLine(sheet, number, toError(missing, number), [], { expression })
  if (++sheet.solves > MAX_SOLVES) {
    const problem = { ...targetSpan, message: `a worksheet solves at most ${MAX_SOLVES} times`, mend: 'remove a `solve` line' }
    return failLine(sheet, number, toError(problem, number), [], { expression })
  }
  // A solve line above takes no part in this one: nothing depends on its answer.
  const above = context.texts.slice(0, number - 1).map(text => (/^\s*solve\s/.test(text) ? '' : text))
  const result = context.solver?.({ above, target, wanted, unknown, options: context.options })
  if (!result?.ok) {
    const { message = 'this line cannot be solved here', mend } = result ?? {}
    const problem = { start: targetSpan.start, end: unknownSpan.end, message, ...(mend !== undefined && { mend }) }
    return failLine(sheet, number, toError(problem, number), [], { expression })
  }
  const value = toValue(result.amount)
  return {
    line: number,
    kind: 'expression',
    value,
    text: `${unknown} = ${formatValue(value, sheet.conventions)}`,
    warnings: [],
    expression,
  }
}

function failLine(
  sheet: Sheet,
  number: number,
  error: WorksheetError,
  warnings: readonly WorksheetError[],
  parts: { readonly name?: string | undefined; readonly expression?: Node },
): WorksheetLine {
  const { name, expression } = parts
  if (name !== undefined) {
    sheet.values.delete(name)
    sheet.failedOn.set(name, number)
  }
  return { line: number, kind: 'error', ...(name !== undefined && { name }), error, warnings, ...(expression && { expression }) }
}

/** Computes one line over the given names alone. */
export function evaluateLine(text: string, options: WorksheetOptions): WorksheetLine {
  return evaluateText(openSheet(options, []), text, 1, { options, texts: [text], solver: undefined })
}

/** `evaluateWorksheet` with the solver as an argument; `solve` lines are errors without one. */
export function evaluateSheet(source: string, options: WorksheetOptions = {}, solver?: Solver): Worksheet {
  const texts = splitLines(source)
  const tooMany = texts.length > MAX_LINES
  const sheet = openSheet(options, texts)
  const context = { options, texts, solver }
  const lines = sheet.done
  for (const text of tooMany ? texts.slice(0, MAX_LINES) : texts) lines.push(evaluateText(sheet, text, lines.length + 1, context))
  if (tooMany) {
    const error = {
      line: MAX_LINES + 1,
      column: 1,
      endColumn: 2,
      message: `a worksheet has at most ${MAX_LINES} lines: this one and those below are not computed`,
      mend: 'remove lines, or split the worksheet',
    }
    lines.push({ line: MAX_LINES + 1, kind: 'error', error, warnings: [] })
  }
  const errors: WorksheetError[] = []
  const warnings: WorksheetError[] = []
  for (const line of lines) {
    if (line.error) errors.push(line.error)
    for (const warning of line.warnings) warnings.push(warning)
  }
  return { lines, values: sheet.values, errors, warnings }
}
