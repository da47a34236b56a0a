import { z } from 'zod'
import { isUniqueViolation, type Queries } from '../db/client.ts'
import { newId } from '../id.ts'
import { type AuthDeps, hasOwner, type SessionOf, signUpPolicy } from './accounts.ts'
import { emailField } from './fields.ts'

/** What an OpenID provider says about a person. */
const openIdProfile = z.object({
  sub: z.string().min(1).max(255),
  email: emailField.optional(),
  email_verified: z
    .union([z.boolean(), z.literal('true').transform(() => true), z.literal('false').transform(() => false)])
    .optional(),
  name: z.string().optional(),
})

/** Why the provider's answer lets nobody in. The sign-in page gets the code in its address and shows the words. */
export const openIdRefusals = {
  unclear: 'The OpenID provider did not say who you are.',
  'owner-first': 'Create the owner account first, with a password.',
  unverified: 'The OpenID provider has not verified your e-mail address.',
  closed: 'There is no account with your e-mail address, and sign-up is not open. Ask the owner.',
  again: 'Two sign-ins met. Try again.',
} as const
export type OpenIdRefusal = keyof typeof openIdRefusals

const no = (code: OpenIdRefusal) => ({ ok: false as const, code })

/**
 * Whom the provider's answer signs in: the account linked to it, else the account with the same e-mail address when the provider has verified that,
 * else a new one when sign-up is open. The owner's account is always made with a password, on the first page.
 */
export async function admitOpenId(
  deps: AuthDeps,
  issuer: string,
  answer: unknown,
): Promise<SessionOf | { readonly ok: false; readonly code: OpenIdRefusal }> {
  const parsed = openIdProfile.safeParse(answer)
  if (!parsed.success) return no('unclear')
  const { sub: subject, email, email_verified: verified, name } = parsed.data
  const link = await deps.db.openIdLink.findUnique({ where: { issuer_subject: { issuer, subject } }, include: { user: true } })
  if (link) return { ok: true, userId: link.userId, epoch: link.user.epoch }
  if (!(await hasOwner(deps.db))) return no('owner-first')
  if (email === undefined || verified !== true) return no('unverified')
  try {
    return await deps.db.$transaction(async tx => {
      const known = await tx.user.findUnique({ where: { email }, select: { id: true, epoch: true } })
      if (!known && (await signUpPolicy(tx)) !== 'open') return no('closed')
      const user = known ?? (await newMember(tx, { email, name: name ?? email, nowMs: deps.now() }))
      await tx.openIdLink.create({ data: { issuer, subject, userId: user.id, createdAt: new Date(deps.now()) } })
      return { ok: true as const, userId: user.id, epoch: user.epoch }
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return no('again')
  }
}

async function newMember(db: Queries, { email, name, nowMs }: { email: string; name: string; nowMs: number }) {
  const shown =
    name
      .replace(/[\p{Cc}\p{Cs}]/gu, '')
      .trim()
      .slice(0, 200) || email
  return db.user.create({
    data: { id: newId(), email, name: shown, role: 'member', timeZone: 'UTC', createdAt: new Date(nowMs) },
    select: { id: true, epoch: true },
  })
}
