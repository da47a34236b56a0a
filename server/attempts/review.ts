import { z } from 'zod'
import { newId } from '../id.ts'
import type { AttemptDeps } from './deps.ts'
import { computeScore, whatWasHandedIn } from './hand-in.ts'
import { attemptNotFound, type Refusal, refuse } from './refusal.ts'

export const selfAssessmentInput = z.strictObject({
  criterionId: z.string().min(1).max(100).describe('The criterion that no frame could decide'),
  verdict: z.enum(['met', 'partly', 'missed', 'unsure']).describe("The candidate's own"),
  span: z.string().max(2048, 'A marked span may have 2,048 characters.').optional().describe('The words that show it'),
})
export type SelfAssessmentInput = z.infer<typeof selfAssessmentInput>

export const noteText = z.string().max(10_000, 'A note may have 10,000 characters. Shorten it.')

/** Keeps the candidate's own verdict on one criterion. Each change is one more row. */
export async function saveSelfAssessment(
  deps: AttemptDeps,
  userId: string,
  attemptId: string,
  input: SelfAssessmentInput,
): Promise<{ ok: true } | Refusal> {
  const attempt = await deps.db.attempt.findFirst({ where: { id: attemptId, userId }, select: { handedInAt: true } })
  if (!attempt) return attemptNotFound
  if (!attempt.handedInAt) return refuse(409, 'open', 'Hand the attempt in first, then judge it.')
  const { criterionId, verdict, span } = input
  await deps.db.selfAssessment.create({
    data: { id: newId(), attemptId, at: new Date(deps.now()), criterionId, verdict, span: span ?? null },
  })
  return { ok: true }
}

/** Keeps the candidate's note on an attempt; the newest is shown. */
export async function saveNote(
  deps: AttemptDeps,
  userId: string,
  attemptId: string,
  text: string,
): Promise<{ ok: true } | Refusal> {
  const parsed = noteText.safeParse(text)
  if (!parsed.success) return refuse(400, 'invalid', parsed.error.issues[0]?.message ?? 'That is not a note.')
  const attempt = await deps.db.attempt.findFirst({ where: { id: attemptId, userId }, select: { id: true } })
  if (!attempt) return attemptNotFound
  // PostgreSQL keeps no NUL in a text.
  await deps.db.note.create({
    data: { id: newId(), attemptId, at: new Date(deps.now()), text: parsed.data.replaceAll('\0', '') },
  })
  return { ok: true }
}

/** Scores a handed-in attempt once more, with today's engine and the drill as it is now. Adds a row; the score at hand-in stays. */
export async function rescore(
  deps: AttemptDeps,
  userId: string,
  attemptId: string,
): Promise<{ ok: true; scoreId: string } | Refusal> {
  const row = await deps.db.attempt.findFirst({ where: { id: attemptId, userId }, include: { pinned: true } })
  if (!row) return attemptNotFound
  if (!row.handedInAt) return refuse(409, 'open', 'Hand the attempt in first; then it is scored.')
  const current = await deps.findDrill(row.drillSlug)
  const drill = current ? { hash: current.hash, json: current.canonicalJson } : row.pinned
  if (current) {
    await deps.db.pinnedDrill.upsert({ where: { hash: drill.hash }, create: drill, update: {} })
  }
  const input = await whatWasHandedIn(deps.db, row, row.pinned, deps.now())
  const score = computeScore(deps, drill, input)
  const scoreId = newId()
  await deps.db.score.create({ data: { id: scoreId, attemptId, at: new Date(deps.now()), ...score } })
  return { ok: true, scoreId }
}
