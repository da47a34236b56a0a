// Autosave of a 100 KB submission on SQLite, through the same function as the route: twenty candidates who save every two seconds, the size of a
// ninety-minute attempt, and the ratio to what the driver does with a raw upsert of the same size in a loop. Prints one JSON object.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { saveRevision } from '#server/attempts/save-revision.ts'
import { startAttempt } from '#server/attempts/start-attempt.ts'
import { createAdapter } from '#server/db/adapter.ts'
import { createPerson, newRevisionId, testDeps } from '#tests/factories/attempt-deps.ts'
import { openTestDatabase } from '#tests/factories/test-database.ts'
import { editOnce, largeSubmission, randomOf } from './large-submission.ts'

const CANDIDATES = 20
const EVERY_MS = 2000
const PACED_ROUNDS = Number(process.env.BENCH_ROUNDS ?? 15)
const SITTING_SAVES = (90 * 60_000) / EVERY_MS
/** One whole document is stored in this many saves. */
const LOOP = 100
const ROUNDS = 9

const { db, directory, url, close } = await openTestDatabase('sqlite')
const deps = testDeps(db, Date.now)

/** One candidate at work: each call edits and saves once, and answers how long the save took, the reading of its JSON included. */
async function candidate(seed: number) {
  const random = randomOf(seed)
  const userId = await createPerson(db)
  const started = await startAttempt(deps, userId, { drillSlug: 'small-drill', mode: 'practice', level: 'L6' })
  if (!started.ok) throw new Error(started.error.message)
  let submission = largeSubmission(random)
  let parentId: string | null = null
  const save = async () => {
    submission = editOnce(submission, random)
    const body = JSON.stringify({ id: newRevisionId(), parentId, submission })
    const from = performance.now()
    const input: { id: string; parentId: string | null; submission: unknown } = JSON.parse(body)
    const answer = await saveRevision(deps, userId, started.attemptId, input)
    if (!answer.ok) throw new Error(answer.error.message)
    parentId = answer.revisionId
    return performance.now() - from
  }
  const document = () => JSON.stringify(submission)
  return { save, attemptId: started.attemptId, document }
}

const percentile = (values: readonly number[], share: number) => {
  const sorted = [...values].sort((a, b) => a - b)
  return Number((sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0).toFixed(2))
}

async function pages(): Promise<number> {
  await db.$queryRaw`PRAGMA wal_checkpoint(TRUNCATE)`
  return statSync(join(directory, 'test.db')).size
}

async function sittingSize() {
  const { save, attemptId, document } = await candidate(1)
  const before = await pages()
  for (let n = 0; n < SITTING_SAVES; n += 1) await save()
  const fileBytes = (await pages()) - before
  const rows = await db.revision.findMany({ where: { attemptId }, select: { kind: true, body: true } })
  const checkpoints = rows.filter(({ kind }) => kind === 'checkpoint')
  return {
    saves: rows.length,
    submissionBytes: Buffer.byteLength(document()),
    checkpoints: checkpoints.length,
    bodyBytes: rows.reduce((sum, { body }) => sum + body.length, 0),
    fileMB: Number((fileBytes / 1e6).toFixed(2)),
  }
}

/** How long a call takes on average, in ms. */
async function average(call: (n: number) => Promise<unknown>): Promise<number> {
  const from = performance.now()
  for (let n = 0; n < LOOP; n += 1) await call(n)
  return (performance.now() - from) / LOOP
}

const upsertSql = 'INSERT INTO draft (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body'
const text = { scalarType: 'string', arity: 'scalar' } as const
const draftTable = 'CREATE TABLE draft (id TEXT PRIMARY KEY, body TEXT NOT NULL)'

/** A save against a raw upsert of the same document, in turns, so that whatever else the machine does falls on both: the median of the rounds. */
async function loops() {
  const { save, document } = await candidate(2)
  await db.$executeRawUnsafe(draftTable)
  const raw = await createAdapter(`${url}-raw`).connect()
  await raw.executeScript(draftTable)
  const body = document()
  const throughPrisma = (n: number) => db.$executeRawUnsafe(upsertSql, 'a', n + body)
  const bare = (n: number) => raw.executeRaw({ sql: upsertSql, args: ['a', n + body], argTypes: [text, text] })

  const rounds: { autosave: number; throughPrisma: number; bare: number }[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    let saving = 0
    for (let n = 0; n < LOOP; n += 1) saving += await save()
    const took = { autosave: saving / LOOP, throughPrisma: await average(throughPrisma), bare: await average(bare) }
    // The first round warms up.
    if (round > 0) rounds.push(took)
  }
  await raw.dispose()
  const median = (of: (round: (typeof rounds)[number]) => number) => percentile(rounds.map(of), 0.5)
  return {
    autosaveMs: median(({ autosave }) => autosave),
    rawUpsertThroughPrismaMs: median(({ throughPrisma }) => throughPrisma),
    rawUpsertOfDriverMs: median(({ bare }) => bare),
    shareOfPrismaRaw: median(({ autosave, throughPrisma }) => throughPrisma / autosave),
    shareOfDriverRaw: median(({ autosave, bare }) => bare / autosave),
  }
}

async function paced() {
  const everyone = await Promise.all(Array.from({ length: CANDIDATES }, (_, n) => candidate(100 + n)))
  for (const { save } of everyone) await save()
  const taken = await Promise.all(
    everyone.map(async ({ save }, n) => {
      await wait((n * EVERY_MS) / CANDIDATES)
      const times: number[] = []
      for (let round = 0; round < PACED_ROUNDS; round += 1) {
        const next = performance.now() + EVERY_MS
        times.push(await save())
        await wait(Math.max(0, next - performance.now()))
      }
      return times
    }),
  )
  const times = taken.flat()
  return {
    candidates: CANDIDATES,
    saves: times.length,
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
    maxMs: percentile(times, 1),
  }
}

const report = { sitting: await sittingSize(), loop: await loops(), paced: await paced() }
await close()
console.log(JSON.stringify(report, null, 2))
