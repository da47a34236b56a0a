import { parseSubmission } from '#engine/design/parse-submission.ts'
import type { Submission } from '#engine/design/submission.ts'
import { isUniqueViolation } from '../db/client.ts'
import { packLarge } from './body.ts'
import type { AttemptDeps } from './deps.ts'
import { expireAttempt } from './hand-in.ts'
import { attemptNotFound, invalidSubmission, type Refusal, refuse } from './refusal.ts'

/** One per browser that was open; more would be a way to fill the disk. */
export const LATE_DRAFTS = 5

type Draft = { readonly id: string; readonly submission: Submission; readonly writtenAtMs?: number | undefined }

/** Keeps a draft beside an attempt that the clock has closed. Answers whether it is kept; the same id twice is one draft. */
export async function keepLateDraft(deps: AttemptDeps, attemptId: string, draft: Draft): Promise<boolean> {
  const known = await deps.db.lateDraft.findMany({ where: { attemptId }, select: { id: true } })
  if (known.some(({ id }) => id === draft.id)) return true
  if (known.length >= LATE_DRAFTS) return false
  const at = new Date(deps.now())
  const writtenAt = draft.writtenAtMs === undefined ? at : new Date(Math.min(draft.writtenAtMs, at.getTime()))
  try {
    const body = await packLarge(JSON.stringify(draft.submission))
    await deps.db.lateDraft.create({ data: { attemptId, id: draft.id, writtenAt, at, body } })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
  }
  return true
}

/** A draft that the browser knows to be late. Refused while the attempt is open: then it is a revision. */
export async function saveLateDraft(
  deps: AttemptDeps,
  userId: string,
  attemptId: string,
  draft: { id: string; submission: unknown; writtenAtMs: number },
): Promise<{ ok: true; kept: boolean } | Refusal> {
  const parsed = parseSubmission(draft.submission)
  if (!parsed.ok) return invalidSubmission(parsed.problems)
  await expireAttempt(deps, attemptId)
  const attempt = await deps.db.attempt.findFirst({
    where: { id: attemptId, userId },
    select: { handedInAt: true, handedInBy: true },
  })
  if (!attempt) return attemptNotFound
  if (!attempt.handedInAt) return refuse(409, 'open', 'The attempt is still open: save the draft as a revision.')
  if (attempt.handedInBy !== 'clock')
    return refuse(409, 'handed-in', 'You handed this attempt in yourself, so no late draft is kept with it.')
  // Its answer was lost: it was in time.
  const inTime = await deps.db.revision.findUnique({ where: { attemptId_id: { attemptId, id: draft.id } }, select: { id: true } })
  if (inTime) return { ok: true, kept: true }
  return { ok: true, kept: await keepLateDraft(deps, attemptId, { ...draft, submission: parsed.submission }) }
}
