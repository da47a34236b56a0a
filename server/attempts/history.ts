import { parseSubmission } from '#engine/design/parse-submission.ts'
import { emptySubmission, type Submission } from '#engine/design/submission.ts'
import type { Queries } from '../db/client.ts'
import { unpack } from './body.ts'
import { applyDelta } from './delta.ts'

/** Where an attempt's newest revision is: its number, and how many deltas lie between it and the checkpoint that they build on. */
export type Head = { readonly id: string; readonly headSeq: number; readonly deltaCount: number }

/** `document` is read before the next revision is asked for: the next one changes it in place. */
export type ReplayedRevision = { readonly id: string; readonly seq: number; readonly atMs: number; readonly document: unknown }

/** The submission at an attempt's head, empty before the first save. Reads one checkpoint and the deltas after it. */
export async function submissionAtHead(db: Queries, attempt: Head): Promise<Submission> {
  if (attempt.headSeq === 0) return emptySubmission
  const rows = await db.revision.findMany({
    where: { attemptId: attempt.id, seq: { gte: attempt.headSeq - attempt.deltaCount, lte: attempt.headSeq } },
    orderBy: { seq: 'asc' },
    select: { kind: true, body: true },
  })
  return readSubmission(rows.reduce<unknown>(step, undefined))
}

/** The submission as it stood at one revision, empty before the first. Reads the last checkpoint before it and the deltas after that. */
export async function submissionAtSeq(db: Queries, attemptId: string, seq: number): Promise<Submission> {
  const checkpoint = await db.revision.findFirst({
    where: { attemptId, kind: 'checkpoint', seq: { lte: seq } },
    orderBy: { seq: 'desc' },
    select: { seq: true },
  })
  return checkpoint ? submissionAtHead(db, { id: attemptId, headSeq: seq, deltaCount: seq - checkpoint.seq }) : emptySubmission
}

/** Every revision of an attempt in order, each with the document as it then was, not parsed. Reads in pages, so a long sitting does not fill the memory. */
export async function* replayRevisions(db: Queries, attemptId: string, untilSeq: number): AsyncGenerator<ReplayedRevision> {
  const PAGE = 200
  let document: unknown
  for (let from = 1; from <= untilSeq; from += PAGE) {
    const rows = await db.revision.findMany({
      where: { attemptId, seq: { gte: from, lt: Math.min(from + PAGE, untilSeq + 1) } },
      orderBy: { seq: 'asc' },
    })
    for (const row of rows) {
      document = step(document, row)
      yield { id: row.id, seq: row.seq, atMs: row.at.getTime(), document }
    }
  }
}

function step(document: unknown, row: { kind: string; body: Uint8Array }): unknown {
  const text = unpack(row.body)
  return row.kind === 'checkpoint' ? JSON.parse(text) : applyDelta(document, text)
}

/** What is stored was checked when it came in; an old version of the schema is brought up to date here. */
export function readSubmission(document: unknown): Submission {
  const parsed = parseSubmission(document)
  if (!parsed.ok)
    throw new Error(
      `A stored submission no longer parses: ${parsed.problems.map(p => `${p.path.join('.')} ${p.message}`).join('; ')}`,
    )
  return parsed.submission
}
