import { hash, verify } from '@node-rs/argon2'
import { z } from 'zod'

/** argon2id with the library's defaults: 19 MiB, two passes, one lane (OWASP's first choice). */
export const hashPassword = (password: string): Promise<string> => hash(password)

let decoy: Promise<string> | undefined

/**
 * Whether the password is the one behind the hash. Without a hash (no such account, or one that signs in elsewhere) it takes as long and says no,
 * so that the time tells nobody which addresses have an account.
 */
export async function verifyPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password')
  const right = await verify(passwordHash ?? (await decoy), password)
  return right && typeof passwordHash === 'string'
}

export const passwordRule = 'At least 10 characters. A sentence is easy to remember.'

export const newPassword = z
  .string()
  .min(10, 'The password needs at least 10 characters.')
  .max(200, 'The password may have 200 characters. Shorten it.')
