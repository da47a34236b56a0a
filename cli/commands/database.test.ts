import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOwner, signInWithPassword } from '#server/auth/accounts.ts'
import { openTestDatabase, providers, type TestDatabase } from '#tests/factories/test-database.ts'
import { main } from '../main.ts'
import { openSqlite, scalarOf } from '../sqlite-file.ts'
import { exit, type Terminal } from '../terminal.ts'
import { runBackup } from './backup.ts'
import { runRestore } from './restore.ts'
import { listAccounts, resetPassword, runUser } from './user.ts'

const root = resolve(import.meta.dirname, '../..')
const person = { name: 'Olga Owner', email: 'olga@example.org', password: 'a long enough password', timeZone: 'UTC' }

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenfold-database-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function testTerminal(env: Record<string, string> = {}) {
  const out: string[] = []
  const err: string[] = []
  const terminal: Terminal = {
    root,
    out: line => void out.push(line),
    err: line => void err.push(line),
    input: async () => '',
    env: { NODE_ENV: 'test', ...env },
  }
  return { terminal, out: () => out.join('\n'), err: () => err.join('\n').replaceAll(folder, 'FOLDER') }
}

async function withOwner({ db }: TestDatabase) {
  const deps = {
    db,
    now: Date.now,
    secret: 'a secret of thirty-two characters',
    settings: { HOST: '127.0.0.1', DATA_DIR: folder },
  }
  const made = await createOwner(deps, person, { code: '', address: '' })
  if (!made.ok) throw new Error(JSON.stringify(made.errors))
  return { deps, userId: made.userId }
}

describe.each(providers)('a forgotten password on %s', provider => {
  it('is replaced by a random one that works at once, and ends the sessions', async () => {
    const test = await openTestDatabase(provider)
    const { deps, userId } = await withOwner(test)
    const tryWith = (password: string) => signInWithPassword(deps, { email: person.email, password, address: '' })
    // So many that even the right password would have to wait.
    for (let n = 0; n < 11; n += 1) await tryWith('wrong')
    const { terminal, out } = testTerminal()
    const settings = { AUTH_SECRET: deps.secret, DATA_DIR: folder }
    expect(await resetPassword({ db: test.db, settings }, ' OLGA@example.org ', terminal)).toBe(exit.done)
    const [, password = ''] = /is: ([a-z2-9]{5}(?:-[a-z2-9]{5}){3})$/m.exec(out()) ?? []
    expect(await tryWith(person.password)).toMatchObject({ ok: false })
    expect(await tryWith(password)).toEqual({ ok: true, userId, epoch: 2 })
    await test.close()
  })

  it('is refused for an address that nobody has', async () => {
    const test = await openTestDatabase(provider)
    const { terminal, err } = testTerminal()
    expect(await resetPassword({ db: test.db, settings: { DATA_DIR: folder } }, 'nobody@example.org', terminal)).toBe(
      exit.unusable,
    )
    expect(err()).toBe('tenfold user: nobody has an account with nobody@example.org. See who has one: npx tenfold user list')
    await test.close()
  })

  it('is not shown by the list of accounts', async () => {
    const test = await openTestDatabase(provider)
    await withOwner(test)
    const { terminal, out } = testTerminal()
    expect(await listAccounts({ db: test.db }, terminal)).toBe(exit.done)
    expect(out()).toMatch(/^olga@example\.org {2}owner {3}since \d{4}-\d\d-\d\d {5}0 attempts {2}Olga Owner$/)
    await test.close()
  })
})

