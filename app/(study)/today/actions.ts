'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { updateProfile } from '#server/auth/accounts.ts'
import { requireUser } from '#server/auth/current-user.ts'
import { authDeps } from '#server/auth/deps.ts'
import { planChangeInput } from '#server/plan/plan.ts'
import { changePlan } from '#server/plan/service.ts'

const input = z.strictObject({
  by: z.enum(['start', 'interview'], 'Choose whether the date is the first day or the interview.'),
  date: z.iso.date('Give a date, such as 2026-03-02.'),
})

export type PlanState = { readonly error: string | null }

/** Sets the dates of the plan: its first day, or the day of the interview from which it is counted back. */
export async function choosePlanAction(_before: PlanState, form: FormData): Promise<PlanState> {
  const user = await requireUser('/today')
  const parsed = input.safeParse({ by: form.get('by'), date: form.get('date') })
  if (!parsed.success) return { error: parsed.error.issues[0]?.message ?? 'That is not a date.' }
  const { by, date } = parsed.data
  const saved = await updateProfile(
    await authDeps(),
    user.id,
    by === 'start' ? { startDate: date, interviewDate: null } : { startDate: null, interviewDate: date },
  )
  if (!saved.ok) return { error: Object.values(saved.errors).join(' ') }
  revalidatePath('/today')
  return { error: null }
}

/** Skips an item of the plan, moves it to a day, or takes either back. */
export async function changePlanAction(_before: PlanState, form: FormData): Promise<PlanState> {
  const user = await requireUser('/today')
  const day = form.get('day')
  const parsed = planChangeInput.safeParse({ change: form.get('change'), key: form.get('key'), ...(day === null ? {} : { day }) })
  if (!parsed.success) return { error: parsed.error.issues[0]?.message ?? 'That cannot be changed.' }
  const changed = await changePlan(user, parsed.data)
  revalidatePath('/today')
  return { error: changed.ok ? null : changed.error.message }
}
