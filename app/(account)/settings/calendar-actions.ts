'use server'

import { headers } from 'next/headers'
import { z } from 'zod'
import { requireUser } from '#server/auth/current-user.ts'
import { env } from '#server/env.ts'
import { makeCalendarFeed, revokeCalendarFeed } from '#server/plan/service.ts'

export type CalendarState = { readonly address: string | null; readonly has: boolean; readonly error: string | null }

const input = z.enum(['make', 'revoke'])

/** Makes a secret address for the calendar, or takes it back. */
export async function calendarAction(before: CalendarState, form: FormData): Promise<CalendarState> {
  const user = await requireUser('/settings')
  const parsed = input.safeParse(form.get('do'))
  if (!parsed.success) return { ...before, error: 'That cannot be done. Reload the page and try again.' }
  if (parsed.data === 'revoke') {
    await revokeCalendarFeed(user.id)
    return { address: null, has: false, error: null }
  }
  const token = await makeCalendarFeed(user.id)
  const base = env().AUTH_URL ?? `http://${(await headers()).get('host') ?? ''}`
  return { address: `${base.replace(/\/+$/, '')}/api/calendar/${token}.ics`, has: true, error: null }
}
