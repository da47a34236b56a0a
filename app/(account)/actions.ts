'use server'

import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import {
  changePassword,
  createOwner,
  invite,
  revokeInvitation,
  setSignUpPolicy,
  signInWithPassword,
  signOutEverywhere,
  signUp,
  signUpPolicies,
  updateProfile,
} from '#server/auth/accounts.ts'
import { requireOwner, requireUser } from '#server/auth/current-user.ts'
import { authDeps } from '#server/auth/deps.ts'
import { deleteAccount, removeMember } from '#server/auth/remove-account.ts'
import { setRole } from '#server/auth/roles.ts'
import { beginSession, endSession, visitorAddress } from '#server/auth/session.ts'
import { databaseFault } from '#server/db/fault.ts'
import { env } from '#server/env.ts'
import { isSameOrigin } from '#server/http/origin.ts'
import { log } from '#server/log.ts'
import { type FormState, safeNext, shownAgain, textsOf } from './form-state.ts'

/** Runs a form's action: refuses a form of another site, and tells trouble of the database in words. What was typed comes back. */
async function onForm(form: FormData, run: (texts: Record<string, string>) => Promise<Partial<FormState>>): Promise<FormState> {
  const texts = textsOf(form)
  const values = shownAgain(texts)
  if (!isSameOrigin(await headers(), env())) {
    return {
      errors: { '': 'This form did not come from a page of this Tenfold. If its address is right, set AUTH_URL to it.' },
      values,
    }
  }
  try {
    return { errors: {}, values, ...(await run(texts)) }
  } catch (error) {
    const fault = databaseFault(error)
    if (!fault) throw error
    log.error({ fault: fault.code }, 'a form failed')
    return { errors: { '': fault.message }, values }
  }
}

const account = z.object({ name: z.string(), email: z.string(), password: z.string(), timeZone: z.string() })

/** The first visitor's form. */
export async function createOwnerAction(_state: FormState, form: FormData): Promise<FormState> {
  const state = await onForm(form, async texts => {
    const visitor = { code: texts.code ?? '', address: await visitorAddress() }
    const answer = await createOwner(await authDeps(), account.safeParse(texts).data, visitor)
    if (!answer.ok) return answer
    await beginSession(answer)
    return { done: '/today' }
  })
  if (state.done) redirect(state.done)
  return state
}

/** A new member's form. */
export async function signUpAction(_state: FormState, form: FormData): Promise<FormState> {
  const state = await onForm(form, async texts => {
    const visitor = { invitation: texts.invitation ?? '', address: await visitorAddress() }
    const answer = await signUp(await authDeps(), account.safeParse(texts).data, visitor)
    if (!answer.ok) return answer
    await beginSession(answer)
    return { done: '/today' }
  })
  if (state.done) redirect(state.done)
  return state
}

/** The sign-in form. */
export async function signInAction(_state: FormState, form: FormData): Promise<FormState> {
  const state = await onForm(form, async ({ email = '', password = '', next }) => {
    const answer = await signInWithPassword(await authDeps(), { email, password, address: await visitorAddress() })
    if (!answer.ok) return answer
    await beginSession(answer)
    return { done: safeNext(next) }
  })
  if (state.done) redirect(state.done)
  return state
}

/** Signs this browser out. */
export async function signOutAction(): Promise<void> {
  await endSession()
  redirect('/sign-in')
}

/** Signs out everywhere but here. */
export async function signOutEverywhereAction(_state: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser('/settings')
  return onForm(form, async () => {
    await beginSession(await signOutEverywhere(await authDeps(), user.id))
    return { done: 'Every other browser is signed out.' }
  })
}

/** The settings about oneself. */
export async function updateProfileAction(_state: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser('/settings')
  const state = await onForm(form, async texts => {
    const answer = await updateProfile(await authDeps(), user.id, texts)
    return answer.ok ? { done: 'Saved.' } : answer
  })
  if (state.done) revalidatePath('/', 'layout')
  return state
}

/** A new password; every other session ends. */
export async function changePasswordAction(_state: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser('/settings')
  return onForm(form, async ({ current = '', next = '' }) => {
    const answer = await changePassword(await authDeps(), user.id, { current, next, address: await visitorAddress() })
    if (!answer.ok) return answer
    await beginSession(answer)
    return { done: 'The password is changed. Every other browser is signed out.' }
  })
}

/** Deletes the account of whoever asks, with everything in it, and signs them out. */
export async function deleteAccountAction(_state: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser('/settings')
  const state = await onForm(form, async ({ password = '', email = '', confirmed }) => {
    const given = { password, email, confirmed: confirmed === 'yes', address: await visitorAddress() }
    const answer = await deleteAccount(await authDeps(), user.id, given)
    if (!answer.ok) return answer
    await endSession()
    log.info({ role: user.role }, 'an account was deleted')
    return { done: '/sign-in?deleted=1' }
  })
  if (state.done) redirect(state.done)
  return state
}

const policyForm = z.object({ policy: z.enum(signUpPolicies, 'Choose who may sign up.') })

/** The owner's choice of who may sign up. */
export async function setPolicyAction(_state: FormState, form: FormData): Promise<FormState> {
  await requireOwner('/people')
  const state = await onForm(form, async texts => {
    const parsed = policyForm.safeParse(texts)
    if (!parsed.success) return { errors: { policy: 'Choose who may sign up.' } }
    await setSignUpPolicy(await authDeps(), parsed.data.policy)
    return { done: 'Saved.' }
  })
  if (state.done) revalidatePath('/people')
  return state
}

/** Makes an invitation; its link is in the answer and nowhere else. */
export async function inviteAction(_state: FormState, form: FormData): Promise<FormState> {
  const owner = await requireOwner('/people')
  const state = await onForm(form, async ({ note = '' }) => {
    if (note.trim() === '') return { errors: { note: 'Write whom it is for, so that you can tell the invitations apart.' } }
    const { token } = await invite(await authDeps(), owner.id, note)
    const origin = env().AUTH_URL ?? (await headers()).get('origin') ?? ''
    return { done: 'The invitation is ready.', link: `${origin.replace(/\/$/, '')}/sign-up?invitation=${token}`, values: {} }
  })
  if (state.done) revalidatePath('/people')
  return state
}

/** Takes an invitation back. */
export async function revokeInvitationAction(_state: FormState, form: FormData): Promise<FormState> {
  await requireOwner('/people')
  const state = await onForm(form, async ({ id = '' }) => {
    await revokeInvitation(await authDeps(), id)
    return { done: 'The invitation is taken back.' }
  })
  if (state.done) revalidatePath('/people')
  return state
}

/** Makes a person a mentor, or a member again. */
export async function setRoleAction(_state: FormState, form: FormData): Promise<FormState> {
  await requireOwner('/people')
  const state = await onForm(form, async ({ id, role }) => {
    const answer = await setRole(await authDeps(), { id, role })
    return answer.ok ? { done: 'Saved.' } : answer
  })
  if (state.done) revalidatePath('/people')
  return state
}

/** Removes a member with everything of theirs. */
export async function removeMemberAction(_state: FormState, form: FormData): Promise<FormState> {
  await requireOwner('/people')
  const state = await onForm(form, async ({ id = '' }) => {
    const answer = await removeMember(await authDeps(), id)
    return answer.ok ? { done: 'The account is removed.' } : answer
  })
  if (state.done) revalidatePath('/people')
  return state
}
