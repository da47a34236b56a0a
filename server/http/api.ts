import 'server-only'
import type { Refusal } from '../attempts/refusal.ts'
import { type CurrentUser, currentUser } from '../auth/current-user.ts'
import { databaseFault } from '../db/fault.ts'
import { env } from '../env.ts'
import { log } from '../log.ts'
import { isSameOrigin } from './origin.ts'

const noStore = { 'cache-control': 'no-store' }

/** A JSON answer, never cached. */
export const json = (body: unknown, status = 200) => Response.json(body, { status, headers: noStore })

/** A file to keep; nothing in it is ever shown as a page. */
export const download = (name: string, type: string, body: string) =>
  new Response(body, {
    headers: {
      ...noStore,
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
    },
  })

/** The answer to a refused request. */
export const refusal = ({ status, error }: Refusal) => json({ error }, status)

const failure = (status: number, code: string, message: string) => json({ error: { code, message } }, status)

/**
 * Runs a route for the signed-in person: checks where a changing request comes from and who is asking, and turns every failure into a message without
 * a stack trace. Trouble of the database's machine is named; anything else is a bug of ours, which the log gets.
 */
export async function withUser(request: Request, run: (user: CurrentUser) => Promise<Response>): Promise<Response> {
  try {
    if (!['GET', 'HEAD'].includes(request.method) && !isSameOrigin(request.headers, env()))
      return failure(
        403,
        'wrong-origin',
        'This request did not come from a page of this Tenfold. If its address is right, set AUTH_URL to it.',
      )
    const user = await currentUser()
    if (!user) return failure(401, 'signed-out', 'You are signed out. Sign in again in another tab; what you wrote stays here.')
    return await run(user)
  } catch (error) {
    const fault = databaseFault(error)
    log.error({ fault: fault?.code, error: fault ? undefined : error }, 'a request failed')
    if (fault) return failure(fault.code === 'disk-full' ? 507 : 503, fault.code, fault.message)
    return failure(500, 'our-bug', 'That is a bug of Tenfold. Nothing that was saved before is lost. Try again.')
  }
}
