import type { Submission } from '#engine/design/submission.ts'
import type { Queries } from '../db/client.ts'
import { type Refusal, refuse } from './refusal.ts'

/** The refusal of a save or a hand-in that was made on an older revision; it carries the newest one, so that neither side is lost. */
export async function staleRevision(
  db: Queries,
  attempt: { id: string; headId: string | null; headSeq: number },
  submission: Submission,
): Promise<Refusal> {
  const head =
    attempt.headId === null
      ? null
      : await db.revision.findUnique({
          where: { attemptId_id: { attemptId: attempt.id, id: attempt.headId } },
          select: { at: true },
        })
  return refuse(
    409,
    'stale-revision',
    'This attempt was saved from another tab or browser since. Choose which version to go on with; both are kept.',
    { head: { id: attempt.headId, seq: attempt.headSeq, savedAtMs: head?.at.getTime() ?? null, submission } },
  )
}
