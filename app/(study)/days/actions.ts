'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { DayActionState } from '#components/day/action-button.tsx'
import { requireUser } from '#server/auth/current-user.ts'
import { dayInput, placeInput } from '#server/days/days.ts'
import { abandonDay, createDay, deleteDay, startMock } from '#server/days/service.ts'

const day = z.string().min(1).max(100)
const which = z.strictObject({ day, place: z.coerce.number().pipe(placeInput) })
const unreadable = { error: 'That is no interview day. Reload the page.' }

/** Plans a day and opens its timetable. */
export async function createDayAction(_before: DayActionState, form: FormData): Promise<DayActionState> {
  const user = await requireUser('/days')
  const breakMinutes = form.get('breakMinutes')
  const parsed = dayInput.safeParse({
    level: form.get('level'),
    drills: form.getAll('drill').filter(slug => slug !== ''),
    breakMinutes: breakMinutes === '' || breakMinutes === null ? undefined : Number(breakMinutes),
    date: form.get('date'),
    time: form.get('time'),
  })
  if (!parsed.success) return { error: parsed.error.issues[0]?.message ?? 'That is no interview day.' }
  const created = await createDay(user.id, parsed.data)
  if (!created.ok) return { error: created.error.message }
  redirect(`/days/${created.id}`)
}

/** Starts the mock whose turn it is and opens the workspace. */
export async function startMockAction(_before: DayActionState, form: FormData): Promise<DayActionState> {
  const user = await requireUser('/days')
  const parsed = which.safeParse({ day: form.get('day'), place: form.get('place') })
  if (!parsed.success) return unreadable
  const started = await startMock(user.id, parsed.data.day, parsed.data.place)
  if (started.ok) redirect(`/sit/${started.attemptId}`)
  const { message, attemptId } = started.error
  return { error: message, attemptId: typeof attemptId === 'string' ? attemptId : undefined }
}

/** Gives the rest of a day up. */
export async function abandonDayAction(_before: DayActionState, form: FormData): Promise<DayActionState> {
  const user = await requireUser('/days')
  const parsed = day.safeParse(form.get('day'))
  if (!parsed.success) return unreadable
  const done = await abandonDay(user.id, parsed.data)
  if (!done.ok) return { error: done.error.message }
  revalidatePath(`/days/${parsed.data}`)
  return { error: null }
}

/** Deletes a day and goes back to the others. */
export async function deleteDayAction(_before: DayActionState, form: FormData): Promise<DayActionState> {
  const user = await requireUser('/days')
  const parsed = day.safeParse(form.get('day'))
  if (!parsed.success) return unreadable
  const done = await deleteDay(user.id, parsed.data)
  if (!done.ok) return { error: done.error.message }
  redirect('/days')
}
