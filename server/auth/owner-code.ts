import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { keptSecret } from '../boot.ts'
import { type Env, isLoopback } from '../env.ts'

// Without the letters and digits that look alike.
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const GROUPS = 3
const GROUP = 4

type Settings = Pick<Env, 'HOST' | 'DATA_DIR' | 'AUTH_URL'>

const fileOf = ({ DATA_DIR }: Settings) => join(DATA_DIR, 'owner-code')

/**
 * Whether others than this machine can reach the server, so that the first visitor may not be the one who started it: it listens beyond the
 * loopback, or a proxy stands before it (AUTH_URL names the address that the world uses).
 */
export const needsOwnerCode = ({ HOST, AUTH_URL }: Settings) =>
  !isLoopback(HOST) || (AUTH_URL !== undefined && !isLoopback(new URL(AUTH_URL).hostname))

/** The code that the owner's account asks for, kept in a file that only this user can read until the account exists. */
export function ownerCode(settings: Settings): string {
  return keptSecret(fileOf(settings), () =>
    Array.from({ length: GROUPS }, () => Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')).join(
      '-',
    ),
  )
}

/** Whether this is the code. Takes the same time whatever is wrong; case, spaces and dashes do not matter. */
export function isOwnerCode(settings: Settings, given: string): boolean {
  const digest = (text: string) =>
    createHash('sha256')
      .update(text.toUpperCase().replace(/[^A-Z0-9]/g, ''))
      .digest()
  return timingSafeEqual(digest(given), digest(ownerCode(settings)))
}

/** The code is of no more use once there is an owner. */
export const forgetOwnerCode = (settings: Settings) => rmSync(fileOf(settings), { force: true })
