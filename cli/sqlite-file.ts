import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Client, createClient } from '@libsql/client'

/** Opens a SQLite file as it is: without the server's pragmas, which would change its journal. */
export const openSqlite = (path: string): Client => createClient({ url: pathToFileURL(path).href })

/** The one value that a statement answers, as text; empty when there is no row. */
export async function scalarOf(client: Client, sql: string): Promise<string> {
  const { rows } = await client.execute(sql)
  return String(rows[0]?.[0] ?? '')
}

/** What a Tenfold database holds, in short. */
export type Contents = { readonly people: number; readonly attempts: number }

/**
 * Whether an open file is a sound database of this Tenfold or an older one. Says what is wrong, to stand after the file's name.
 * Reads every page.
 */
export async function inspect(
  client: Client,
  migrations: readonly string[],
): Promise<{ ok: true; contents: Contents } | { ok: false; message: string }> {
  const no = (message: string) => ({ ok: false, message }) as const
  try {
    const known = await scalarOf(
      client,
      "SELECT count(*) FROM sqlite_master WHERE name IN ('_prisma_migrations', 'user', 'attempt')",
    )
    if (known !== '3') return no('is a SQLite database, but not one of Tenfold.')
    const { rows } = await client.execute('SELECT migration_name FROM _prisma_migrations WHERE rolled_back_at IS NULL')
    const newer = rows.map(row => String(row[0])).find(name => !migrations.includes(name))
    if (newer !== undefined) return no(`was made by a newer Tenfold (it has the migration ${newer}). Update this one first.`)
    const sound = await scalarOf(client, 'PRAGMA integrity_check(1)')
    if (sound !== 'ok') return no(`is damaged: ${sound}.`)
    const orphans = await client.execute('PRAGMA foreign_key_check')
    if (orphans.rows.length > 0) return no(`is damaged: ${orphans.rows.length} rows belong to something that is gone.`)
    const people = Number(await scalarOf(client, 'SELECT count(*) FROM "user"'))
    const attempts = Number(await scalarOf(client, 'SELECT count(*) FROM attempt'))
    return { ok: true, contents: { people, attempts } }
  } catch (error) {
    return no(`is damaged or is not a SQLite database (${error instanceof Error ? error.message : String(error)}).`)
  }
}

/** The names of the migrations that this Tenfold knows, in order. */
export const knownMigrations = (root: string): string[] =>
  readdirSync(join(root, 'prisma', 'sqlite', 'migrations'))
    .filter(name => /^\d+_/.test(name))
    .sort()

/** "2 people and 1 attempt" */
export const describeContents = ({ people, attempts }: Contents) =>
  `${people} ${people === 1 ? 'person' : 'people'} and ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`

/** Sees to it that a file, and its name in its folder, are on the disk. */
export function syncToDisk(path: string): void {
  for (const each of [path, dirname(path)]) {
    const descriptor = openSync(each, 'r')
    try {
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
  }
}
