import { type Landing, landedCurveballs } from '#engine/interview/curveballs.ts'
import type { Attempt } from '#generated/sqlite/client.ts'
import type { Queries } from '../db/client.ts'
import { type AttemptDeps, readPinned } from './deps.ts'
import { attemptNotFound, type Refusal } from './refusal.ts'
import { sittingOf } from './sitting-of.ts'

/** What has landed in a sitting, by the server's clock and its pinned drill; nothing lands once it is handed in. */
export const landedIn = (row: Attempt, pinned: { readonly json: string }, nowMs: number): readonly Landing[] =>
  landedCurveballs(readPinned(pinned.json).drill.curveballs, sittingOf(row), row.handedInAt?.getTime() ?? nowMs)

/** The curveballs that this person's sitting has had so far. */
export async function curveballsOf(
  deps: AttemptDeps,
  userId: string,
  attemptId: string,
): Promise<{ readonly ok: true; readonly curveballs: readonly Landing[] } | Refusal> {
  const row = await deps.db.attempt.findFirst({ where: { id: attemptId, userId }, include: { pinned: true } })
  if (!row) return attemptNotFound
  return { ok: true, curveballs: landedIn(row, row.pinned, deps.now()) }
}

/** The newest revision when each of these landed: its number, or 0 when nothing had been saved. */
export async function revisionsAt(
  db: Queries,
  attemptId: string,
  landings: readonly Landing[],
): Promise<readonly (Landing & { readonly seq: number })[]> {
  const found = []
  for (const landing of landings) {
    const revision = await db.revision.findFirst({
      where: { attemptId, at: { lte: new Date(landing.atMs) } },
      orderBy: { seq: 'desc' },
      select: { seq: true },
    })
    found.push({ ...landing, seq: revision?.seq ?? 0 })
  }
  return found
}
