import 'server-only'
import { cookies, headers } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { authSecret } from '../boot.ts'
import { env } from '../env.ts'
import type { SessionOf } from './accounts.ts'

export const SESSION_SECONDS = 30 * 24 * 3600

/** Cookies are for https alone when the public address is https. */
export const secureCookies = () => env().AUTH_URL?.startsWith('https:') ?? false

/** next-auth's own cookie, so that its routes and ours read the same session. */
const sessionCookie = () => `${secureCookies() ? '__Secure-' : ''}next-auth.session-token`

/** What a session token says: who, and at which epoch of theirs. Everything else is asked of the database at each request. */
export const sessionToken = z.object({ sub: z.string(), epoch: z.number().int() })
export type SessionToken = z.infer<typeof sessionToken>

/** Signs this browser in. Only in a server action or a route. */
export async function beginSession({ userId, epoch }: SessionOf): Promise<void> {
  const token = await encode({ token: { sub: userId, epoch }, secret: authSecret(), maxAge: SESSION_SECONDS })
  const store = await cookies()
  store.set(sessionCookie(), token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: secureCookies(),
    path: '/',
    maxAge: SESSION_SECONDS,
  })
}

/** Signs this browser out. Only in a server action or a route. */
export async function endSession(): Promise<void> {
  const store = await cookies()
  store.delete({ name: sessionCookie(), path: '/', secure: secureCookies() })
}

/** What this browser's token says, when it is one of ours and has not run out. Says nothing of whether the session still holds. */
export async function readSession(): Promise<SessionToken | null> {
  const token = (await cookies()).get(sessionCookie())?.value
  if (!token) return null
  try {
    return sessionToken.safeParse(await decode({ token, secret: authSecret() })).data ?? null
  } catch {
    return null
  }
}

/**
 * The network address of the visitor: what the proxy before the server says when AUTH_URL names one, otherwise the socket's, which Next writes into
 * the same header. `server/http/forwarded-address.ts` keeps out what visitors write there themselves.
 */
export async function visitorAddress(): Promise<string> {
  const forwarded = (await headers()).get('x-forwarded-for')
  return forwarded?.split(',').at(-1)?.trim().slice(0, 64) ?? 'unknown'
}
