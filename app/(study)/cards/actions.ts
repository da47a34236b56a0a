'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { requireUser } from '#server/auth/current-user.ts'
import { ownCardInput } from '#server/recall/cards.ts'
import { addOwnCard, importCards, removeOwnCard } from '#server/recall/service.ts'

export type CardState = { readonly error: string | null; readonly done: string | null }

const MOST_BYTES = 1_000_000

/** Adds a card that the person wrote. */
export async function addCardAction(_before: CardState, form: FormData): Promise<CardState> {
  const user = await requireUser('/cards')
  const parsed = ownCardInput.safeParse({ ask: form.get('ask'), answer: form.get('answer') })
  if (!parsed.success) return { error: parsed.error.issues[0]?.message ?? 'Write both sides.', done: null }
  const saved = await addOwnCard(user.id, parsed.data)
  if (!saved.ok) return { error: saved.error.message, done: null }
  revalidatePath('/cards')
  return { error: null, done: 'The card is added. It is asked in the next session.' }
}

/** Reads a text file as Anki exports it. */
export async function importCardsAction(_before: CardState, form: FormData): Promise<CardState> {
  const user = await requireUser('/cards')
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0)
    return { error: 'Choose a text file that Anki or Tenfold exported.', done: null }
  if (file.size > MOST_BYTES) return { error: 'The file is larger than 1 MB. Export fewer cards at once.', done: null }
  const read = await importCards(user.id, await file.text())
  if (!read.ok) return { error: read.error.message, done: null }
  revalidatePath('/cards')
  const problems = read.problems.map(({ line, message }) => `Line ${line} ${message}.`).join(' ')
  const done = `${read.read} read, ${read.added} of them new.`
  return { error: problems === '' ? null : problems, done }
}

const removal = z.strictObject({ id: z.string().min(1).max(100) })

/** Takes a card of one's own away. */
export async function removeCardAction(form: FormData): Promise<void> {
  const user = await requireUser('/cards')
  const parsed = removal.safeParse({ id: form.get('id') })
  if (parsed.success) await removeOwnCard(user.id, parsed.data.id)
  revalidatePath('/cards')
}
