import type { Database } from '../db/client.ts'
import { newId } from '../id.ts'

type CheckDeps = { readonly db: Database; readonly now: () => number }

/** A person and a check: more answers than this say nothing new. */
const MOST = 50

/** Keeps one answer to a check of a lesson. The caller has looked that the check exists. */
export async function keepCheckAnswerWith(
  { db, now }: CheckDeps,
  userId: string,
  lesson: string,
  check: string,
  right: boolean,
): Promise<void> {
  if ((await db.checkAnswer.count({ where: { userId, lesson, check } })) >= MOST) return
  await db.checkAnswer.create({ data: { id: newId(), userId, lesson, check, at: new Date(now()), right } })
}

export type CheckStanding = { readonly lesson: string; readonly check: string; readonly right: boolean; readonly atMs: number }

/** The newest answer to each check that a person has answered. */
export async function checkStandingWith({ db }: CheckDeps, userId: string): Promise<readonly CheckStanding[]> {
  const rows = await db.checkAnswer.findMany({ where: { userId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
  const newest = new Map(
    rows.map(({ lesson, check, right, at }) => [`${lesson}/${check}`, { lesson, check, right, atMs: at.getTime() }]),
  )
  return [...newest.values()]
}
