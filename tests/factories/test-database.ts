import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { createAdapter } from '#server/db/adapter.ts'
import { createDatabase, type Database } from '#server/db/client.ts'
import { migrate } from '#server/db/migrate.ts'

export const providers = ['sqlite', 'postgresql'] as const
export type Provider = (typeof providers)[number]

export type TestDatabase = {
  readonly db: Database
  readonly directory: string
  readonly url: string
  readonly close: () => Promise<void>
}

/** A migrated database that the run made once, packed; see postgres-snapshot.ts. */
const snapshot = process.env.TENFOLD_PG_SNAPSHOT

/** PostgreSQL in this process, empty or from a snapshot. The stock adapter does not wait for its scripts, and loses their errors. */
async function createPgliteAdapter(from?: string) {
  const pglite = await PGlite.create(from ? { loadDataDir: new Blob([readFileSync(from)]) } : {})
  const factory = new PrismaPGlite(pglite)
  const connect = factory.connect.bind(factory)
  factory.connect = async () =>
    Object.assign(await connect(), {
      executeScript: async (script: string) => {
        await pglite.exec(script)
      },
    })
  return { factory, pglite }
}

/** A PostgreSQL server to test against in place of the one in this process: `postgres://user@127.0.0.1:5432/any`, of a user who may make databases. */
const server = process.env.TENFOLD_TEST_POSTGRES

/** An empty database on that server. */
async function createServerDatabase(url: string) {
  const name = `tenfold_test_${randomUUID().replaceAll('-', '')}`
  const run = async (sql: string) => {
    const connection = await createAdapter(url).connect()
    await connection.executeRaw({ sql, args: [], argTypes: [] })
    await connection.dispose()
  }
  await run(`CREATE DATABASE ${name}`)
  const own = new URL(url)
  own.pathname = name
  return { url: own.href, factory: createAdapter(own.href), drop: () => run(`DROP DATABASE ${name} WITH (FORCE)`) }
}

/** An empty database with the driver for it. `shared`: it has one connection for everyone, so disposing that closes the database. */
export async function createTestAdapter(provider: Provider, directory: string, from?: string) {
  if (provider === 'sqlite') {
    const url = `file:${join(directory, 'test.db')}`
    return { url, factory: createAdapter(url), shared: false, drop: async () => {}, pglite: undefined }
  }
  if (server) return { ...(await createServerDatabase(server)), shared: false, pglite: undefined }
  const { factory, pglite } = await createPgliteAdapter(from)
  const drop = async () => {
    if (!pglite.closed) await pglite.close()
  }
  return { url: 'postgres://in.this.process/test', factory, shared: true, drop, pglite }
}

/** A fresh, migrated database: SQLite in a file of its own, PostgreSQL in this process or on the server of TENFOLD_TEST_POSTGRES. */
export async function openTestDatabase(provider: Provider): Promise<TestDatabase> {
  const directory = mkdtempSync(join(tmpdir(), 'tenfold-test-'))
  const { url, factory, shared, drop } = await createTestAdapter(provider, directory, snapshot)
  const connection = await factory.connect()
  await migrate(connection, join(import.meta.dirname, `../../prisma/${provider}/migrations`))
  if (!shared) await connection.dispose()
  const db = await createDatabase(factory)
  const close = async () => {
    await db.$disconnect()
    await drop()
    rmSync(directory, { recursive: true, force: true })
  }
  return { db, directory, url, close }
}
