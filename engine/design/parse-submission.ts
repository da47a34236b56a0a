import { limits } from './limits.ts'
import { type Submission, submissionSchema, submissionVersion } from './submission.ts'

/** One thing that is wrong with an input: where it stands (ids of records, not positions) and what to do. */
export type Problem = { readonly path: readonly (string | number)[]; readonly message: string }

export type ParsedSubmission =
  | { readonly ok: true; readonly submission: Submission }
  | { readonly ok: false; readonly problems: readonly Problem[] }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Lists whose records are named by a field of their own (a slot, a target) and carry no id. */
const withoutIds = new Set(['assumptions', 'answers', 'route', 'owns'])

/** Gives every record of a list that has no id one made of the list's name and its place, so that people may leave ids out. */
function withIds(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    if (withoutIds.has(key)) return value
    const taken = new Set(value.map(item => (isRecord(item) ? item.id : undefined)))
    let next = 0
    const fresh = () => {
      do next += 1
      while (taken.has(`${key}-${next}`))
      return `${key}-${next}`
    }
    return value.map(item => (isRecord(item) ? withIds('id' in item ? item : { id: fresh(), ...item }) : item))
  }
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withIds(inner, name)]))
}

function repeatedIds(value: unknown, path: readonly (string | number)[] = []): Problem[] {
  if (Array.isArray(value)) {
    const seen = new Set<unknown>()
    return value.flatMap((item, index) => {
      const here = [...path, index]
      const id = isRecord(item) ? (item.id ?? item.slot ?? item.target) : undefined
      const again = id !== undefined && seen.has(id)
      seen.add(id)
      return [
        ...(again ? [{ path: here, message: `has the id "${String(id)}" a second time; give each its own` }] : []),
        ...repeatedIds(item, here),
      ]
    })
  }
  return isRecord(value) ? Object.entries(value).flatMap(([key, inner]) => repeatedIds(inner, [...path, key])) : []
}

/**
 * Size of a value as JSON, in bytes of UTF-8, without an encoder (the engine knows no platform). Where even three bytes a character stay
 * below `enough`, that bound is answered instead of an exact count: most documents are far from any limit.
 */
export function jsonBytes(value: unknown, enough = 0): number {
  const text = JSON.stringify(value) ?? ''
  if (text.length * 3 < enough) return text.length * 3
  let bytes = text.length
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1
  }
  return bytes
}

/**
 * Reads anything as a submission. Never throws: bad input comes back as problems, each with its place and its mend.
 * Records without an id get one; an unknown field, a repeated id or a size past the stated limits is refused by name.
 */
export function parseSubmission(input: unknown): ParsedSubmission {
  if (!isRecord(input)) {
    return {
      ok: false,
      problems: [
        { path: [], message: 'is not a submission: expected a mapping with parts such as requirements, worksheet, architecture' },
      ],
    }
  }
  const bytes = jsonBytes(input, limits.submissionBytes)
  if (bytes > limits.submissionBytes) {
    return {
      ok: false,
      problems: [{ path: [], message: `is ${bytes} bytes; a submission may have ${limits.submissionBytes} (1 MB). Shorten it.` }],
    }
  }
  if (typeof input.schema === 'string' && input.schema !== submissionVersion) {
    return {
      ok: false,
      problems: [
        {
          path: ['schema'],
          message: `is "${input.schema}"; this Tenfold reads ${submissionVersion}. Use a newer Tenfold, or change the line.`,
        },
      ],
    }
  }
  const parsed = submissionSchema.safeParse(withIds(input))
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.flatMap(issue => problemsOf(issue)) }
  }
  const repeated = repeatedIds(parsed.data)
  return repeated.length > 0 ? { ok: false, problems: repeated } : { ok: true, submission: parsed.data }
}

type Issue = {
  readonly code: string
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly keys?: readonly string[]
}

function problemsOf(issue: Issue): Problem[] {
  const path = issue.path.map(part => (typeof part === 'number' ? part : String(part)))
  if (issue.code === 'unrecognized_keys' && issue.keys) {
    return issue.keys.map(key => ({
      path: [...path, key],
      message: 'is not a field that a submission has; remove it or correct its name',
    }))
  }
  return [{ path, message: issue.message }]
}

/** Writes a problem's place as people read it: `architecture.components[2].replicas`. */
export function formatPath(path: readonly (string | number)[]): string {
  return (
    path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`)).join('') ||
    'the submission'
  )
}
