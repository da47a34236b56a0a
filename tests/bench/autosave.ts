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
const LOOP = 300

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
  return { save, attemptId: started.attemptId, bytes: () => Buffer.byteLength(JSON.stringify(submission)) }
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
  const { save, attemptId, bytes } = await candidate(1)
  const before = await pages()
  for (let n = 0; n < SITTING_SAVES; n += 1) await save()
  const fileBytes = (await pages()) - before
  const rows = await db.revision.findMany({ where: { attemptId }, select: { kind: true, body: true } })
  const checkpoints = rows.filter(({ kind }) => kind === 'checkpoint')
  return {
    saves: rows.length,
    submissionBytes: bytes(),
    checkpoints: checkpoints.length,
    bodyBytes: rows.reduce((sum, { body }) => sum + body.length, 0),
    fileMB: Number((fileBytes / 1e6).toFixed(2)),
  }
}

async function loops() {
  const { save, bytes } = await candidate(2)
  for (let n = 0; n < 20; n += 1) await save()
  let spent = 0
  for (let n = 0; n < LOOP; n += 1) spent += await save()
  const ours = spent / LOOP

  // The same once more through Prisma, as the autosave itself goes.
  const clientBody = 'x'.repeat(bytes())
  await db.$executeRawUnsafe('CREATE TABLE draft (id TEXT PRIMARY KEY, body TEXT NOT NULL)')
  const throughClient = (n: number) =>
    db.$executeRaw`INSERT INTO draft (id, body) VALUES ('a', ${n + clientBody}) ON CONFLICT (id) DO UPDATE SET body = excluded.body`
  for (let n = 0; n < 20; n += 1) await throughClient(n)
  const clientFrom = performance.now()
  for (let n = 0; n < LOOP; n += 1) await throughClient(n)
  const client = (performance.now() - clientFrom) / LOOP

  const raw = await createAdapter(`${url}-raw`).connect()
  await raw.executeScript('CREATE TABLE draft (id TEXT PRIMARY KEY, body TEXT NOT NULL)')
  const sql = 'INSERT INTO draft (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body'
  const text = { scalarType: 'string', arity: 'scalar' } as const
  const body = 'x'.repeat(bytes())
  const upsert = (n: number) => raw.executeRaw({ sql, args: ['a', `${n}${body}`], argTypes: [text, text] })
  for (let n = 0; n < 20; n += 1) await upsert(n)
  const rawFrom = performance.now()
  for (let n = 0; n < LOOP; n += 1) await upsert(n)
  const theirs = (performance.now() - rawFrom) / LOOP
  await raw.dispose()
  const two = (value: number) => Number(value.toFixed(2))
  return {
    autosaveMs: two(ours),
    rawUpsertThroughPrismaMs: two(client),
    rawUpsertOfDriverMs: two(theirs),
    shareOfPrismaRaw: two(client / ours),
    shareOfDriverRaw: two(theirs / ours),
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
