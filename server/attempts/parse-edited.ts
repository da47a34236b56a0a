import { limits } from '#engine/design/limits.ts'
import { type ParsedSubmission, parseSubmission } from '#engine/design/parse-submission.ts'
import type { Submission } from '#engine/design/submission.ts'

/** A submission that was checked, with its size as JSON. */
export type Checked = { readonly submission: Submission; readonly bytes: number }
export type ParsedEdit =
  | (Checked & { readonly ok: true })
  | { readonly ok: false; readonly problems: Extract<ParsedSubmission, { ok: false }>['problems'] }

/** What differs: a value as a whole, fields of a record, or records of a list that has the same records in the same order. */
type Change =
  | { readonly kind: 'whole' }
  | { readonly kind: 'fields'; readonly fields: ReadonlyMap<string, Change> }
  | { readonly kind: 'items'; readonly at: readonly number[] }

/** Reads anything as a submission, and measures it. */
export function parseWhole(input: unknown): ParsedEdit {
  const parsed = parseSubmission(input)
  return parsed.ok ? { ...parsed, bytes: jsonBytes(parsed.submission) } : parsed
}

/**
 * Reads a submission that follows one which was checked: the same answer as `parseSubmission`, but only what differs is checked again. What does not
 * differ is the very object of `before`. Whatever is out of the ordinary (a problem, a list with other records, a size near the limit) is read whole.
 */
export function parseEdited(before: Checked, input: unknown): ParsedEdit {
  const change = changeOf(before.submission, input)
  if (!change) return { ok: true, ...before }
  if (change.kind === 'whole') return parseWhole(input)
  const parsed = parseSubmission(changedParts(input, change))
  if (!parsed.ok) return parseWhole(input)
  const bytes = before.bytes + grownBy(before.submission, parsed.submission, change)
  if (bytes > limits.submissionBytes) return parseWhole(input)
  fillIn(parsed.submission, before.submission, change)
  return { ok: true, submission: parsed.submission, bytes }
}

/** As the engine counts them, with Node's own encoder. */
const jsonBytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value) ?? '')

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether two JSON values are the same; the order of fields does not matter. Plain loops: it reads a whole submission at each save. */
function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false
    for (let index = 0; index < a.length; index += 1) if (!sameJson(a[index], b[index])) return false
    return true
  }
  if (!isRecord(a) || !isRecord(b)) return false
  const names = Object.keys(a)
  if (names.length !== Object.keys(b).length) return false
  for (const name of names) if (!Object.hasOwn(b, name) || !sameJson(a[name], b[name])) return false
  return true
}

/** Undefined when nothing differs. Fields that only one side has make the record differ as a whole. */
function changeOf(before: unknown, input: unknown): Change | undefined {
  if (isRecord(before) && isRecord(input)) return changeOfRecord(before, input)
  if (Array.isArray(before) && Array.isArray(input)) return changeOfList(before, input)
  return before === input ? undefined : { kind: 'whole' }
}

function changeOfRecord(before: Record<string, unknown>, input: Record<string, unknown>): Change | undefined {
  const names = Object.keys(before)
  const alike = names.length === Object.keys(input).length && names.every(name => Object.hasOwn(input, name))
  if (!alike) return { kind: 'whole' }
  const fields = new Map<string, Change>()
  for (const name of names) {
    const change = changeOf(before[name], input[name])
    if (change) fields.set(name, change)
  }
  return fields.size === 0 ? undefined : { kind: 'fields', fields }
}

function changeOfList(before: readonly unknown[], input: readonly unknown[]): Change | undefined {
  if (before.length !== input.length) return { kind: 'whole' }
  const at: number[] = []
  for (let index = 0; index < before.length; index += 1) {
    if (sameJson(before[index], input[index])) continue
    const identity = identityOf(before[index])
    // As long as each record keeps its identity, none can be there twice.
    if (identity === undefined || identity !== identityOf(input[index])) return { kind: 'whole' }
    at.push(index)
  }
  return at.length === 0 ? undefined : { kind: 'items', at }
}

function identityOf(item: unknown): string | undefined {
  const identity = isRecord(item) ? (item.id ?? item.slot ?? item.target) : undefined
  return typeof identity === 'string' ? identity : undefined
}

/** The input without what is the same as before. */
function changedParts(input: unknown, change: Change): unknown {
  if (change.kind === 'items' && Array.isArray(input)) return change.at.map(index => input[index])
  if (change.kind === 'fields' && isRecord(input))
    return Object.fromEntries([...change.fields].map(([name, inner]) => [name, changedParts(input[name], inner)]))
  return input
}

/** How many bytes the changed parts are longer than what they replace. */
function grownBy(before: unknown, parsed: unknown, change: Change): number {
  const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)
  if (change.kind === 'items' && Array.isArray(before) && Array.isArray(parsed))
    return sum(change.at.map((index, n) => jsonBytes(parsed[n]) - jsonBytes(before[index])))
  if (change.kind === 'fields' && isRecord(before) && isRecord(parsed))
    return sum([...change.fields].map(([name, inner]) => grownBy(before[name], parsed[name], inner)))
  return jsonBytes(parsed) - jsonBytes(before)
}

/** Puts what did not change back into the changed parts, in place: they were made for this. */
function fillIn(parsed: unknown, before: unknown, change: Change): void {
  if (change.kind === 'items' && Array.isArray(parsed) && Array.isArray(before)) {
    const edited = new Map(change.at.map((index, n) => [index, parsed[n]]))
    parsed.splice(0, parsed.length, ...before.map((item, index) => (edited.has(index) ? edited.get(index) : item)))
  }
  if (change.kind === 'fields' && isRecord(parsed) && isRecord(before)) {
    for (const [name, value] of Object.entries(before)) {
      const inner = change.fields.get(name)
      if (inner) fillIn(parsed[name], value, inner)
      else parsed[name] = value
    }
  }
}
