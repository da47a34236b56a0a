import { bundleFormat } from '#engine/rubric/bundle.ts'
import type { AttemptDeps } from './deps.ts'
import { whatWasHandedIn } from './hand-in.ts'
import { attemptNotFound, type Refusal, refuse } from './refusal.ts'

/**
 * The newest score of this person's attempt with all that it takes to compute it again: submission, timeline, the drill as it was pinned. Anybody
 * with the same version of the engine can re-run it (`tenfold score --bundle`).
 */
export async function exportBundle(
  deps: AttemptDeps,
  userId: string,
  attemptId: string,
): Promise<{ ok: true; json: string } | Refusal> {
  const row = await deps.db.attempt.findFirst({
    where: { id: attemptId, userId },
    include: { pinned: true, scores: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 } },
  })
  if (!row) return attemptNotFound
  const [score] = row.scores
  if (!row.handedInAt || !score) return refuse(409, 'no-score', 'There is no score to bundle yet. Hand the attempt in first.')
  const drill = await deps.db.pinnedDrill.findUniqueOrThrow({ where: { hash: score.content } })
  const { submission, timeline } = await whatWasHandedIn(deps.db, row, row.pinned, deps.now())
  const { engine, report } = score
  // The report is written as it is stored: a re-run compares bytes.
  const head = JSON.stringify({ format: bundleFormat, engine, seed: Number(score.seed), submission, timeline })
  return { ok: true, json: `${head.slice(0, -1)},"drill":${drill.json},"report":${report}}` }
}
