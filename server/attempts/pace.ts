import { changedParts } from '#engine/design/compare-submissions.ts'
import { emptySubmission } from '#engine/design/submission.ts'
import { endsAt } from '#engine/interview/clock.ts'
import { type Pacing, pacingOf } from '#engine/interview/pacing.ts'
import type { Attempt } from '#generated/sqlite/client.ts'
import type { Queries } from '../db/client.ts'
import { readPinned } from './deps.ts'
import { readSubmission, replayRevisions } from './history.ts'
import { sittingOf } from './sitting-of.ts'

const MINUTE_MS = 60_000

/** Where the time of a handed-in sitting went, by its phases: what the replay says, without scoring a draft. The caller has checked whose it is. */
export async function paceOf(db: Queries, row: Attempt, pinned: { readonly json: string }): Promise<Pacing> {
  const startedAtMs = row.startedAt.getTime()
  const end = row.handedInAt?.getTime() ?? startedAtMs
  const minutes = Math.max(1, Math.ceil((end - startedAtMs) / MINUTE_MS))
  const last = new Map<number, unknown>()
  for await (const { atMs, document } of replayRevisions(db, row.id, row.headSeq)) {
    const minute = Math.min(minutes - 1, Math.max(0, Math.floor((atMs - startedAtMs) / MINUTE_MS)))
    // The next revision changes the document in place.
    last.set(minute, structuredClone(document))
  }
  let before = emptySubmission
  const stretches = Array.from({ length: minutes }, (_, from) => {
    const document = last.get(from)
    if (document === undefined) return { from, to: from + 1, changed: [] }
    const draft = readSubmission(document)
    const changed = changedParts(before, draft)
    before = draft
    return { from, to: from + 1, changed }
  })
  const planned = ((endsAt(sittingOf(row)) ?? startedAtMs + row.minutes * MINUTE_MS) - startedAtMs) / MINUTE_MS
  return pacingOf(readPinned(pinned.json).drill.phases, stretches, planned)
}
