import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BootProblem, type Env, env } from './env.ts'

export { BootProblem, describeEnvProblems, isLoopback, parseEnv } from './env.ts'

/**
 * Makes the data folder and checks that it can be written. Throws a `BootProblem` that names the folder and the mend.
 * Leaves everything that is there as it is.
 */
export function prepareDataDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    if (!statSync(directory).isDirectory()) throw new Error('it is not a folder')
    // Only writing tells: permissions say nothing of a full or read-only disk.
    const probe = join(directory, `.writable-${process.pid}`)
    writeFileSync(probe, 'Tenfold writes this to see that it can.')
    rmSync(probe)
  } catch (error) {
    throw new BootProblem(
      `The data folder ${directory} cannot be written (${reason(error)}). Make it writable for the user that runs Tenfold, or set DATA_DIR to another folder.`,
    )
  }
}

/** Refuses a CONTENT_DIR that is not there, by name. */
export function checkContentDirectory(directory: string | undefined): void {
  if (directory === undefined) return
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory())
    throw new BootProblem(`CONTENT_DIR ${directory} is not a folder. Create it, or leave CONTENT_DIR out.`)
}

/** AUTH_SECRET, or the one kept in the data folder; the first call makes it, readable by this user alone. */
export function authSecret(settings: Pick<Env, 'AUTH_SECRET' | 'DATA_DIR'> = env()): string {
  return settings.AUTH_SECRET ?? keptSecret(join(settings.DATA_DIR, 'auth-secret'), () => randomBytes(32).toString('base64url'))
}

/** Reads a small secret file, or makes it with mode 600. Of two processes that make it at once, both get the one that was first. */
export function keptSecret(path: string, make: () => string): string {
  try {
    writeFileSync(path, make(), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST')
      throw new BootProblem(
        `The file ${path} cannot be written (${reason(error)}). Make its folder writable, or free space on the disk.`,
      )
  }
  const secret = readFileSync(path, 'utf8').trim()
  if (secret === '') throw new BootProblem(`The file ${path} is empty. Delete it and start again: a new one will be made.`)
  return secret
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)

function reason(error: unknown): string {
  const words: Record<string, string> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    ENOTDIR: 'a part of the path is a file',
    EEXIST: 'it is a file',
  }
  const code = codeOf(error)
  return (typeof code === 'string' ? words[code] : undefined) ?? (error instanceof Error ? error.message : String(error))
}
