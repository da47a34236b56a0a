import { z } from 'zod'
import { type Database, isUniqueViolation, type Queries } from '../db/client.ts'
import type { Env } from '../env.ts'
import { newId } from '../id.ts'
import { hashToken, newToken } from '../token.ts'
import { type FieldErrors, fieldErrors, type NewAccount, newAccount, profilePatch } from './fields.ts'
import { forgetOwnerCode, isOwnerCode, needsOwnerCode } from './owner-code.ts'
import { hashPassword, newPassword, verifyPassword } from './password.ts'
import { countTry, forgiveTries, inMinutes, limits } from './rate-limit.ts'

/** What accounts need from outside. */
export type AuthDeps = {
  readonly db: Database
  readonly now: () => number
  readonly secret: string
  readonly settings: Pick<Env, 'HOST' | 'DATA_DIR' | 'AUTH_URL'>
}

/** Whom a session is for. */
export type SessionOf = { readonly ok: true; readonly userId: string; readonly epoch: number }
export type Refused = { readonly ok: false; readonly errors: FieldErrors }

export const refused = (errors: FieldErrors): Refused => ({ ok: false, errors })

/** Keys of the installation's settings. */
export const OWNER = 'owner'
export const POLICY = 'sign-up'
export const signUpPolicies = ['open', 'invitation', 'closed'] as const
export type SignUpPolicy = (typeof signUpPolicies)[number]
const policySchema = z.enum(signUpPolicies).catch('invitation')
const INVITATION_MS = 14 * 24 * 3_600_000

/** Whether somebody owns this installation; before that, the first visitor may. */
export const hasOwner = async (db: Queries) => (await db.setting.findUnique({ where: { key: OWNER } })) !== null

/** Who may sign up: by invitation until the owner says otherwise. */
export async function signUpPolicy(db: Queries): Promise<SignUpPolicy> {
  return policySchema.parse((await db.setting.findUnique({ where: { key: POLICY } }))?.value)
}

/**
 * The first visitor becomes the owner. Of two who race, the key of one setting lets one in. When others can reach the server, it takes the code that
 * was printed at its start.
 */
export async function createOwner(
  deps: AuthDeps,
  input: unknown,
  visitor: { code: string; address: string },
): Promise<SessionOf | Refused> {
  const parsed = newAccount.safeParse(input)
  if (!parsed.success) return refused(fieldErrors(parsed.error))
  if (await hasOwner(deps.db))
    return refused({ '': 'This Tenfold has an owner already. Sign in, or ask them for an invitation.' })
  if (needsOwnerCode(deps.settings)) {
    const waitMs = await countTry(deps, limits.ownerCode, 'everyone')
    if (waitMs > 0) return refused({ code: `Too many wrong codes. Try again ${inMinutes(waitMs)}.` })
    if (!isOwnerCode(deps.settings, visitor.code))
      return refused({
        code: 'That is not the code. It was printed where the server was started, and is in the file owner-code of its data folder.',
      })
  }
  const user = await userRow(deps, parsed.data, 'owner')
  try {
    await deps.db.$transaction([
      deps.db.setting.create({ data: { key: OWNER, value: user.id } }),
      deps.db.user.create({ data: user, select: { id: true } }),
    ])
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return refused({ '': 'Somebody else became the owner a moment ago. Ask them for an invitation.' })
  }
  forgetOwnerCode(deps.settings)
  return { ok: true, userId: user.id, epoch: 1 }
}

