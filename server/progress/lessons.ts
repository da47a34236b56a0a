import { z } from 'zod'
import type { Database } from '../db/client.ts'

type ProgressDeps = { readonly db: Database; readonly now: () => number }

export type LessonState = { readonly doneAtMs: number | null; readonly position: number; readonly updatedAtMs: number }

export const lessonPatch = z.strictObject({
  done: z.boolean().optional().describe('Marked as done, or no longer'),
  position: z.number().min(0).max(1).optional().describe('The fraction read'),
})
export type LessonPatch = z.infer<typeof lessonPatch>

const stateOf = (row: { doneAt: Date | null; position: number; updatedAt: Date }): LessonState => ({
  doneAtMs: row.doneAt?.getTime() ?? null,
  position: row.position,
  updatedAtMs: row.updatedAt.getTime(),
})

/** Where a person stands in each lesson that they opened, by slug. */
export async function lessonProgressWith({ db }: ProgressDeps, userId: string): Promise<Record<string, LessonState>> {
  const rows = await db.lessonProgress.findMany({ where: { userId }, orderBy: { slug: 'asc' } })
  return Object.fromEntries(rows.map(row => [row.slug, stateOf(row)]))
}

/** Keeps where a person stands. Done keeps its first time; what is left out stays. */
export async function saveLessonProgressWith(
  { db, now }: ProgressDeps,
  userId: string,
  slug: string,
  patch: LessonPatch,
): Promise<LessonState> {
  const at = new Date(now())
  const key = { userId_slug: { userId, slug } }
  const known = await db.lessonProgress.findUnique({ where: key })
  const doneAt = patch.done === undefined ? (known?.doneAt ?? null) : patch.done ? (known?.doneAt ?? at) : null
  const values = { doneAt, position: patch.position ?? known?.position ?? 0, updatedAt: at }
  return stateOf(await db.lessonProgress.upsert({ where: key, create: { userId, slug, ...values }, update: values }))
}
