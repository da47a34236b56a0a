'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { startAttempt } from '#server/attempts/service.ts'
import { startInput } from '#server/attempts/start-attempt.ts'
import { requireUser } from '#server/auth/current-user.ts'

const input = startInput.pick({ drillSlug: true, mode: true })

export type StartState = { readonly error: string | null }

/** Starts a sitting, or goes back to the one that is open, and opens the workspace. */
export async function startAction(_before: StartState, form: FormData): Promise<StartState> {
  const user = await requireUser('/drills')
  const parsed = input.safeParse({ drillSlug: form.get('drill'), mode: form.get('mode') })
  if (!parsed.success) return { error: z.prettifyError(parsed.error) }
  const started = await startAttempt(user.id, { ...parsed.data, level: user.level })
  if (!started.ok) return { error: started.error.message }
  redirect(`/sit/${started.attemptId}`)
}
