import { chmodSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPerson, newRevisionId, testClock, testDeps, withWorksheet } from '#tests/factories/attempt-deps.ts'
import { loadAttempt } from '../attempts/load-attempt.ts'
import { saveRevision } from '../attempts/save-revision.ts'
import { startAttempt } from '../attempts/start-attempt.ts'
import { prepareDataDirectory } from '../boot.ts'
import { createAdapter } from './adapter.ts'
import { createDatabase } from './client.ts'
import { databaseFault } from './fault.ts'
import { prepareDatabase } from './open.ts'

const migrations = join(import.meta.dirname, '../../prisma')

describe('prepareDatabase', () => {
  let directory: string
  let file: string
  const prepare = (path = file) => prepareDatabase(`file:${path}`, migrations)
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'tenfold-open-'))
    file = join(directory, 'data', 'test.db')
  })
  afterEach(() => rmSync(directory, { recursive: true, force: true }))

  it('makes the folder and the database, and finds nothing to do the second time', async () => {
    expect((await prepare()).length).toBeGreaterThan(0)
    expect(await prepare()).toEqual([])
  })

  it('refuses a file that is no database and leaves it as it is', async () => {
    mkdirSync(join(directory, 'data'))
    writeFileSync(file, 'my shopping list, which is not a database')
    await expect(prepare()).rejects.toThrow(/test\.db is damaged or is not a SQLite database\. It was left as it is\./)
    expect(readFileSync(file, 'utf8')).toBe('my shopping list, which is not a database')
    expect(existsSync(`${file}-wal`)).toBe(false)
  })

  it('refuses a database with damaged pages and leaves it as it is', async () => {
    await prepare()
    // Everything after the first page but its end: the header is whole, the tables are not.
    const descriptor = openSync(file, 'r+')
    writeSync(descriptor, Buffer.alloc(60_000, 0xa5), 0, 60_000, 4096)
    const before = readFileSync(file)
    await expect(prepare()).rejects.toThrow(/damaged/)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('names a server that does not answer, without its password', async () => {
    const failed = prepareDatabase('postgres://tenfold:hunter22@127.0.0.1:1/study', migrations)
    await expect(failed).rejects.toThrow(
      /The PostgreSQL database 127\.0\.0\.1:1\/study could not be opened: The database does not answer/,
    )
    await expect(failed).rejects.not.toThrow(/hunter22/)
  })

  it('names a folder that cannot be made', () => {
    writeFileSync(join(directory, 'file'), '')
    expect(() => prepareDataDirectory(join(directory, 'file', 'data'))).toThrow(/The data folder .*file\/data cannot be written/)
  })

  it('names a folder that this user may not write', () => {
    const folder = join(directory, 'readonly')
    mkdirSync(folder)
    chmodSync(folder, 0o555)
    chmodSync(directory, 0o755)
    // Nothing is read-only for root, so it becomes somebody else for a moment.
    const original = process.getuid?.() === 0 ? process.geteuid?.() : undefined
    try {
      if (original !== undefined) process.seteuid?.(65_534)
      expect(() => prepareDataDirectory(folder)).toThrow(/cannot be written \(permission denied\)\. Make it writable/)
    } finally {
      if (original !== undefined) process.seteuid?.(original)
    }
  })

  it('tells a full disk in words, and what was acknowledged before stays', async () => {
    await prepare()
    const adapter = createAdapter(`file:${file}`)
    const db = await createDatabase(adapter)
    const deps = testDeps(db, testClock().now)
    const userId = await createPerson(db)
    const started = await startAttempt(deps, userId, { drillSlug: 'small-drill', mode: 'drill', level: 'L6' })
    if (!started.ok) throw new Error(started.error.message)
    const first = newRevisionId()
    const save = (id: string, parentId: string | null, worksheet: string) =>
      saveRevision(deps, userId, started.attemptId, { id, parentId, submission: withWorksheet(worksheet) })
    expect(await save(first, null, 'a = 1')).toMatchObject({ ok: true })
    // SQLite answers as it does when the disk is full once the file may not grow.
    const [pages] = await db.$queryRaw<{ page_count: bigint }[]>`PRAGMA page_count`
    await db.$queryRawUnsafe(`PRAGMA max_page_count = ${Number(pages?.page_count)}`)
    const noise = Array.from({ length: 900 }, () => newRevisionId()).join(' ')
    const failure = await save(newRevisionId(), first, noise).catch((error: unknown) => error)
    expect(databaseFault(failure)).toMatchObject({ code: 'disk-full', message: expect.stringContaining('full') })
    expect(await loadAttempt(deps, userId, started.attemptId)).toMatchObject({
      headId: first,
      submission: { worksheet: 'a = 1' },
    })
    await db.$disconnect()
  })
})
