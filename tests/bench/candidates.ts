// Two hundred candidates in timed mocks at once, against the real server over HTTP: each saves a submission of about 60 KB every five seconds and asks
// what the interviewer said every fifteen. At the end the server is killed and every acknowledged revision is read back from the disk.
// --minutes=N for another length than ten.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { encode } from 'next-auth/jwt'
import { canonicalJson, sha256 } from '#catalog/canonical-json.ts'
import { replayRevisions } from '#server/attempts/history.ts'
import { createAdapter } from '#server/db/adapter.ts'
import { createDatabase } from '#server/db/client.ts'
import { createPerson, newRevisionId } from '#tests/factories/attempt-deps.ts'
import { type Figure, print, rounded } from './figures.ts'
import { growOnce, largeSubmission, randomOf, rewriteOnce } from './large-submission.ts'
import { startServer, temporaryFolder } from './server.ts'

const PORT = 3156
const CANDIDATES = 200
/** One in ten works as nobody does: whole paragraphs replaced and records moved at each save. */
const WORST_EVERY = 10
const SAVE_MS = 5_000
const POLL_MS = 15_000
const SITTING_MINUTES = 90
/** So that it ends at about 60 KB after ten minutes of typing. */
const START_BYTES = 56_000
const secret = 'a secret of the bench alone, long enough for the server'

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } })
const minutes = Number(values.minutes)
if (!(minutes > 0 && minutes <= 60)) throw new Error('--minutes is a number above 0 and at most 60.')

const data = temporaryFolder()
const file = join(data.path, 'tenfold.db')
// The server makes the database; the people are put in beside it, since two hundred sign-ups would measure the hashing of passwords.
const server = await startServer(PORT, data.path, { secret })
const db = await createDatabase(createAdapter(`file:${file}`))

type Candidate = {
  readonly attemptId: string
  readonly worst: boolean
  /** What was acknowledged: the fingerprint of each revision's submission. */
  readonly acknowledged: Map<string, string>
  readonly saves: number[]
  readonly polls: number[]
  readonly sent: { bytes: number }
}

const failures: string[] = []
/** Durations of saves by the minute in which they began: whether a slow one stands alone or with the whole machine. */
const byMinute: number[][] = []
let beganAt = 0

