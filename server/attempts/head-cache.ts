import type { Checked } from './parse-edited.ts'

/** A few hundred kilobytes each for a large submission: a full hall of candidates stays under a hundred megabytes. */
const LIMIT = 256

/** All that the next save of an attempt needs to know. */
export type WritableHead = Checked & {
  readonly attemptId: string
  readonly userId: string
  readonly headId: string | null
  readonly headSeq: number
  readonly deltaCount: number
  readonly deltaBytes: number
  readonly checkpointBytes: number
  readonly endsAt: Date | null
}

const heads = new Map<string, WritableHead>()

/** What this process knows of an attempt, when a save was made on that very revision; to look at only. */
export function knownHead(attemptId: string, userId: string, parentId: string | null): WritableHead | undefined {
  const head = heads.get(attemptId)
  return head?.userId === userId && head.headId === parentId ? head : undefined
}

/**
 * Takes out what this process knows of an attempt that is being written, when the save was made on that very revision. Only a memory: the database
 * still decides whether it is the head, so several processes may each have their own. Whoever takes it may use its submission up.
 */
export function takeHead(attemptId: string, userId: string, parentId: string | null): WritableHead | undefined {
  const head = knownHead(attemptId, userId, parentId)
  if (head) heads.delete(attemptId)
  return head
}

/** Remembers an attempt's new head, and forgets the one that was written longest ago. */
export function rememberHead(head: WritableHead): void {
  heads.delete(head.attemptId)
  heads.set(head.attemptId, head)
  const oldest = heads.keys().next()
  if (heads.size > LIMIT && !oldest.done) heads.delete(oldest.value)
}

export const forgetHead = (attemptId: string) => heads.delete(attemptId)
