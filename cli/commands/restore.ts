import { chmodSync, chownSync, copyFileSync, existsSync, linkSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Client } from '@libsql/client'
import { prepareDataDirectory } from '#server/boot.ts'
import { isPostgres } from '#server/db/adapter.ts'
import { databaseFault } from '#server/db/fault.ts'
import { describeEnvProblems, parseEnv } from '#server/env.ts'
import { readArguments } from '../arguments.ts'
import { readEnvironment } from '../environment.ts'
import { type Contents, describeContents, inspect, knownMigrations, openSqlite, scalarOf, syncToDisk } from '../sqlite-file.ts'
import { type Command, exit } from '../terminal.ts'

/** Something to tell the person; nothing was changed. */
class Refusal extends Error {
  readonly status: number
  constructor(message: string, status: number) {
    super(message)
    this.status = status
  }
}

/**
 * `tenfold restore FILE`: puts a backup in the place of the SQLite database. The backup is copied and checked first; the database that is there is
 * kept under another name. Refuses while a server has it open.
 */
export const runRestore: Command['run'] = async (words, terminal) => {
  const complain = (message: string, status: number = exit.unusable) => {
    terminal.err(`tenfold restore: ${message}`)
    return status
  }
  const read = readArguments(words, {})
  if (!read.ok) return complain(read.message)
  const [name, ...others] = read.parsed.positionals
  if (name === undefined || others.length > 0) return complain('name one file, made by "npx tenfold backup".')
  const parsed = parseEnv(readEnvironment(terminal), terminal.root)
  if (!parsed.ok) return complain(describeEnvProblems(parsed.problems))
  const { DATABASE_URL: url } = parsed.env
  if (isPostgres(url))
    return complain(
      `the database is PostgreSQL. Use its own tool: pg_restore --clean --if-exists --dbname="$DATABASE_URL" ${name}`,
    )
  const source = resolve(name)
  const target = url.slice('file:'.length)
  if (!statSync(source, { throwIfNoEntry: false })?.isFile()) return complain(`there is no file ${name}.`)
  if (source === target) return complain(`${name} is the database itself.`)

  const staged = `${target}.restoring-${process.pid}`
  try {
    prepareDataDirectory(dirname(target))
    const contents = await stage(source, staged, { name, migrations: knownMigrations(terminal.root) })
    const kept = await putInPlace(staged, target)
    terminal.out(`Restored ${name}: ${describeContents(contents)}. Everyone signs in again.`)
    if (kept !== undefined) terminal.out(`The database that was there is kept as ${kept}.`)
    terminal.out('Start the server: npm start')
    return exit.done
  } catch (error) {
    if (error instanceof Refusal) return complain(error.message, error.status)
    const why = databaseFault(error)?.message ?? (error instanceof Error ? error.message : String(error))
    return complain(`${name} was not restored: ${why}`, exit.problems)
  } finally {
    for (const tail of ['', ...JOURNALS]) rmSync(`${staged}${tail}`, { force: true })
  }
}

/** What SQLite keeps beside the pages of a database: its journals, and the index of one. */
const JOURNALS = ['-wal', '-shm', '-journal'] as const

const HEADER = 'SQLite format 3\0'

/** Copies the backup beside the database, checks the copy and makes it ready to be put in place. The backup itself is only read. */
async function stage(
  source: string,
  staged: string,
  { name, migrations }: { name: string; migrations: readonly string[] },
): Promise<Contents> {
  if (!readFileSync(source).subarray(0, HEADER.length).equals(Buffer.from(HEADER)))
    throw new Refusal(`${name} is not a SQLite database.`, exit.unusable)
  copyFileSync(source, staged)
  // A database that was copied by hand may have its last changes in the journal beside it.
  if (existsSync(`${source}-wal`)) copyFileSync(`${source}-wal`, `${staged}-wal`)
  const copy = openSqlite(staged)
  try {
    const found = await inspect(copy, migrations)
    if (!found.ok) throw new Refusal(`${name} ${found.message}`, exit.unusable)
    await endSessions(copy)
    await copy.execute('PRAGMA journal_mode = DELETE')
    return found.contents
  } finally {
    copy.close()
  }
}

/**
 * An older database has older session epochs: sessions that were ended since then would be let in again. Minutes since 1970 are more than any epoch
 * counted by ones, and more than those of an earlier restore.
 */
async function endSessions(client: Client): Promise<void> {
  const epoch = Math.floor(Date.now() / 60_000)
  await client.execute({ sql: 'UPDATE "user" SET epoch = max(epoch + 1, ?)', args: [epoch] })
}

/** Moves the present database aside and the new one in. Returns the name under which the present one is kept, if there was one. */
async function putInPlace(staged: string, target: string): Promise<string | undefined> {
  const present = existsSync(target)
  giveTo(staged, present ? target : dirname(target))
  syncToDisk(staged)
  const kept = nameAside(target)
  const release = present ? await holdAlone(target) : () => {}
  try {
    // The journals of the present one must never be read as the new one's.
    for (const tail of JOURNALS) if (existsSync(`${target}${tail}`)) renameSync(`${target}${tail}`, `${kept}${tail}`)
    if (present) keepAs(target, kept)
    // One step: at no moment is there no database, which a starting server would take for a first start.
    renameSync(staged, target)
    syncToDisk(target)
    return present ? kept : undefined
  } finally {
    release()
  }
}

/** A database restored by root still belongs to the user that runs the server, and is for that user's eyes only. */
function giveTo(staged: string, owned: string): void {
  const { uid, gid } = statSync(owned)
  if (process.getuid?.() === 0) chownSync(staged, uid, gid)
  chmodSync(staged, 0o600)
}

/** Holds the present database so that nobody else has it open. A damaged one cannot be held, nor can a server run on it. */
async function holdAlone(target: string): Promise<() => void> {
  const present = openSqlite(target)
  try {
    await present.execute('PRAGMA busy_timeout = 0')
    // Leaving the WAL needs the file for oneself alone, and puts all of it into the one file that is kept.
    if ((await scalarOf(present, 'PRAGMA journal_mode = DELETE')) !== 'delete') throw new Error('database is locked')
    await present.execute('BEGIN EXCLUSIVE')
  } catch (error) {
    if (databaseFault(error)?.code === 'damaged') return () => present.close()
    present.close()
    if (databaseFault(error)?.code !== 'busy') throw error
    throw new Refusal(`a server has the database ${target} open. Stop it first; nothing was changed.`, exit.problems)
  }
  return () => present.close()
}

function nameAside(target: string): string {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  for (let n = 1; ; n += 1) {
    const name = `${target}.before-restore-${stamp}${n === 1 ? '' : `-${n}`}`
    if (!existsSync(name)) return name
  }
}

function keepAs(target: string, kept: string): void {
  try {
    linkSync(target, kept)
  } catch {
    // Some file systems have no links.
    copyFileSync(target, kept)
    syncToDisk(kept)
  }
}
