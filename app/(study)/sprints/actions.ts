'use server'

import { redirect } from 'next/navigation'
import { requireUser } from '#server/auth/current-user.ts'
import { startSprint } from '#server/sprints/service.ts'

export type StartState = { readonly error: string | null }

/** Starts a sprint and opens it. */
export async function startSprintAction(): Promise<StartState> {
  const user = await requireUser('/sprints')
  const started = await startSprint(user.id)
  if (!started.ok) return { error: started.error.message }
  redirect(`/sprints/${started.id}`)
}
