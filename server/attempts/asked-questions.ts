import { z } from 'zod'
import type { Queries } from '../db/client.ts'

/** The kind of the events that are questions. */
export const KIND = 'question'

const storedQuestion = z.object({ text: z.string(), factId: z.string().nullable() })

export type AskedQuestion = { readonly text: string; readonly factId: string | null; readonly atMs: number }

/** What was asked in an attempt, in order of time. The caller has checked whose attempt it is. */
export async function questionsAsked(db: Queries, attemptId: string): Promise<AskedQuestion[]> {
  const rows = await db.attemptEvent.findMany({ where: { attemptId, kind: KIND }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
  return rows.map(row => ({ ...storedQuestion.parse(JSON.parse(row.json)), atMs: row.at.getTime() }))
}
