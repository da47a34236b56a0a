import 'server-only'
import { authSecret } from '../boot.ts'
import { database } from '../db/client.ts'
import { env } from '../env.ts'
import type { AuthDeps } from './accounts.ts'

/** The accounts as this process runs them. Tests give their own. */
export async function authDeps(): Promise<AuthDeps> {
  return { db: await database(), now: Date.now, secret: authSecret(), settings: env() }
}
