import type { Submission } from '#engine/design/submission.ts'

/** About a hundred kilobytes each: a full classroom stays under ten megabytes. */
const LIMIT = 64

const entries = new Map<string, { revisionId: string; submission: Submission }>()

/**
 * The newest submission of an attempt that is being written, so that a save need not rebuild its parent. Only a memory: it answers only for the
 * revision that is still the head in the database, so several processes may each have their own.
 */
export function recallHead(attemptId: string, headId: string | null): Submission | undefined {
  const entry = entries.get(attemptId)
  return entry && entry.revisionId === headId ? entry.submission : undefined
}

/** Remembers the head of an attempt and forgets the one that was written longest ago. */
export function rememberHead(attemptId: string, revisionId: string, submission: Submission): void {
  entries.delete(attemptId)
  entries.set(attemptId, { revisionId, submission })
  const oldest = entries.keys().next()
  if (entries.size > LIMIT && !oldest.done) entries.delete(oldest.value)
}

export const forgetHead = (attemptId: string) => entries.delete(attemptId)