async function ask(cookie: string, path: string, body?: unknown): Promise<{ status: number; text: string }> {
  const response = await fetch(`${server.base}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { cookie, origin: server.base, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, text: await response.text() }
}

/** Runs something every so often until an end, from a moment of its own, so that two hundred do not come at once. */
async function every(ms: number, offset: number, untilMs: number, run: () => Promise<void>): Promise<void> {
  await wait(offset * ms)
  for (let next = performance.now(); next < untilMs; next += ms) {
    await wait(Math.max(0, next - performance.now()))
    await run().catch(error => failures.push(String(error)))
  }
}

async function enter(n: number) {
  const userId = await createPerson(db)
  const cookie = `next-auth.session-token=${await encode({ token: { sub: userId, epoch: 1 }, secret, maxAge: 7200 })}`
  const start = { drillSlug: 'url-shortener', mode: 'mock', level: 'L6', minutes: SITTING_MINUTES }
  const { status, text } = await ask(cookie, '/api/attempts', start)
  if (status !== 201) throw new Error(`A mock could not be started: ${status} ${text}`)
  const attemptId: string = JSON.parse(text).attemptId
  const worst = n % WORST_EVERY === 0
  const candidate: Candidate = { attemptId, worst, acknowledged: new Map(), saves: [], polls: [], sent: { bytes: 0 } }
  const random = randomOf(1000 + n)
  // Made before the clock runs: it takes this process long enough to hold up all the others.
  return { candidate, cookie, random, first: largeSubmission(random, START_BYTES) }
}

async function sit({ candidate, cookie, random, first }: Awaited<ReturnType<typeof enter>>, n: number, untilMs: number) {
  const { attemptId, worst, acknowledged, saves, polls, sent } = candidate
  let submission = first
  let parentId: string | null = null
  const save = async () => {
    submission = worst ? rewriteOnce(submission, random) : growOnce(submission, random)
    const revision = { id: newRevisionId(), parentId, submission }
    const from = performance.now()
    const { status, text } = await ask(cookie, `/api/attempts/${attemptId}/revisions`, revision)
    saves.push(performance.now() - from)
    const minute = Math.max(0, Math.floor((from - beganAt) / 60_000))
    const list = byMinute[minute] ?? []
    list.push(performance.now() - from)
    byMinute[minute] = list
    if (status !== 200) throw new Error(`A save was answered ${status}: ${text.slice(0, 200)}`)
    parentId = revision.id
    acknowledged.set(revision.id, sha256(canonicalJson(submission)))
    sent.bytes = JSON.stringify(submission).length
  }
  const poll = async () => {
    const from = performance.now()
    const { status } = await ask(cookie, `/api/attempts/${attemptId}/curveballs`)
    polls.push(performance.now() - from)
    if (status !== 200) throw new Error(`A question for curveballs was answered ${status}`)
  }
  await Promise.all([every(SAVE_MS, n / CANDIDATES, untilMs, save), every(POLL_MS, n / CANDIDATES, untilMs, poll)])
}

/** The bytes of an attempt's revisions, and how many of those acknowledged are there as they were sent. */
async function readBack({ attemptId, acknowledged }: Candidate) {
  const rows = await db.revision.findMany({ where: { attemptId }, select: { body: true } })
  let found = 0
  for await (const { id, document } of replayRevisions(db, attemptId, rows.length))
    if (acknowledged.get(id) === sha256(canonicalJson(document))) found += 1
  return { found, bodyBytes: rows.reduce((sum, { body }) => sum + body.length, 0) }
}

const percentile = (all: readonly number[], share: number) => {
  const sorted = [...all].sort((a, b) => a - b)
  return rounded(sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN)
}

try {
  const seats = []
  for (let n = 0; n < CANDIDATES; n += 1) seats.push(await enter(n))
  await db.$queryRaw`PRAGMA wal_checkpoint(TRUNCATE)`
  const fileBefore = statSync(file).size
  const memory: number[] = [server.memory().serverMB]
  const watch = setInterval(() => memory.push(server.memory().serverMB), 5_000)
  beganAt = performance.now()
  const untilMs = beganAt + minutes * 60_000
  await Promise.all(seats.map((seat, n) => sit(seat, n, untilMs)))
  clearInterval(watch)
  // As a machine that loses its power does: what was acknowledged is on the disk or it is not.
  await server.kill()

  const all = seats.map(({ candidate }) => candidate)
  let acknowledged = 0
  let found = 0
  const bodies: { worst: boolean; bytes: number }[] = []
  for (const candidate of all) {
    const read = await readBack(candidate)
    acknowledged += candidate.acknowledged.size
    found += read.found
    bodies.push({ worst: candidate.worst, bytes: read.bodyBytes })
  }
  await db.$queryRaw`PRAGMA wal_checkpoint(TRUNCATE)`
  const fileBytes = statSync(file).size - fileBefore
  const bodyBytes = bodies.reduce((sum, { bytes }) => sum + bytes, 0)
  /** Megabytes of the file for one attempt, as long as a sitting is: pages and indexes shared out by the bytes of the revisions. */
  const diskOf = (worst: boolean) => {
    const those = bodies.filter(body => body.worst === worst)
    const mean = those.reduce((sum, { bytes }) => sum + bytes, 0) / those.length
    return rounded((mean * (fileBytes / bodyBytes) * (SITTING_MINUTES / minutes)) / 1e6, 2)
  }
  const saves = all.flatMap(candidate => candidate.saves)
  const polls = all.flatMap(candidate => candidate.polls)
  const kilobytes = Math.round(all.reduce((sum, { sent }) => sum + sent.bytes, 0) / all.length / 1000)
  const figures: Figure[] = [
    {
      id: 'candidates-save-p99',
      what: `${CANDIDATES} candidates in mocks for ${minutes} minutes, a save of ${kilobytes} KB every 5 s over HTTP, p99`,
      figure: percentile(saves, 0.99),
      unit: 'ms',
      bound: { most: 150 },
      note: `median ${percentile(saves, 0.5)} ms, slowest ${percentile(saves, 1)} ms of ${saves.length}; the interviewer asked for every 15 s: p99 ${percentile(polls, 0.99)} ms`,
    },
    {
      id: 'candidates-lost',
      what: 'Acknowledged revisions of theirs that were not on the disk after a kill, and requests that failed',
      figure: acknowledged - found + failures.length,
      unit: `of ${acknowledged}`,
      bound: { most: 0 },
      ...(failures[0] === undefined ? {} : { note: failures[0] }),
    },
    {
      id: 'candidates-memory',
      what: 'Memory of the server meanwhile, at most',
      figure: Math.max(...memory),
      unit: 'MB',
      bound: { most: 700 },
      note: `${memory[0]} MB before the first save`,
    },
    {
      id: 'candidates-disk',
      what: 'The database for one of them in 90 minutes',
      figure: diskOf(false),
      unit: 'MB',
      bound: { most: 3 },
    },
    {
      id: 'candidates-disk-worst',
      what: 'The same for one who replaces whole paragraphs and moves records at each save',
      figure: diskOf(true),
      unit: 'MB',
    },
  ]
  print({
    figures,
    details: {
      minutes,
      p99ByMinute: byMinute.map(list => percentile(list, 0.99)),
      memoryMB: memory,
      failures: failures.slice(0, 10),
    },
  })
} finally {
  await db.$disconnect()
  await server.stop()
  data.drop()
}