describe('the commands of the database', () => {
  let template = ''
  beforeAll(async () => {
    const test = await openTestDatabase('sqlite')
    await withOwner(test)
    template = join(folder, 'template.db')
    await test.db.$queryRawUnsafe(`VACUUM INTO '${template}'`)
    await test.close()
  })

  let data = ''
  let count = 0
  beforeEach(() => {
    count += 1
    data = join(folder, `data-${count}`)
    mkdirSync(data)
  })
  const database = () => join(data, 'tenfold.db')
  const run = async (command: typeof runBackup, words: readonly string[], env: Record<string, string> = {}) => {
    const { terminal, out, err } = testTerminal({ DATA_DIR: data, DATABASE_URL: '', ...env })
    return { status: await command(words, terminal), out: out(), err: err() }
  }
  const ask = async (file: string, sql: string) => {
    const client = openSqlite(file)
    return scalarOf(client, sql).finally(() => client.close())
  }

  it.each([
    ['user list', runUser, ['list']],
    ['user reset', runUser, ['reset', 'a@example.org']],
    ['backup', runBackup, [join(tmpdir(), 'never-written.db')]],
  ])('say where there is no database, and make none: %s', async (_name, command, words) => {
    const { status, err } = await run(command, words)
    expect({ status, made: existsSync(database()) }).toEqual({ status: exit.unusable, made: false })
    expect(err).toContain(`there is no database FOLDER/data-${count}/tenfold.db.`)
  })

  it.each([
    ['user', runUser, []],
    ['user', runUser, ['reset']],
    ['user', runUser, ['list', '--colour']],
    ['backup', runBackup, []],
    ['restore', runRestore, ['one', 'two']],
    ['restore', runRestore, ['no-such-file.db']],
  ])('refuse words that they do not know: %s', async (name, command, words) => {
    const { status, err } = await run(command, words)
    expect(status).toBe(exit.unusable)
    expect(err).toMatch(new RegExp(`^tenfold ${name}: `))
  })

  it.each([
    [runUser, ['list']],
    [runBackup, ['x.db']],
    [runRestore, ['x.db']],
  ])('name a wrong variable', async (command, words) => {
    const { status, err } = await run(command, words, { DATABASE_URL: 'mysql://x' })
    expect(status).toBe(exit.unusable)
    expect(err).toContain('DATABASE_URL must begin with file:')
  })

  it.each([
    [runBackup, 'pg_dump'],
    [runRestore, 'pg_restore'],
  ])('leave PostgreSQL to its own tools', async (command, tool) => {
    const { status, err } = await run(command, ['x.db'], { DATABASE_URL: 'postgres://tenfold:secret@127.0.0.1:1/study' })
    expect(status).toBe(exit.unusable)
    expect(err).toContain(tool)
    expect(err).not.toContain('secret@')
  })

  it('name a database that is damaged, and leave it', async () => {
    writeFileSync(database(), 'my shopping list, which is not a database'.repeat(200))
    const before = readFileSync(database())
    for (const [command, words] of [
      [runUser, ['list']],
      [runBackup, [join(data, 'x.db')]],
    ] as const) {
      const { status, err } = await run(command, words)
      expect(status).toBe(exit.problems)
      expect(err).toContain('damaged')
    }
    expect(readFileSync(database()).equals(before)).toBe(true)
    expect(existsSync(join(data, 'x.db'))).toBe(false)
  })

  it('back up into a new file that only this user can read, and restore it', async () => {
    copyFileSync(template, database())
    const file = join(data, 'copy.db')
    expect(await run(runBackup, [file])).toMatchObject({ status: exit.done, err: '' })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(data).filter(name => name.includes('partial'))).toEqual([])

    const before = readFileSync(file)
    rmSync(database())
    const { status, out } = await run(runRestore, [file])
    expect(status).toBe(exit.done)
    expect(out).toContain('1 person and 0 attempts. Everyone signs in again.')
    expect(await ask(database(), 'SELECT email FROM "user"')).toBe(person.email)
    expect(Number(await ask(database(), 'SELECT epoch FROM "user"'))).toBeGreaterThan(29_000_000)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('never overwrite a backup', async () => {
    copyFileSync(template, database())
    const file = join(data, 'copy.db')
    writeFileSync(file, 'mine')
    const { status, err } = await run(runBackup, [file])
    expect(status).toBe(exit.unusable)
    expect(err).toContain('exists already')
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })

  it('say that the folder of a backup is not there', async () => {
    copyFileSync(template, database())
    expect((await run(runBackup, [join(data, 'nowhere', 'copy.db')])).err).toContain('nowhere does not exist.')
  })

  it('keep the database that a restore replaces', async () => {
    copyFileSync(template, database())
    const present = openSqlite(database())
    await present.execute(`UPDATE "user" SET name = 'Today'`)
    present.close()
    // In a process of its own: in this one the driver may still hold what was just closed.
    const out = tenfold(['restore', template], data)
    const [, kept = ''] = /is kept as (.+)\.$/m.exec(out) ?? []
    expect(kept).toMatch(/tenfold\.db\.before-restore-\d{14}$/)
    expect(await ask(kept, 'SELECT name FROM "user"')).toBe('Today')
    expect(await ask(database(), 'SELECT name FROM "user"')).toBe('Olga Owner')
  })

  it('keep a damaged database that a restore replaces, its journal too', async () => {
    writeFileSync(database(), 'broken'.repeat(1000))
    writeFileSync(`${database()}-wal`, 'its journal')
    const { status, out } = await run(runRestore, [template])
    expect(status).toBe(exit.done)
    const [, kept = ''] = /is kept as (.+)\.$/m.exec(out) ?? []
    expect(readFileSync(kept, 'utf8')).toBe('broken'.repeat(1000))
    expect(readFileSync(`${kept}-wal`, 'utf8')).toBe('its journal')
    expect(await ask(database(), 'SELECT name FROM "user"')).toBe('Olga Owner')
  })

  it('refuse to restore while a server has the database open', async () => {
    copyFileSync(template, database())
    const before = readFileSync(database())
    const code = `
      import { createClient } from '@libsql/client'
      const client = createClient({ url: 'file:' + process.env.FILE })
      await client.execute('PRAGMA journal_mode = WAL')
      await client.execute('SELECT 1 FROM "user"')
      console.log('open')
      setInterval(() => client.execute('SELECT 1'), 1000)`
    const server = spawn(process.execPath, ['--input-type=module', '--eval', code], {
      cwd: root,
      env: { ...process.env, FILE: database() },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(server.stdout, 'data')
    const { status, err } = await run(runRestore, [template])
    expect(status).toBe(exit.problems)
    expect(err).toContain('a server has the database')
    expect(readdirSync(data).filter(name => !name.startsWith('tenfold.db'))).toEqual([])
    expect(readdirSync(data).filter(name => name.includes('before') || name.includes('restoring'))).toEqual([])
    // A backup is taken all the same.
    expect(await run(runBackup, [join(data, 'copy.db')])).toMatchObject({ status: exit.done })
    server.kill()
    await once(server, 'exit')
    expect(await ask(database(), 'SELECT count(*) FROM "user"')).toBe('1')
    expect(readFileSync(database()).length).toBe(before.length)
  })

  it.each([
    ['a text', 'hello', 'is not a SQLite database'],
    ['another SQLite database', 'CREATE TABLE "user" (id)', 'is a SQLite database, but not one of Tenfold'],
    [
      'a newer database',
      `UPDATE _prisma_migrations SET migration_name = '99999999999999_future'`,
      'was made by a newer Tenfold (it has the migration 99999999999999_future)',
    ],
  ])('refuse to restore %s, and leave the database', async (_what, content, message) => {
    const file = join(data, 'given')
    if (content === 'hello') writeFileSync(file, content)
    else {
      if (content.startsWith('UPDATE')) copyFileSync(template, file)
      const client = openSqlite(file)
      await client.execute(content)
      client.close()
    }
    copyFileSync(template, database())
    const before = readFileSync(database())
    const { status, err } = await run(runRestore, [file])
    expect(status).toBe(exit.unusable)
    expect(err).toContain(message)
    expect(readFileSync(database()).equals(before)).toBe(true)
    expect(readdirSync(data).sort()).toEqual(['given', 'tenfold.db'])
  })

  it('refuse to restore a backup with damaged pages', async () => {
    const file = join(data, 'given')
    const bytes = readFileSync(template)
    bytes.fill(0xa5, 3 * 4096, 20 * 4096)
    writeFileSync(file, bytes)
    const { status, err } = await run(runRestore, [file])
    expect(status).toBe(exit.unusable)
    expect(err).toContain('is damaged')
    expect(existsSync(database())).toBe(false)
  })
})

const tenfold = (words: readonly string[], data: string) =>
  execFileSync(process.execPath, ['cli/tenfold.mjs', ...words], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: data, DATABASE_URL: '' },
  })

describe('npx tenfold', () => {
  it('lists every command in its help', async () => {
    const help = tenfold(['--help'], folder)
    for (const command of ['score', 'content check', 'user list', 'user reset', 'backup', 'restore'])
      expect(help).toContain(`tenfold ${command} `)
    expect(await main(['nonsense'], root)).toBe(exit.unusable)
  })

  it('loads no driver of a database until a command needs one', () => {
    tenfold(['--version'], folder)
    const build = join(root, 'generated/build/tenfold')
    const loaded = (file: string): string[] =>
      [...readFileSync(join(build, file), 'utf8').matchAll(/^import (?:[^"']* from )?["']([^"']+)["']/gm)].flatMap(
        ([, from = '']) => (from.startsWith('./') ? loaded(from) : [from]),
      )
    expect(loaded('main.mjs')).toContain('zod')
    expect(loaded('main.mjs').filter(name => /prisma|libsql|argon2|^pg$/.test(name))).toEqual([])
  })
})
