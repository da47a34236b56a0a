import { parseSubmission } from '../../design/parse-submission.ts'
import type { Submission } from '../../design/submission.ts'

/** A small change of a design that can be tried: what it is, and about how many minutes of a sitting it takes. */
export type Edit = {
  readonly id: string
  readonly what: string
  readonly minutes: number
  /** The criterion that it was made for; undefined when it is a general one. */
  readonly criterion?: string
  readonly apply: (submission: Submission) => Submission
}

type Path = readonly string[]
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value with another in the place of what stands at a path. */
export function withAt(value: unknown, [key, ...rest]: Path, put: (now: unknown) => unknown): unknown {
  if (key === undefined) return put(value)
  const record = isRecord(value) ? value : {}
  return { ...record, [key]: withAt(record[key], rest, put) }
}

/** A submission with a changed place; undefined when it would be none any more. */
export function changed(submission: Submission, path: string, put: (now: unknown) => unknown): Submission | undefined {
  const parsed = parseSubmission(withAt(submission, path.split('.'), put))
  return parsed.ok ? parsed.submission : undefined
}
