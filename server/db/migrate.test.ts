import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestAdapter, openTestDatabase, providers } from '#tests/factories/test-database.ts'
import { migrate } from './migrate.ts'

const parents = `CREATE TABLE "parent" ("id" TEXT NOT NULL PRIMARY KEY);
CREATE TABLE "child" ("id" TEXT NOT NULL PRIMARY KEY, "parent_id" TEXT NOT NULL REFERENCES "parent" ("id") ON DELETE CASCADE);
INSERT INTO "parent" VALUES ('p'); INSERT INTO "child" VALUES ('c', 'p');`
// What Prisma writes when a column of a parent changes on SQLite.
const redefinition = `PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_parent" ("id" TEXT NOT NULL PRIMARY KEY, "name" TEXT);
INSERT INTO "new_parent" ("id") SELECT "id" FROM "parent";
DROP TABLE "parent";
ALTER TABLE "new_parent" RENAME TO "parent";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;`
const change = { sqlite: redefinition, postgresql: 'ALTER TABLE "parent" ADD COLUMN "name" TEXT;' }

describe.each(providers)('migrate on %s', provider => {
  let directory: string
  let connections: () => Promise<SqlDriverAdapter>
  let drop: () => Promise<void>
  let db: SqlDriverAdapter
  const add = (name: string, sql: string) => {
    mkdirSync(join(directory, 'migrations', name), { recursive: true })
    writeFileSync(join(directory, 'migrations', name, 'migration.sql'), sql)
  }
  const run = (on = db) => migrate(on, join(directory, 'migrations'))
  const count = async (table: string) =>
    (await db.queryRaw({ sql: `SELECT count(*) FROM "${table}"`, args: [], argTypes: [] })).rows[0]?.[0]

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'tenfold-migrate-'))
    const created = await createTestAdapter(provider, directory)
    drop = created.drop
    // PostgreSQL in this process has one connection for everyone.
    connections = created.shared ? async () => db : () => created.factory.connect()
    db = await created.factory.connect()
    add('1_parents', parents)
  })
  afterEach(async () => {
    await db.dispose()
    await drop()
    rmSync(directory, { recursive: true, force: true })
  })

  it('applies each migration once, in order', async () => {
    add('2_change', change[provider])
    expect(await run()).toEqual(['1_parents', '2_change'])
    expect(await run()).toEqual([])
  })

  it('keeps the children of a parent table that is redefined, and foreign keys after it', async () => {
    await run()
    add('2_change', change[provider])
    await run()
    expect(Number(await count('child'))).toBe(1)
    const orphan = db.executeRaw({ sql: `INSERT INTO "child" VALUES ('d', 'nobody')`, args: [], argTypes: [] })
    await expect(orphan).rejects.toThrow()
  })

  it('applies a broken migration not at all, and says which', async () => {
    add('2_broken', `${change[provider]}\nCREATE TABLE "half" ("id" TEXT);\nTHIS IS NOT SQL;`)
    await expect(run()).rejects.toThrow(/2_broken failed and was rolled back/)
    await expect(count('half')).rejects.toThrow()
    expect(Number(await count('child'))).toBe(1)
    add('2_broken', change[provider])
    expect(await run()).toEqual(['2_broken'])
  })

  it('refuses a migration that was changed after it was applied', async () => {
    await run()
    add('1_parents', `${parents}\n-- changed`)
    await expect(run()).rejects.toThrow(/1_parents was changed/)
  })

  it('lets two servers that start at once apply it once', async () => {
    const other = await connections()
    const applied = await Promise.all([run(), run(other)])
    expect(applied.flat()).toEqual(['1_parents'])
    expect(Number(await count('child'))).toBe(1)
    if (other !== db) await other.dispose()
  })
})

describe.each(providers)('the committed migrations of %s', provider => {
  it('make the tables that the client expects', async () => {
    const { db, close } = await openTestDatabase(provider)
    const models = [db.user, db.attempt, db.revision, db.score, db.lateDraft, db.note, db.attemptEvent, db.lessonProgress]
    for (const model of [...models, db.selfAssessment, db.invitation, db.setting, db.rateLimitHit, db.openIdLink, db.pinnedDrill])
      expect(await Reflect.apply(model.count, model, [])).toBe(0)
    await close()
  })

  it('have the same names for both databases', () => {
    const names = (name: string) => readdirSync(join(import.meta.dirname, `../../prisma/${name}/migrations`)).sort()
    expect(names(provider)).toEqual(names('sqlite'))
    expect(readFileSync(join(import.meta.dirname, `../../prisma/${provider}/migrations/migration_lock.toml`), 'utf8')).toContain(
      `"${provider}"`,
    )
  })
})