/** A new member, as far as the owner's policy lets one in. An invitation is used up by the account that it made, and only by that. */
export async function signUp(
  deps: AuthDeps,
  input: unknown,
  visitor: { invitation: string; address: string },
): Promise<SessionOf | Refused> {
  const parsed = newAccount.safeParse(input)
  if (!parsed.success) return refused(fieldErrors(parsed.error))
  const waitMs = await countTry(deps, limits.signUpByAddress, visitor.address)
  if (waitMs > 0) return refused({ '': `Too many new accounts from your network. Try again ${inMinutes(waitMs)}.` })
  const user = await userRow(deps, parsed.data, 'member')
  try {
    return await deps.db.$transaction(async tx => {
      const policy = await signUpPolicy(tx)
      if (policy === 'closed') return refused({ '': 'Sign-up is closed. Ask the owner of this Tenfold.' })
      if (policy === 'invitation' && !(await spendInvitation(tx, visitor.invitation, deps.now())))
        return refused({
          '': 'Sign-up is by invitation, and this one was used, has run out, or is not whole. Ask the owner for a new link.',
        })
      await tx.user.create({ data: user, select: { id: true } })
      return { ok: true as const, userId: user.id, epoch: 1 }
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return refused({ email: 'There is an account with this e-mail address. Sign in instead.' })
  }
}

async function userRow(deps: AuthDeps, { name, email, password, timeZone }: NewAccount, role: 'owner' | 'member') {
  return { id: newId(), email, name, passwordHash: await hashPassword(password), role, timeZone, createdAt: new Date(deps.now()) }
}

const wrong = 'The e-mail address or the password is wrong.'

/** Signs in with a password. After too many wrong ones, for the address or from the network, even the right one has to wait. */
export async function signInWithPassword(
  deps: AuthDeps,
  given: { email: string; password: string; address: string },
): Promise<SessionOf | Refused> {
  const email = given.email.trim().toLowerCase().slice(0, 254)
  const waitMs =
    (await countTry(deps, limits.signInByAddress, given.address)) || (await countTry(deps, limits.signInByEmail, email))
  if (waitMs > 0) return refused({ '': `Too many tries. Try again ${inMinutes(waitMs)}.` })
  const user = await deps.db.user.findUnique({ where: { email }, select: { id: true, epoch: true, passwordHash: true } })
  if (!(await verifyPassword(user?.passwordHash, given.password.slice(0, 1000))) || !user) return refused({ '': wrong })
  await forgiveTries(deps, limits.signInByEmail, email)
  return { ok: true, userId: user.id, epoch: user.epoch }
}

/** Changes the password and ends every other session. The answer's epoch is for a new session of this browser. */
export async function changePassword(
  deps: AuthDeps,
  userId: string,
  given: { current: string; next: string; address: string },
): Promise<SessionOf | Refused> {
  const parsed = newPassword.safeParse(given.next)
  if (!parsed.success) return refused({ next: parsed.error.issues[0]?.message ?? 'Choose another password.' })
  const user = await deps.db.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } })
  const problem = await wrongPassword(deps, user.email, { password: given.current, address: given.address })
  return problem ? refused({ current: problem }) : setPassword(deps, userId, parsed.data)
}

/** What to tell somebody who is signed in when the password that they confirm something with is not theirs; limited as signing in is. */
export async function wrongPassword(
  deps: AuthDeps,
  email: string,
  { password, address }: { password: string; address: string },
): Promise<string | undefined> {
  const known = await signInWithPassword(deps, { email, password, address })
  if (known.ok) return undefined
  return known.errors[''] === wrong ? 'That is not your password.' : (known.errors[''] ?? wrong)
}

/** Sets a password and ends every session. The caller has made sure that it may (the CLI on the server does this for a forgotten one). */
export async function setPassword({ db }: Pick<AuthDeps, 'db'>, userId: string, password: string): Promise<SessionOf> {
  const passwordHash = await hashPassword(password)
  const { epoch } = await db.user.update({
    where: { id: userId },
    data: { passwordHash, epoch: { increment: 1 } },
    select: { epoch: true },
  })
  return { ok: true, userId, epoch }
}

/** Ends every session of a person. The answer's epoch is for a new session of this browser. */
export async function signOutEverywhere({ db }: Pick<AuthDeps, 'db'>, userId: string): Promise<SessionOf> {
  const { epoch } = await db.user.update({ where: { id: userId }, data: { epoch: { increment: 1 } }, select: { epoch: true } })
  return { ok: true, userId, epoch }
}

