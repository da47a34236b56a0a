import type { Value } from './amount.ts'
import { namesIn } from './ast.ts'
import { evaluateLine, evaluateSheet, type Worksheet, type WorksheetError, type WorksheetOptions } from './evaluate-sheet.ts'
import { parseLine } from './parse-line.ts'
import { solveLine } from './solve.ts'

export {
  formatValue,
  MAX_LINES,
  type Worksheet,
  type WorksheetError,
  type WorksheetOptions,
} from './evaluate-sheet.ts'

/**
 * Computes a worksheet line by line. A line with an error does not stop the others. Never throws; the same source, options
 * and seed give the same result. At most 500 lines are computed: the first line beyond gets an error that says so.
 */
export function evaluateWorksheet(source: string, options: WorksheetOptions = {}): Worksheet {
  return evaluateSheet(source, options, solveLine)
}

export type ExpressionResult =
  | { readonly ok: true; readonly value: Value; readonly warnings: readonly WorksheetError[] }
  | { readonly ok: false; readonly error: WorksheetError }

/** Computes one expression (`urls * record * 5 years`) over the given names. Bad input gives an error at line 1, never a throw. */
export function evaluateExpression(text: string, options: WorksheetOptions = {}): ExpressionResult {
  const line = text.replaceAll('\n', ' ')
  const result = evaluateLine(line, options)
  if (result.kind === 'expression' && result.value) return { ok: true, value: result.value, warnings: result.warnings }
  if (result.error) return { ok: false, error: result.error }
  const message = result.kind === 'assignment' ? 'an expression has no `=`' : 'an expression is missing'
  return { ok: false, error: { line: 1, column: 1, endColumn: Math.max(2, line.length + 1), message } }
}

/**
 * The names that an expression (or the right side of an assignment) uses, each once, in order. `known` are names that
 * count even where a count noun could stand (`100M /users`). Empty when the text cannot be read.
 */
export function references(text: string, known: Iterable<string> = []): string[] {
  const names = new Set(known)
  const parsed = parseLine(text.replaceAll('\n', ' '), name => names.has(name))
  if (!parsed.ok || parsed.statement.kind === 'blank' || parsed.statement.kind === 'comment') return []
  return [...namesIn(parsed.statement.expression)]
}
