import { setImmediate as afterOthers } from 'node:timers/promises'
import { canonicalJson, sha256 } from '#catalog/canonical-json.ts'
import { parseSubmission } from '#engine/design/parse-submission.ts'
import { packLarge, packSmall } from '../attempts/body.ts'
import { applyDelta } from '../attempts/delta.ts'
import { type Checked, parseEdited, parseWhole } from '../attempts/parse-edited.ts'
import { type Refusal, refuse } from '../attempts/refusal.ts'
import { type ExportFile, exportSchema, type FileAttempt, formatName, formatVersion, mostBytes, mostMegabytes } from './format.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** A revision as it is stored. */
export type PackedRevision = Omit<FileAttempt['revisions'][number], 'body'> & { readonly body: Bytes }

/** A handed-in attempt whose every revision was read, in the form in which it is stored. */
export type ReadAttempt = Omit<FileAttempt, 'revisions' | 'lateDrafts' | 'handedInAt'> & {
  readonly handedInAt: Date
  readonly revisions: readonly PackedRevision[]
  readonly lateDrafts: readonly { readonly id: string; readonly writtenAt: Date; readonly at: Date; readonly body: Bytes }[]
  /** What the head needs to know of the deltas after the last checkpoint. */
  readonly counters: { readonly deltaCount: number; readonly deltaBytes: number; readonly checkpointBytes: number }
}

export type ReadFile = Omit<ExportFile, 'attempts' | 'drills'> & {
  readonly ok: true
  readonly attempts: readonly ReadAttempt[]
  /** Attempts that were open when the file was made: they stay where they are. */
  readonly open: number
  /** Canonical JSON by its hash. */
  readonly drills: ReadonlyMap<string, string>
}

type Problem = { readonly path: string; readonly message: string }

const MOST_DEEP = 100
const MOST_PROBLEMS = 20
/** Tenfold writes a checkpoint at the latest after so many deltas. */
const MOST_DELTAS = 100

/** The refusal of a file past what is read. */
export const tooLarge: Refusal = refuse(
  413,
  'too-large',
  `The file holds more than ${mostMegabytes} MB, which is the most that is read.`,
)

/** Reads a file of `exportAll` as a whole, or refuses it with what is wrong and where. `nowMs` is ms since the epoch. Writes nothing. */
export async function readExportFile(bytes: Uint8Array, nowMs: number): Promise<ReadFile | Refusal> {
  if (bytes.length > mostBytes) return tooLarge
  const parsed = parseJson(bytes)
  if (!parsed.ok) return parsed
  const format = formatProblem(parsed.value)
  if (format) return format
  const strange = strangePlace(parsed.value)
  if (strange) return wrong([strange])
  const checked = exportSchema(nowMs).safeParse(parsed.value)
  if (!checked.success)
    return wrong(checked.error.issues.map(({ path, message }) => ({ path: placeOf(path), message: message || 'is not right' })))
  return readRest(checked.data, parsed.value)
}

function parseJson(bytes: Uint8Array): { ok: true; value: unknown } | Refusal {
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 200) : ''
    return refuse(
      400,
      'no-json',
      `The file is no whole JSON; it may have been cut off on the way (${reason}). Download the export again and choose that file.`,
    )
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Says which format the file has when it is not the one that is read here. */
function formatProblem(value: unknown): Refusal | null {
  const format = isRecord(value) ? value.format : undefined
  const wanted = `${formatName}${formatVersion}`
  if (format === wanted) return null
  if (typeof format !== 'string' || !format.startsWith('tenfold/'))
    return refuse(
      400,
      'no-export',
      `The file is no export of Tenfold: its "format" must be "${wanted}". Choose the file of Settings, Your data.`,
    )
  const named = format.slice(0, 100)
  if (!format.startsWith(formatName))
    return refuse(
      400,
      'other-export',
      `The file is of the format ${named}, which is not everything of a person. Choose the file of Settings, Your data.`,
    )
  const version = Number(format.slice(formatName.length))
  if (version > formatVersion)
    return refuse(
      400,
      'newer-format',
      `The file is of the format ${named}, made by a newer Tenfold; this one reads ${wanted}. Update this Tenfold first.`,
    )
  return refuse(
    400,
    'older-format',
    `The file is of the format ${named}, made by an older Tenfold, without the history of the attempts; this one reads ${wanted}. Update that Tenfold and export again.`,
  )
}

