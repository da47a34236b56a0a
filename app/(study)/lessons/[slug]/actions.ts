'use server'

import { revalidatePath } from 'next/cache'
import { notFound } from 'next/navigation'
import { getCatalog } from '#catalog/catalog.ts'
import { requireUser } from '#server/auth/current-user.ts'
import { saveLessonProgress } from '#server/progress/service.ts'

/** Marks a lesson as done, or takes the mark away. Works without JavaScript: it is a plain form. */
export async function markLesson(form: FormData): Promise<void> {
  const slug = String(form.get('slug') ?? '')
  const user = await requireUser(`/lessons/${slug}`)
  const catalog = await getCatalog()
  if (!catalog.lesson(slug)) notFound()
  await saveLessonProgress(user.id, slug, { done: form.get('done') === 'yes' })
  revalidatePath('/lessons', 'layout')
}
