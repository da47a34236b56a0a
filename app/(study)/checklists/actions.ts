'use server'

import { revalidatePath } from 'next/cache'
import { requireUser } from '#server/auth/current-user.ts'
import { tickInput } from '#server/checklists/checklists.ts'
import { tickItem } from '#server/checklists/service.ts'

export type TickState = { readonly error: string | null }

/** Ticks an item of a checklist, or takes that back. */
export async function tickAction(_before: TickState, form: FormData): Promise<TickState> {
  const user = await requireUser('/reference')
  const parsed = tickInput.safeParse({
    list: form.get('list'),
    item: form.get('item'),
    attempt: form.get('attempt'),
    ticked: form.get('ticked') === 'yes',
  })
  if (!parsed.success) return { error: parsed.error.issues[0]?.message ?? 'That cannot be ticked. Load the page again.' }
  const ticked = await tickItem(user.id, parsed.data)
  if (!ticked.ok) return { error: ticked.error.message }
  revalidatePath(`/checklists/${parsed.data.list}`)
  return { error: null }
}
