import { type Client, type Config, createClient } from '@libsql/client'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'

export const isPostgres = (url: string) => /^postgres(ql)?:/.test(url)

/** How long a statement waits for another process that holds the SQLite file's write lock. */
const BUSY_TIMEOUT_MS = 5000

// Acknowledged means on disk: with FULL each commit is synced before it returns.
const PRAGMAS = `PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;`

/**
 * SQLite through one kept connection. The stock client opens a new one for every transaction, never closes it, and the new one lacks the pragmas.
 * The adapter's own lock keeps other queries out while a transaction runs; IMMEDIATE takes the write lock at once, so that two processes queue
 * instead of failing half-way.
 */
export class SqliteAdapter extends PrismaLibSql {
  #open: SqlDriverAdapter | undefined

  /** The connection that is open; undefined before the first query. */
  get open(): SqlDriverAdapter | undefined {
    return this.#open
  }

  override createClient(config: Config): Client {
    const client = createClient(config)
    const run = async (sql: string) => {
      await client.execute(sql)
    }
    const transaction = async () => {
      await run('BEGIN IMMEDIATE')
      const execute: Client['execute'] = (statement: Parameters<Client['execute']>[0]) => client.execute(statement)
      // A commit that failed must not leave the transaction open: the next one is waiting for this connection.
      const commit = () =>
        run('COMMIT').catch(async (error: unknown) => {
          await run('ROLLBACK').catch(() => {})
          throw error
        })
      return { execute, commit, rollback: () => run('ROLLBACK') }
    }
    return Object.assign(client, { transaction })
  }

  override async connect() {
    const adapter = await super.connect()
    await adapter.executeScript(PRAGMAS)
    const dispose = adapter.dispose.bind(adapter)
    this.#open = Object.assign(adapter, {
      dispose: () => {
        if (this.#open === adapter) this.#open = undefined
        return dispose()
      },
    })
    return adapter
  }
}

/** The driver for an address: `file:` is SQLite, `postgres:` or `postgresql:` is PostgreSQL. */
export function createAdapter(url: string) {
  return isPostgres(url) ? new PrismaPg({ connectionString: url }) : new SqliteAdapter({ url, timeout: BUSY_TIMEOUT_MS })
}
