import { randomInt } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type AuthDeps, listPeople, setPassword } from '#server/auth/accounts.ts'
import { forgiveTries, limits } from '#server/auth/rate-limit.ts'
import { authSecret } from '#server/boot.ts'
import { createAdapter, isPostgres } from '#server/db/adapter.ts'
import { createDatabase, type Database } from '#server/db/client.ts'
import { databaseFault } from '#server/db/fault.ts'
import { describeEnvProblems, type Env, parseEnv } from '#server/env.ts'
import { readArguments } from '../arguments.ts'
import { readEnvironment } from '../environment.ts'
import { type Command, exit, type Terminal } from '../terminal.ts'

/** `tenfold user list` and `tenfold user reset EMAIL`. Both work while the server runs. */
export const runUser: Command['run'] = async (words, terminal) => {
  const complain = complainer(terminal)
  const read = readArguments(words, {})
  if (!read.ok) return complain(read.message)
  const [what, email, ...others] = read.parsed.positionals
  if (what === 'list' && email === undefined) return withDatabase(terminal, deps => listAccounts(deps, terminal))
  if (what === 'reset' && email !== undefined && others.length === 0)
    return withDatabase(terminal, deps => resetPassword(deps, email, terminal))
  return complain('say "list", or "reset EMAIL".')
}

const complainer =
  (terminal: Terminal) =>
  (message: string, status: number = exit.unusable) => {
    terminal.err(`tenfold user: ${message}`)
    return status
  }

type Deps = { readonly db: Database; readonly settings: Pick<Env, 'AUTH_SECRET' | 'DATA_DIR'> }

/** Opens the server's database, does the work, closes it. A trouble is told in words. */
async function withDatabase(terminal: Terminal, work: (deps: Deps) => Promise<number>): Promise<number> {
  const complain = complainer(terminal)
  const parsed = parseEnv(readEnvironment(terminal), terminal.root)
  if (!parsed.ok) return complain(describeEnvProblems(parsed.problems))
  const { DATABASE_URL: url } = parsed.env
  const file = url.slice('file:'.length)
  if (!isPostgres(url) && !existsSync(file))
    return complain(
      `there is no database ${file}. Start the server once (npm start), or set DATA_DIR and DATABASE_URL as they are for the server.`,
    )
  if (!existsSync(join(terminal.root, 'generated', 'sqlite', 'client.ts')))
    return complain('Tenfold is not built yet. Run "npm start" once.')
  let db: Database | undefined
  try {
    db = await createDatabase(createAdapter(url))
    return await work({ db, settings: parsed.env })
  } catch (error) {
    return complain(troubleOf(error), exit.problems)
  } finally {
    await db?.$disconnect()
  }
}

function troubleOf(error: unknown): string {
  const fault = databaseFault(error)
  if (fault) return fault.message
  // P2021 and P2022: a table or a column is not there.
  if (error instanceof Error && 'code' in error && (error.code === 'P2021' || error.code === 'P2022'))
    return 'the database has not the tables of this version. Start the server once (npm start), which brings it up to date.'
  return error instanceof Error ? error.message : String(error)
}

// Names are what people chose; a control character in one must not reach the terminal.
const printable = (text: string) => text.replace(/\p{Cc}/gu, '')

/** One line for each account, the oldest first. */
export async function listAccounts({ db }: Pick<Deps, 'db'>, terminal: Terminal): Promise<number> {
  const { people } = await listPeople({ db, now: Date.now })
  if (people.length === 0) terminal.out('Nobody has an account yet. The first visitor becomes the owner.')
  const width = Math.max(...people.map(({ email }) => email.length), 0)
  for (const { email, role, createdAtMs, attempts, name } of people) {
    const since = new Date(createdAtMs).toISOString().slice(0, 10)
    terminal.out(
      `${email.padEnd(width)}  ${role.padEnd(6)}  since ${since}  ${String(attempts).padStart(4)} attempts  ${printable(name)}`,
    )
  }
  return exit.done
}

/** Gives an account a random password, ends its sessions and prints the password. */
export async function resetPassword({ db, settings }: Deps, given: string, terminal: Terminal): Promise<number> {
  const email = given.trim().toLowerCase()
  const user = await db.user.findUnique({ where: { email }, select: { id: true } })
  if (!user) return complainer(terminal)(`nobody has an account with ${printable(email)}. See who has one: npx tenfold user list`)
  const password = randomPassword()
  await setPassword({ db }, user.id, password)
  await forgive({ db, settings }, email)
  terminal.out(`The new password of ${printable(email)} is: ${password}`)
  terminal.out('It is shown this once. All sessions of the account have ended; it can be changed under Settings.')
  return exit.done
}

/** Whoever was locked out by too many wrong passwords may try the new one at once. */
async function forgive({ db, settings }: Deps, email: string): Promise<void> {
  // Without the secret there has been no server and no try; the secret is the server's to make, with its own owner.
  if (settings.AUTH_SECRET === undefined && !existsSync(join(settings.DATA_DIR, 'auth-secret'))) return
  const deps: Pick<AuthDeps, 'db' | 'now' | 'secret'> = { db, now: Date.now, secret: authSecret(settings) }
  await forgiveTries(deps, limits.signInByEmail, email)
}

// Without the letters and digits that look alike: 20 of 31 signs are 99 bits.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

function randomPassword(): string {
  const group = () => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}
