import type { Level } from '#engine/drill/drill.ts'
import { bestEdits, type Proposal } from '#engine/rubric/coach/best-edits.ts'
import { type Ledger, ledgerOf } from '#engine/rubric/coach/ledger.ts'
import { readReport } from '#engine/rubric/score-report.ts'
import { seedOfSubmission } from '#engine/rubric/seed.ts'
import { type AttemptDeps, readPinned } from './deps.ts'
import { whatWasHandedIn } from './hand-in.ts'

export type Coaching = { readonly proposal: Proposal; readonly ledger: Ledger }

/**
 * What the coach says of a handed-in attempt, for its level: computed anew from its pinned drill, some tenths of a second. Null when this
 * person has no such attempt, or when it has no score of this engine yet.
 */
export async function coachingOf(deps: AttemptDeps, userId: string, attemptId: string, level: Level): Promise<Coaching | null> {
  const row = await deps.db.attempt.findFirst({
    where: { id: attemptId, userId, handedInAt: { not: null } },
    include: { pinned: true, scores: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 } },
  })
  const score = row?.scores[0]
  if (!row || !score) return null
  const drill =
    score.content === row.pinnedHash ? row.pinned : await deps.db.pinnedDrill.findUnique({ where: { hash: score.content } })
  const report = readReport(JSON.parse(score.report))
  if (!drill || !report) return null
  const compiled = readPinned(drill.json)
  const input = await whatWasHandedIn(deps.db, row, row.pinned, deps.now())
  const seed = seedOfSubmission(input.submission)
  return {
    proposal: bestEdits(compiled, input, report, { seed, level }),
    ledger: ledgerOf(compiled, input, report, { seed }),
  }
}