/** Changes what a person says about themselves; fields that are left out stay. */
export async function updateProfile(
  { db }: Pick<AuthDeps, 'db'>,
  userId: string,
  patch: unknown,
): Promise<{ ok: true } | Refused> {
  const parsed = profilePatch.safeParse(patch)
  if (!parsed.success) return refused(fieldErrors(parsed.error))
  const { name, timeZone, level, weeklyHours, startDate, interviewDate, extraTimePercent, theme } = parsed.data
  const given = { name, timeZone, level, weeklyHours, startDate, interviewDate, extraTimePercent, theme }
  const data = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  await db.user.update({ where: { id: userId }, data, select: { id: true } })
  return { ok: true }
}

/** The owner's choice of who may sign up. */
export async function setSignUpPolicy({ db }: Pick<AuthDeps, 'db'>, policy: SignUpPolicy): Promise<void> {
  await db.setting.upsert({ where: { key: POLICY }, create: { key: POLICY, value: policy }, update: { value: policy } })
}

/** Makes an invitation. The token is answered once and kept nowhere: only its hash is. */
export async function invite(
  deps: AuthDeps,
  ownerId: string,
  note: string,
): Promise<{ id: string; token: string; expiresAtMs: number }> {
  const token = newToken(24)
  const id = newId()
  const expiresAtMs = deps.now() + INVITATION_MS
  await deps.db.invitation.create({
    data: {
      id,
      tokenHash: hashToken(token),
      note: note
        .replace(/\p{Cc}/gu, ' ')
        .trim()
        .slice(0, 200),
      createdBy: ownerId,
      createdAt: new Date(deps.now()),
      expiresAt: new Date(expiresAtMs),
    },
  })
  return { id, token, expiresAtMs }
}

/** Takes an invitation back; one that was used stays on the list. */
export async function revokeInvitation({ db }: Pick<AuthDeps, 'db'>, id: string): Promise<void> {
  await db.invitation.deleteMany({ where: { id, usedAt: null } })
}

/** Whether a token would let somebody in now. */
export async function isInvitation(deps: Pick<AuthDeps, 'db' | 'now'>, token: string): Promise<boolean> {
  const found = await deps.db.invitation.findUnique({ where: { tokenHash: hashToken(token) } })
  return found !== null && found.usedAt === null && found.expiresAt.getTime() > deps.now()
}

async function spendInvitation(db: Queries, token: string, nowMs: number): Promise<boolean> {
  const now = new Date(nowMs)
  const used = await db.invitation.updateMany({
    where: { tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  })
  return used.count === 1
}

export type PersonRow = { id: string; name: string; email: string; role: string; createdAtMs: number; attempts: number }
export type InvitationRow = {
  id: string
  note: string
  createdAtMs: number
  expiresAtMs: number
  state: 'open' | 'used' | 'expired'
}

/** What the owner's page shows. */
export async function listPeople(
  deps: Pick<AuthDeps, 'db' | 'now'>,
): Promise<{ people: PersonRow[]; invitations: InvitationRow[]; policy: SignUpPolicy }> {
  const users = await deps.db.user.findMany({
    orderBy: { createdAt: 'asc' },
    select: { id: true, name: true, email: true, role: true, createdAt: true, _count: { select: { attempts: true } } },
  })
  const invitations = await deps.db.invitation.findMany({ orderBy: { createdAt: 'desc' }, take: 100 })
  return {
    policy: await signUpPolicy(deps.db),
    people: users.map(({ createdAt, _count, ...user }) => ({
      ...user,
      createdAtMs: createdAt.getTime(),
      attempts: _count.attempts,
    })),
    invitations: invitations.map(({ id, note, createdAt, expiresAt, usedAt }) => ({
      id,
      note,
      createdAtMs: createdAt.getTime(),
      expiresAtMs: expiresAt.getTime(),
      state: usedAt ? 'used' : expiresAt.getTime() > deps.now() ? 'open' : 'expired',
    })),
  }
}
