import 'server-only'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { levels } from '#engine/drill/drill.ts'
import { type Database, database } from '../db/client.ts'
import { hasOwner } from './accounts.ts'
import { readSession, type SessionToken } from './session.ts'

const currentUserSchema = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: z.enum(['owner', 'mentor', 'member']),
  timeZone: z.string(),
  level: z.enum(levels),
  weeklyHours: z.number(),
  startDate: z.string().nullable().describe("YYYY-MM-DD in the person's time zone"),
  interviewDate: z.string().nullable().describe("YYYY-MM-DD in the person's time zone"),
  extraTimePercent: z.number(),
  theme: z.enum(['light', 'dark']).nullable(),
})

/** The signed-in person. */
export type CurrentUser = z.infer<typeof currentUserSchema>

/** The person of a token, when its epoch is still theirs: a changed password or "sign out everywhere" ends the sessions begun before. */
export async function userOfToken(db: Database, token: SessionToken): Promise<CurrentUser | null> {
  const row = await db.user.findFirst({ where: { id: token.sub, epoch: token.epoch } })
  return row && currentUserSchema.parse(row)
}

/** The signed-in person, or null. Asked of the database once a request. */
export const currentUser = cache(async (): Promise<CurrentUser | null> => {
  const token = await readSession()
  return token && userOfToken(await database(), token)
})

/** The signed-in person; anyone else goes to sign in and comes back to `returnTo`, or on a new installation to the first page. */
export async function requireUser(returnTo?: string): Promise<CurrentUser> {
  const user = await currentUser()
  if (user) return user
  if (!(await hasOwner(await database()))) redirect('/welcome')
  redirect(returnTo === undefined ? '/sign-in' : `/sign-in?next=${encodeURIComponent(returnTo)}`)
}

/** A mentor; for everyone else there is no such page. */
export async function requireMentor(returnTo?: string): Promise<CurrentUser> {
  const user = await requireUser(returnTo)
  if (user.role !== 'mentor') notFound()
  return user
}

/** The owner; for everyone else there is no such page. */
export async function requireOwner(returnTo?: string): Promise<CurrentUser> {
  const user = await requireUser(returnTo)
  if (user.role !== 'owner') notFound()
  return user
}