/** The first place that no export has: a name that JavaScript gives a meaning of its own, or too many things in each other. Without recursion. */
function strangePlace(root: unknown): Problem | null {
  const rest: { value: unknown; path: readonly PropertyKey[] }[] = [{ value: root, path: [] }]
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { value, path } = next
    if (typeof value !== 'object' || value === null) continue
    if (path.length > MOST_DEEP)
      return { path: placeOf(path.slice(0, 5)), message: `holds more than ${MOST_DEEP} things in each other` }
    for (const [name, inner] of Object.entries(value)) {
      if (name === '__proto__' || name === 'constructor' || name === 'prototype')
        return { path: placeOf([...path, name]), message: 'is a name that no export has' }
      if (typeof inner === 'object' && inner !== null)
        rest.push({ value: inner, path: [...path, Array.isArray(value) ? Number(name) : name] })
    }
  }
  return null
}

/** `attempts[2].startedAt` */
const placeOf = (path: readonly PropertyKey[]) =>
  path.reduce<string>((place, part) => {
    if (typeof part === 'number') return `${place}[${part}]`
    return place === '' ? String(part) : `${place}.${String(part)}`
  }, '') || 'the file'

function wrong(problems: readonly Problem[]): Refusal {
  const [first] = problems
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  return refuse(400, 'invalid', `${first?.path ?? 'The file'}: ${first?.message ?? 'is not right'}${more}.`, {
    problems: problems.slice(0, MOST_PROBLEMS),
  })
}

/** What the schema cannot see: hashes, references, ids that stand twice, the history of each attempt. */
async function readRest(file: ExportFile, raw: unknown): Promise<ReadFile | Refusal> {
  const problems: Problem[] = [...twice(file)]
  const rawDrills = isRecord(raw) && Array.isArray(raw.drills) ? raw.drills : []
  const drills = new Map<string, string>()
  for (const [n, { hash, drill }] of file.drills.entries()) {
    // The schema leaves out what it does not know; what is stored is what was hashed.
    const json = canonicalJson(rawDrills[n]?.drill)
    if (sha256(json) === hash) drills.set(hash, json)
    else
      problems.push({
        path: `drills[${n}]`,
        message: `is not the drill of its hash: "${drill.drill.title.slice(0, 100)}" was changed`,
      })
  }
  const attempts: ReadAttempt[] = []
  for (const [n, attempt] of file.attempts.entries()) {
    if (problems.length >= MOST_PROBLEMS) break
    if (attempt.handedInAt === null) continue
    const read = await readAttempt({ ...attempt, handedInAt: attempt.handedInAt }, drills)
    if ('problems' in read)
      problems.push(...read.problems.map(({ path, message }) => ({ path: `attempts[${n}]${path}`, message })))
    else attempts.push(read)
  }
  if (problems.length > 0) return wrong(problems)
  const open = file.attempts.filter(({ handedInAt }) => handedInAt === null).length
  return { ...file, ok: true, attempts, open, drills }
}

/** Ids and keys that stand twice in a list. */
function twice(file: ExportFile): Problem[] {
  const repeated = (path: string, keys: readonly (string | number)[]): Problem[] => {
    const seen = new Set<string | number>()
    const at = keys.findIndex(key => seen.size === seen.add(key).size)
    return at === -1 ? [] : [{ path: `${path}[${at}]`, message: `stands twice: ${keys[at]}` }]
  }
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)
  const places = (rows: readonly { readonly place: number }[]) => rows.map(({ place }) => place)
  const ofAttempts = (path: string, list: (attempt: FileAttempt) => readonly { readonly id: string }[]) =>
    repeated(
      path,
      file.attempts.flatMap(attempt => ids(list(attempt))),
    )
  return [
    ...repeated(
      'lessons',
      file.lessons.map(({ slug }) => slug),
    ),
    ...repeated(
      'cards.states',
      file.cards.states.map(({ cardKey }) => cardKey),
    ),
    ...repeated('cards.reviews', ids(file.cards.reviews)),
    ...repeated('cards.own', ids(file.cards.own)),
    ...repeated('checks', ids(file.checks)),
    ...repeated(
      'planChanges',
      file.planChanges.map(({ itemKey }) => itemKey),
    ),
    ...repeated(
      'ticks',
      file.ticks.map(({ itemKey }) => itemKey),
    ),
    ...repeated('sprints', ids(file.sprints)),
    ...file.sprints.flatMap(({ answers }, n) => repeated(`sprints[${n}].answers`, places(answers))),
    ...repeated(
      'drills',
      file.drills.map(({ hash }) => hash),
    ),
    ...repeated('attempts', ids(file.attempts)),
    ...ofAttempts('attempts: events', a => a.events),
    ...ofAttempts('attempts: scores', a => a.scores),
    ...ofAttempts('attempts: selfAssessments', a => a.selfAssessments),
    ...ofAttempts('attempts: judgements', a => a.judgements),
    ...ofAttempts('attempts: notes', a => a.notes),
    ...ofAttempts('attempts: friends', a => a.friends),
    ...file.attempts.flatMap(({ revisions, lateDrafts, events }, n) => [
      ...repeated(`attempts[${n}].revisions`, ids(revisions)),
      ...repeated(`attempts[${n}].lateDrafts`, ids(lateDrafts)),
      ...repeated(
        `attempts[${n}].events`,
        events.map(({ kind, subject }) => `${kind} ${subject}`),
      ),
    ]),
    ...repeated('days', ids(file.days)),
    ...file.days.flatMap(({ mocks }, n) => repeated(`days[${n}].mocks`, places(mocks))),
    ...repeated(
      'days: mocks',
      file.days.flatMap(({ mocks }) => mocks.flatMap(({ attemptId }) => attemptId ?? [])),
    ),
  ]
}

