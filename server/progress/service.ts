import 'server-only'
import { getCatalog } from '#catalog/catalog.ts'
import { database } from '../db/client.ts'
import { keepCheckAnswerWith } from './checks.ts'
import { type LessonPatch, lessonProgressWith, saveLessonProgressWith } from './lessons.ts'
import * as progress from './progress.ts'

const deps = async () => ({ db: await database(), now: Date.now })

/** Where a person stands in each lesson that they opened, by slug. */
export const lessonProgress = async (userId: string) => lessonProgressWith(await deps(), userId)

/** Keeps where a person stands in a lesson. */
export const saveLessonProgress = async (userId: string, slug: string, patch: LessonPatch) =>
  saveLessonProgressWith(await deps(), userId, slug, patch)

/** Keeps one answer to a check of a lesson. */
export const keepCheckAnswer = async (userId: string, lesson: string, check: string, right: boolean) =>
  keepCheckAnswerWith(await deps(), userId, lesson, check, right)

/** How a person stands, from what they did. */
export async function progressOf(userId: string): Promise<progress.Progress> {
  const catalog = await getCatalog()
  const all = {
    ...(await deps()),
    cards: async () => catalog.cards(),
    lessons: catalog.lessons(),
    scoring: catalog.scoring(),
    drillTitle: async (slug: string) => catalog.drill(slug)?.title ?? slug,
  }
  return progress.progressOf(all, userId)
}
