import { z } from 'zod'
import { type AuthDeps, type Refused, refused } from './accounts.ts'

/** What the owner can make of a person. There is one owner, and that does not change here. */
export const givenRoles = ['member', 'mentor'] as const
export const roleInput = z.strictObject({ id: z.string().min(1).max(64), role: z.enum(givenRoles, 'Choose member or mentor.') })

/** Gives a person a role, at the owner's word. A mentor reads what candidates share with them, and nothing else. */
export async function setRole({ db }: Pick<AuthDeps, 'db'>, input: unknown): Promise<{ ok: true } | Refused> {
  const parsed = roleInput.safeParse(input)
  if (!parsed.success) return refused({ role: parsed.error.issues[0]?.message ?? 'Choose member or mentor.' })
  const { id, role } = parsed.data
  const { count } = await db.user.updateMany({ where: { id, role: { in: [...givenRoles] } }, data: { role } })
  return count > 0 ? { ok: true } : refused({ '': 'That is the owner, or there is no such account any more. Reload the page.' })
}