type Closed = FileAttempt & { readonly handedInAt: Date }

async function readAttempt(
  attempt: Closed,
  drills: ReadonlyMap<string, string>,
): Promise<ReadAttempt | { readonly problems: readonly Problem[] }> {
  const { startedAt, handedInAt, pinnedHash, drillSlug, scores } = attempt
  const fail = (path: string, message: string) => ({ problems: [{ path, message }] })
  const pinned = drills.get(pinnedHash)
  if (pinned === undefined) return fail('.pinnedHash', 'names a drill that the file does not hold')
  const unknown = scores.findIndex(({ content }) => !drills.has(content))
  if (unknown !== -1) return fail(`.scores[${unknown}].content`, 'names a drill that the file does not hold')
  if (handedInAt < startedAt) return fail('.handedInAt', 'lies before its start')
  if (attempt.handedInBy === null) return fail('.handedInBy', `must say who handed "${drillSlug}" in`)
  if (attempt.mode !== 'practice' && attempt.endsAt === null) return fail('.endsAt', 'is missing: only practice has no end')
  const history = await readHistory(attempt.revisions)
  if ('problems' in history) return history
  const lateDrafts = []
  for (const [n, { submission, ...rest }] of attempt.lateDrafts.entries()) {
    const parsed = parseSubmission(submission)
    if (!parsed.ok) return fail(`.lateDrafts[${n}].submission`, firstOf(parsed.problems))
    lateDrafts.push({ ...rest, body: await packLarge(JSON.stringify(parsed.submission)) })
  }
  return { ...attempt, ...history, lateDrafts }
}

const firstOf = ([first]: readonly { path: readonly (string | number)[]; message: string }[]) =>
  `${first ? `${placeOf(first.path)} ${first.message}` : 'is no submission'}`

/** Goes through every revision as a replay does: each must give a submission. */
async function readHistory(revisions: FileAttempt['revisions']) {
  const fail = (n: number, message: string) => ({ problems: [{ path: `.revisions[${n}]`, message }] })
  let counters = { deltaCount: 0, deltaBytes: 0, checkpointBytes: 0 }
  let document: unknown
  let before: Checked | undefined
  const packed: PackedRevision[] = []
  for (const [n, { body, ...revision }] of revisions.entries()) {
    if (revision.seq !== n + 1) return fail(n, `has the number ${revision.seq} and must have ${n + 1}`)
    if (revision.kind === 'delta' && (!before || counters.deltaCount >= MOST_DELTAS)) return fail(n, 'must be a checkpoint')
    const text = JSON.stringify(body ?? null)
    try {
      document = revision.kind === 'checkpoint' ? JSON.parse(text) : applyDelta(document, text)
    } catch {
      return fail(n, 'is no difference to the revision before it')
    }
    const read = before ? parseEdited(before, document) : parseWhole(document)
    if (!read.ok) return fail(n, firstOf(read.problems))
    // The next delta changes the document in place, and what was checked must stay as it is.
    before = { submission: structuredClone(read.submission), bytes: read.bytes }
    const stored = revision.kind === 'checkpoint' ? await packLarge(text) : packSmall(text)
    counters =
      revision.kind === 'checkpoint'
        ? { deltaCount: 0, deltaBytes: 0, checkpointBytes: stored.length }
        : { ...counters, deltaCount: counters.deltaCount + 1, deltaBytes: counters.deltaBytes + stored.length }
    packed.push({ ...revision, body: stored })
    // Others are served in between.
    if (n % 50 === 49) await afterOthers()
  }
  return { revisions: packed, counters }
}
