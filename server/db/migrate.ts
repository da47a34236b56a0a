import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'

/** Something that the person who runs the server can mend; its message says how. */
export class MigrationError extends Error {}

const TABLE = {
  sqlite: `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
    "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`,
  postgres: `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL,
    logs TEXT, rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`,
}

// Any number will do, as long as every process of this application asks for the same one.
const POSTGRES_LOCK = 7_310_010

const quote = (value: string) => `'${value.replaceAll("'", "''")}'`

/**
 * Applies the pending migrations of a folder just as `prisma migrate deploy` does, in Prisma's own table and with its checksums, without its
 * engine. Returns the names that it applied, in order. Each migration is one transaction: it is applied whole or not at all. Two servers that
 * start at once apply it once.
 */
export async function migrate(db: SqlDriverAdapter, directory: string): Promise<string[]> {
  const postgres = db.provider === 'postgres'
  // adapter-pg's executeScript splits at every ';' and spreads the parts over its pool; one simple query keeps them together.
  const script = (sql: string) =>
    db.adapterName === '@prisma/adapter-pg'
      ? db.executeRaw({ sql, args: [], argTypes: [] }).then(() => {})
      : db.executeScript(sql)

  // PostgreSQL runs the statements of one simple query as one transaction; the lock makes two servers that start at once take turns.
  const whole = (sql: string) =>
    script(postgres ? `SELECT pg_advisory_xact_lock(${POSTGRES_LOCK});\n${sql}` : `BEGIN IMMEDIATE;\n${sql}\nCOMMIT;`)

  await whole(`${TABLE[postgres ? 'postgres' : 'sqlite']};`)
  const applied: string[] = []
  for (const migration of await readMigrations(directory)) {
    if (await isApplied(db, migration)) continue
    // SQLite ignores `PRAGMA foreign_keys` inside a transaction; left on, redefining a parent table deletes its children.
    if (!postgres) await script('PRAGMA foreign_keys = OFF')
    try {
      await whole(`${record(migration)}\n${migration.sql}\n;`)
      applied.push(migration.name)
    } catch (error) {
      if (!postgres) await script('ROLLBACK').catch(() => {})
      // The other server of the same start was first.
      if (await isApplied(db, migration)) continue
      throw new MigrationError(`The migration ${migration.name} failed and was rolled back: ${messageOf(error)}`)
    } finally {
      if (!postgres) await script('PRAGMA foreign_keys = ON')
    }
  }
  return applied
}

type Migration = { name: string; sql: string; checksum: string; id: string }

async function readMigrations(directory: string): Promise<Migration[]> {
  const names = (await readdir(directory)).filter(name => /^\d+_/.test(name)).sort()
  return Promise.all(
    names.map(async name => {
      const sql = await readFile(join(directory, name, 'migration.sql'), 'utf8')
      const checksum = createHash('sha256').update(sql).digest('hex')
      // The same id in every process, so that the primary key lets only one of two servers apply it.
      const id = idFrom(checksum)
      return { name, sql, checksum, id }
    }),
  )
}

async function isApplied(db: SqlDriverAdapter, { name, checksum }: Migration): Promise<boolean> {
  const { rows } = await db.queryRaw({
    sql: 'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    args: [],
    argTypes: [],
  })
  const row = rows.find(([known]) => known === name)
  if (!row) return false
  if (!row[2])
    throw new MigrationError(
      `The migration ${name} failed earlier. Mend the database with "prisma migrate resolve", then start again.`,
    )
  if (row[1] !== checksum)
    throw new MigrationError(`The migration ${name} was changed after it had been applied. Restore prisma/ as it was released.`)
  return true
}

function record({ id, checksum, name }: Migration): string {
  const now = new Date().toISOString().replace('Z', '+00:00')
  const values = [id, checksum, name, now, now].map(quote).join(', ')
  return `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES (${values}, 1);`
}

/** 36 characters, as Prisma's table expects, made of the digest. */
const idFrom = (digest: string) =>
  [digest.slice(0, 8), digest.slice(8, 12), digest.slice(12, 16), digest.slice(16, 20), digest.slice(20, 32)].join('-')

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
