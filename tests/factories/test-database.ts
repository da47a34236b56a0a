import { mkdtempSync, rmSync } from 'node:fs'
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

/** PostgreSQL in this process. The stock adapter does not wait for its scripts, and loses their errors. */
export async function createPgliteAdapter() {
  const pglite = await PGlite.create()
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

/** A fresh, migrated database: SQLite in a file of its own, PostgreSQL in this process. */
export async function openTestDatabase(provider: Provider): Promise<TestDatabase> {
  const directory = mkdtempSync(join(tmpdir(), 'tenfold-test-'))
  const url = `file:${join(directory, 'test.db')}`
  const { factory, pglite } = provider === 'postgresql' ? await createPgliteAdapter() : { factory: undefined, pglite: undefined }
  const adapter = factory ?? createAdapter(url)
  const connection = await adapter.connect()
  await migrate(connection, join(import.meta.dirname, `../../prisma/${provider}/migrations`))
  // PGlite is one connection for everyone: disposing it would close the database.
  if (!pglite) await connection.dispose()
  const db = await createDatabase(adapter)
  const close = async () => {
    await db.$disconnect()
    if (pglite && !pglite.closed) await pglite.close()
    rmSync(directory, { recursive: true, force: true })
  }
  return { db, directory, url, close }
}
