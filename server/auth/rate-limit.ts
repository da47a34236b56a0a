import { createHmac } from 'node:crypto'
import type { Queries } from '../db/client.ts'
import { newId } from '../id.ts'

const MINUTE_MS = 60_000

/** How often something may be tried in a window. `what` keeps the counts of different things apart. */
export type Limit = { readonly what: string; readonly tries: number; readonly windowMs: number }

export const limits = {
  signInByEmail: { what: 'sign-in by e-mail', tries: 10, windowMs: 15 * MINUTE_MS },
  signInByAddress: { what: 'sign-in by address', tries: 60, windowMs: 15 * MINUTE_MS },
  // A course of thirty signs up in its first hour from behind one address, mistyped tries included.
  signUpByAddress: { what: 'sign-up by address', tries: 120, windowMs: 60 * MINUTE_MS },
  // Whoever guesses at links meets this long before 256 bits; a class that opens one from behind one address does not.
  sharedByAddress: { what: 'shared attempt by address', tries: 120, windowMs: 15 * MINUTE_MS },
  calendarByAddress: { what: 'unknown calendar by address', tries: 60, windowMs: 15 * MINUTE_MS },
  ownerCode: { what: "owner's code", tries: 10, windowMs: 15 * MINUTE_MS },
} as const satisfies Record<string, Limit>

export type LimitedDeps = { readonly db: Queries; readonly now: () => number; readonly secret: string }

/** Who tries: only a keyed hash of it is stored. */
const limitKey = (secret: string, { what }: Limit, who: string) =>
  createHmac('sha256', secret).update(`${what}\n${who}`).digest('base64url')

/**
 * Counts a try. Returns 0 when it may go on, otherwise how many milliseconds to wait. The try is written before it is counted, so that many at once
 * cannot slip through; a refused one is taken back, so that knocking on a closed door does not keep it closed.
 */
export async function countTry({ db, now, secret }: LimitedDeps, limit: Limit, who: string): Promise<number> {
  const key = limitKey(secret, limit, who)
  const id = newId()
  const nowMs = now()
  await db.rateLimitHit.create({ data: { id, key, at: new Date(nowMs) } })
  const hits = await db.rateLimitHit.findMany({
    where: { key, at: { gt: new Date(nowMs - limit.windowMs) } },
    orderBy: { at: 'asc' },
    select: { at: true },
  })
  if (hits.length <= limit.tries) return 0
  await db.rateLimitHit.deleteMany({ where: { id } })
  const oldest = hits[0]?.at.getTime() ?? nowMs
  return Math.max(1000, oldest + limit.windowMs - nowMs)
}

/** Forgets the tries of someone who got it right. */
export async function forgiveTries({ db, secret }: LimitedDeps, limit: Limit, who: string): Promise<void> {
  await db.rateLimitHit.deleteMany({ where: { key: limitKey(secret, limit, who) } })
}

/** Deletes tries that no window counts any more. */
export async function sweepTries(db: Queries, nowMs: number): Promise<void> {
  await db.rateLimitHit.deleteMany({ where: { at: { lt: new Date(nowMs - 24 * 60 * MINUTE_MS) } } })
}

/** "in 12 minutes", for a message. */
export const inMinutes = (ms: number) => {
  const minutes = Math.ceil(ms / MINUTE_MS)
  return minutes === 1 ? 'in a minute' : `in ${minutes} minutes`
}
