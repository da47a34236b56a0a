import { createHash } from 'node:crypto'
import { z } from 'zod'
import { askFact } from '#engine/drill/ask-fact.ts'
import { endAfterQuestion } from '#engine/interview/clock.ts'
import type { Attempt } from '#generated/sqlite/client.ts'
import { isUniqueViolation, type Queries } from '../db/client.ts'
import { newId } from '../id.ts'
import { KIND } from './asked-questions.ts'
import { type AttemptDeps, readPinned } from './deps.ts'
import { expireAttempt } from './hand-in.ts'
import { forgetHead } from './head-cache.ts'
import { attemptNotFound, type Refusal, refuse } from './refusal.ts'
import { sittingOf } from './sitting-of.ts'

/** A person asks a dozen questions in an hour; past this it is a machine that guesses for facts. */
const LIMIT = 100

export const questionText = z
  .string()
  .trim()
  .min(1, 'Write the question first.')
  .max(500, 'A question may have 500 characters. Shorten it.')

export type Asked = {
  readonly ok: true
  readonly text: string
  readonly atMs: number
  /** When the sitting ends now; null without a clock. */
  readonly endsAtMs: number | null
  readonly fact: { readonly id: string; readonly text: string; readonly name?: string; readonly value?: string } | null
}

/**
 * Asks the interviewer. Reveals the fact of the pinned drill that the words ask for, or null when none does ("your call"), and keeps the time.
 * In a mock it costs seconds of the clock. The same words again answer the same, keep the first time and cost nothing.
 */
export async function askQuestion(deps: AttemptDeps, userId: string, attemptId: string, text: string): Promise<Asked | Refusal> {
  const parsed = questionText.safeParse(text)
  if (!parsed.success) return refuse(400, 'invalid', parsed.error.issues[0]?.message ?? 'That is not a question.')
  await expireAttempt(deps, attemptId)
  const attempt = await deps.db.attempt.findFirst({ where: { id: attemptId, userId }, include: { pinned: true } })
  if (!attempt) return attemptNotFound
  const fact = askFact(readPinned(attempt.pinned.json).drill, parsed.data) ?? null
  const subject = createHash('sha256').update(parsed.data.toLowerCase().replace(/\s+/g, ' ')).digest('base64url')
  const key = { attemptId_kind_subject: { attemptId, kind: KIND, subject } }
  const known = await deps.db.attemptEvent.findUnique({ where: key })
  if (!known && attempt.handedInAt)
    return refuse(409, 'handed-in', 'This attempt was handed in already, so no more questions can be asked.')
  if (!known && (await deps.db.attemptEvent.count({ where: { attemptId, kind: KIND } })) >= LIMIT)
    return refuse(409, 'too-many', `An attempt may ask ${LIMIT} questions.`)

  let at = known?.at ?? new Date(deps.now())
  if (!known) {
    const json = JSON.stringify({ text: parsed.data, factId: fact?.id ?? null })
    try {
      await deps.db.$transaction(async tx => {
        await tx.attemptEvent.create({ data: { id: newId(), attemptId, at, kind: KIND, subject, json } })
        await pay(tx, attempt, at.getTime())
      })
      // It knows the end as it was.
      forgetHead(attemptId)
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      at = (await deps.db.attemptEvent.findUniqueOrThrow({ where: key })).at
    }
  }
  const { endsAt } = await deps.db.attempt.findFirstOrThrow({ where: { id: attemptId, userId }, select: { endsAt: true } })
  return {
    ok: true,
    text: parsed.data,
    atMs: at.getTime(),
    endsAtMs: endsAt?.getTime() ?? null,
    fact: fact && {
      id: fact.id,
      text: fact.text,
      ...(fact.name === undefined ? {} : { name: fact.name }),
      ...(fact.value === undefined ? {} : { value: fact.value }),
    },
  }
}

/** Takes what a question costs off the clock, of what the clock says at this moment: another tab may have asked, too. */
async function pay(tx: Queries, attempt: Attempt, atMs: number): Promise<void> {
  const { mode } = sittingOf(attempt)
  let endsAt = attempt.endsAt
  while (endsAt !== null) {
    const next = endAfterQuestion(mode, endsAt.getTime(), atMs)
    if (next === null || next === endsAt.getTime()) return
    const paid = await tx.attempt.updateMany({ where: { id: attempt.id, endsAt }, data: { endsAt: new Date(next) } })
    if (paid.count > 0) return
    endsAt = (await tx.attempt.findUniqueOrThrow({ where: { id: attempt.id }, select: { endsAt: true } })).endsAt
  }
}
