import type { Prisma } from '#generated/sqlite/client.ts'
import type { Queries } from '../db/client.ts'
import { type AuthDeps, OWNER, POLICY, type Refused, refused, wrongPassword } from './accounts.ts'

export type Removed = { readonly ok: true }

/** Whether a person has a password here, or only signs in through the OpenID provider. */
export async function hasPassword(db: Queries, userId: string): Promise<boolean> {
  return (await db.user.count({ where: { id: userId, passwordHash: { not: null } } })) > 0
}

/**
 * Deletes a person's account and, with it, everything of theirs: attempts with all their revisions and scores, lessons, invitations. Whoever has no
 * password confirms with the e-mail address. The owner goes last: then this Tenfold is new again, and its next visitor becomes the owner.
 */
export async function deleteAccount(
  deps: AuthDeps,
  userId: string,
  given: { password: string; email: string; confirmed: boolean; address: string },
): Promise<Removed | Refused> {
  if (!given.confirmed) return refused({ confirmed: 'Tick the box if you want your account and everything in it deleted.' })
  const user = await deps.db.user.findUnique({ where: { id: userId }, select: { email: true, passwordHash: true } })
  if (!user) return { ok: true }
  if (user.passwordHash === null) {
    if (given.email.trim().toLowerCase() !== user.email)
      return refused({ email: 'That is not the e-mail address of your account.' })
  } else {
    const problem = await wrongPassword(deps, user.email, given)
    if (problem) return refused({ password: problem })
  }
  return deps.db.$transaction(async tx => {
    if ((await tx.user.count({ where: { id: userId, role: 'owner' } })) > 0) {
      const others = await tx.user.count({ where: { id: { not: userId } } })
      if (others > 0) return refused({ '': ownerGoesLast(others) })
      await tx.setting.deleteMany({ where: { key: { in: [OWNER, POLICY] } } })
    }
    await removePerson(tx, { id: userId })
    return { ok: true as const }
  })
}

/** Deletes a person, whose rows go with the person, and the drills that nobody else's attempts are pinned to: some came in a file. Answers how many people. */
async function removePerson(tx: Queries, where: Prisma.UserWhereInput & { readonly id: string }): Promise<number> {
  const attempts = { some: { user: where } }
  const pinned = await tx.pinnedDrill.findMany({ where: { attempts }, select: { hash: true } })
  const scored = await tx.score.findMany({
    where: { attempt: { user: where } },
    select: { content: true },
    distinct: ['content'],
  })
  const { count } = await tx.user.deleteMany({ where })
  const hashes = new Set([...pinned.map(({ hash }) => hash), ...scored.map(({ content }) => content)])
  for (const hash of count > 0 ? hashes : [])
    if ((await tx.score.count({ where: { content: hash } })) === 0)
      await tx.pinnedDrill.deleteMany({ where: { hash, attempts: { none: {} } } })
  return count
}

const ownerGoesLast = (others: number) =>
  `You own this Tenfold and ${others === 1 ? 'another person has an account' : `${others} other people have accounts`} in it, which nobody could look after then. Remove ${others === 1 ? 'that account' : 'those accounts'} under People first.`

/** Removes a member's account and everything in it, at the owner's word. Removing one who is gone already is no error; the owner is never removed. */
export async function removeMember({ db }: Pick<AuthDeps, 'db'>, memberId: string): Promise<Removed | Refused> {
  const count = await db.$transaction(tx => removePerson(tx, { id: memberId, role: { not: 'owner' } }))
  if (count > 0 || (await db.user.count({ where: { id: memberId } })) === 0) return { ok: true }
  return refused({ '': 'The owner of this Tenfold cannot be removed here. An owner deletes the own account under Settings.' })
}
