import { namesIn } from './ast.ts'
import type { Worksheet, WorksheetLine } from './evaluate-sheet.ts'

/** The last line that gives the name a value, or null. */
export function lineOfName(sheet: Worksheet, name: string): WorksheetLine | null {
  return sheet.lines.findLast(line => line.name === name && line.value !== undefined) ?? null
}

/**
 * The numbers of the lines that a line depends on, in order, itself last. Lines that set the length of a day, month or
 * year belong to every chain below them.
 */
export function chainOf(sheet: Worksheet, line: number): readonly number[] {
  const definitions = new Map<string, number[]>()
  for (const { name, line: number, value } of sheet.lines) {
    if (name !== undefined && value) definitions.set(name, [...(definitions.get(name) ?? []), number])
  }
  const found = new Set<number>()
  const waiting = [line]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue
    found.add(next)
    const expression = sheet.lines[next - 1]?.expression
    const names = ['day', 'month', 'year', ...(expression ? namesIn(expression) : [])]
    for (const name of names) {
      const before = definitions.get(name)?.findLast(number => number < (next ?? 0))
      if (before !== undefined) waiting.push(before)
    }
  }
  return [...found].sort((a, b) => a - b)
}

/** The source with every line outside the chain left blank: the same line numbers, and quick to compute again. */
export function onlyLines(source: string, chain: readonly number[]): string {
  const wanted = new Set(chain)
  const last = chain.at(-1) ?? 0
  return source
    .split('\n', last)
    .map((text, index) => (wanted.has(index + 1) ? text : ''))
    .join('\n')
}
