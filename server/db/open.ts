import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import { prepareDataDirectory } from '../boot.ts'
import { BootProblem } from '../env.ts'
import { createAdapter, isPostgres } from './adapter.ts'
import { databaseFault } from './fault.ts'
import { MigrationError, migrate } from './migrate.ts'

const HEADER = 'SQLite format 3\0'
/** Above this a whole-file check would be felt at each start. */
const CHECK_BYTES = 64_000_000

/**
 * Makes a database ready: its folder, a check that the file is sound, the pending migrations. Returns the names of those applied.
 * Throws a `BootProblem` that names the file and the mend; a damaged file is left as it is.
 */
export async function prepareDatabase(url: string, migrationsRoot: string): Promise<string[]> {
  if (!isPostgres(url)) checkFile(url.slice('file:'.length))
  let connection: SqlDriverAdapter | undefined
  try {
    connection = await createAdapter(url).connect()
    if (!isPostgres(url)) await quickCheck(connection, url.slice('file:'.length))
    const applied = await migrate(connection, join(migrationsRoot, isPostgres(url) ? 'postgresql' : 'sqlite', 'migrations'))
    // Whoever copies the file alone has the tables at least.
    if (!isPostgres(url) && applied.length > 0) await connection.executeScript('PRAGMA wal_checkpoint(TRUNCATE)')
    return applied
  } catch (error) {
    if (error instanceof BootProblem || error instanceof MigrationError) throw error
    throw new BootProblem(`${place(url)} could not be opened: ${databaseFault(error)?.message ?? describe(error)}`)
  } finally {
    await connection?.dispose()
  }
}

function checkFile(path: string): void {
  prepareDataDirectory(dirname(path))
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size === 0) return
  const start = Buffer.alloc(HEADER.length)
  const file = openSync(path, 'r')
  readSync(file, start, 0, HEADER.length, 0)
  closeSync(file)
  if (start.toString('latin1') !== HEADER) throw damaged(path)
}

async function quickCheck(connection: SqlDriverAdapter, path: string): Promise<void> {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > CHECK_BYTES) return
  const { rows } = await connection.queryRaw({ sql: 'PRAGMA quick_check(1)', args: [], argTypes: [] })
  if (rows[0]?.[0] !== 'ok') throw damaged(path)
}

const damaged = (path: string) =>
  new BootProblem(
    `The database file ${path} is damaged or is not a SQLite database. It was left as it is. Move it away and restore a backup (npx tenfold restore), or set DATABASE_URL to another file.`,
  )

/** Where the database is, without its password. */
function place(url: string): string {
  if (!isPostgres(url)) return `The database file ${url.slice('file:'.length)}`
  try {
    const { host, pathname } = new URL(url)
    return `The PostgreSQL database ${host}${pathname}`
  } catch {
    return 'The PostgreSQL database of DATABASE_URL'
  }
}

function describe(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error)
  return words === '' ? 'no answer. Is it running, and is DATABASE_URL right?' : words
}
