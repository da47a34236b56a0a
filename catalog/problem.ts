/** One thing that is wrong with content: the file, the place in it, what is wrong, and what to do about it. */
export type Problem = {
  /** Name of the rule that found it. */
  readonly rule: string
  /** The file, relative to the folder that was checked (`content/plan.yaml`). */
  readonly file: string
  /** The place inside the document, as people read it (`weeks[0].items[2].lesson`); empty for the whole file. */
  readonly path: string
  /** Counted from 1. */
  readonly line: number
  readonly column: number
  readonly message: string
  readonly mend: string
}

/** A place in a file. */
export type Place = { readonly file: string; readonly path: string; readonly line: number; readonly column: number }

/** Writes a path as people read it: `weeks[0].items`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? String(part) : `.${String(part)}`))
    .join('')
}

/** Problems in the order in which an author would work through them: by file, then by place. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line || a.column - b.column || a.rule.localeCompare(b.rule, 'en'),
  )
}

/** Two or three lines of text: where, what, and the mend. */
export function formatProblem(problem: Problem): string {
  const where = `${problem.file}:${problem.line}:${problem.column}`
  const path = problem.path ? `  ${problem.path}` : ''
  return `${where}${path}\n  ${problem.message}\n  Mend: ${problem.mend} (${problem.rule})`
}
