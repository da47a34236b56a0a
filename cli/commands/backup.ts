import { closeSync, existsSync, linkSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { isPostgres } from '#server/db/adapter.ts'
import { databaseFault } from '#server/db/fault.ts'
import { describeEnvProblems, parseEnv } from '#server/env.ts'
import { readArguments } from '../arguments.ts'
import { readEnvironment } from '../environment.ts'
import { describeContents, inspect, knownMigrations, openSqlite, syncToDisk } from '../sqlite-file.ts'
import { type Command, exit } from '../terminal.ts'

/** How long to wait for a server that is in the middle of writing. */
const BUSY_MS = 10_000

/** `tenfold backup FILE`: one moment of the SQLite database in a new file, checked, while the server runs. Never overwrites. */
export const runBackup: Command['run'] = async (words, terminal) => {
  const complain = (message: string, status: number = exit.unusable) => {
    terminal.err(`tenfold backup: ${message}`)
    return status
  }
  const read = readArguments(words, {})
  if (!read.ok) return complain(read.message)
  const [name, ...others] = read.parsed.positionals
  if (name === undefined || others.length > 0) return complain('name one file that does not exist yet.')
  const parsed = parseEnv(readEnvironment(terminal), terminal.root)
  if (!parsed.ok) return complain(describeEnvProblems(parsed.problems))
  const { DATABASE_URL: url } = parsed.env
  if (isPostgres(url))
    return complain(`the database is PostgreSQL. Use its own tool: pg_dump --format=custom --file=${name} "$DATABASE_URL"`)
  const source = url.slice('file:'.length)
  if (!existsSync(source))
    return complain(`there is no database ${source}. Set DATA_DIR and DATABASE_URL as they are for the server.`)
  const target = resolve(name)
  if (existsSync(target)) return complain(`${name} exists already. Name a new file; none is overwritten.`)
  if (!statSync(dirname(target), { throwIfNoEntry: false })?.isDirectory())
    return complain(`the folder ${dirname(target)} does not exist.`)

  const partial = `${target}.partial-${process.pid}`
  try {
    // It holds names and password hashes: for this user's eyes only, from its first byte.
    closeSync(openSync(partial, 'wx', 0o600))
    await copyDatabase(source, partial)
    const copy = openSqlite(partial)
    const found = await inspect(copy, knownMigrations(terminal.root)).finally(() => copy.close())
    if (!found.ok)
      return complain(`the database ${source} was copied, but the copy ${found.message} It was not kept.`, exit.problems)
    syncToDisk(partial)
    putInPlace(partial, target)
    syncToDisk(target)
    const megabytes = (statSync(target).size / 1e6).toFixed(1)
    terminal.out(`${name}: ${describeContents(found.contents)}, ${megabytes} MB, checked.`)
    return exit.done
  } catch (error) {
    const why = databaseFault(error)?.message ?? (error instanceof Error ? error.message : String(error))
    return complain(`${name} was not written: ${why}`, exit.problems)
  } finally {
    rmSync(partial, { force: true })
  }
}

async function copyDatabase(source: string, target: string): Promise<void> {
  const live = openSqlite(source)
  try {
    await live.execute(`PRAGMA busy_timeout = ${BUSY_MS}`)
    await live.execute({ sql: 'VACUUM INTO ?', args: [target] })
  } finally {
    live.close()
  }
}

/** Gives the finished file its name. A file that came there meanwhile stays: a link, unlike a rename, never overwrites. */
function putInPlace(partial: string, target: string): void {
  try {
    linkSync(partial, target)
  } catch {
    if (existsSync(target)) throw new Error('a file of that name appeared meanwhile.')
    // Some file systems have no links.
    renameSync(partial, target)
  }
}
