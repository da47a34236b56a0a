import { z } from 'zod'
import { makeSprint, type PublicQuestion, type SprintQuestion, toPublicQuestion } from '#engine/sprint/make-sprint.ts'
import { markAnswer, type SprintMark } from '#engine/sprint/mark-answer.ts'
import type { SprintTemplate } from '#engine/sprint/template.ts'
import { type Refusal, refuse } from '../attempts/refusal.ts'
import { type Database, isUniqueViolation } from '../db/client.ts'
import { newId } from '../id.ts'

export type SprintDeps = {
  readonly db: Database
  readonly now: () => number
  readonly random: () => number
  readonly templates: () => Promise<readonly SprintTemplate[]>
}

const lengthMs = 5 * 60_000
/** An answer that left the browser in time may take this long to arrive. */
const graceMs = 2_000

export const answerInput = z.strictObject({
  place: z.number().int().min(0).max(50).describe('Which question, from 0'),
  stated: z.string().trim().min(1, 'Write an answer first.').max(200, 'An answer may have 200 characters.'),
})

export type AnsweredQuestion = PublicQuestion & {
  readonly answer: { readonly stated: string; readonly mark: SprintMark; readonly lesson: string | null } | null
}

export type SprintView = {
  readonly id: string
  readonly startedAtMs: number
  readonly endsAtMs: number
  readonly serverNowMs: number
  readonly over: boolean
  readonly questions: readonly AnsweredQuestion[]
}

export type SprintSummary = {
  readonly id: string
  readonly startedAtMs: number
  readonly right: number
  readonly of: number
  readonly slips: readonly string[]
  readonly over: boolean
}

const notFound = refuse(404, 'not-found', 'There is no such sprint.')

/** Starts a sprint: five minutes by the server's clock from now. */
export async function startSprint(deps: SprintDeps, userId: string): Promise<{ ok: true; id: string } | Refusal> {
  const seed = Math.floor(deps.random() * 2 ** 31)
  const questions = makeSprint(await deps.templates(), seed)
  if (questions.length === 0)
    return refuse(
      404,
      'no-templates',
      'There are no sprint templates in the catalog. Whoever hosts this Tenfold can check it with "npx tenfold content check".',
    )
  const startedAt = deps.now()
  const id = newId()
  await deps.db.sprint.create({
    data: {
      id,
      userId,
      seed: BigInt(seed),
      questions: JSON.stringify(questions),
      startedAt: new Date(startedAt),
      endsAt: new Date(startedAt + lengthMs),
    },
  })
  return { ok: true, id }
}

function readQuestions(stored: string): readonly SprintQuestion[] {
  const questions: readonly SprintQuestion[] = JSON.parse(stored)
  return questions
}

function readMark(stored: string): SprintMark {
  const mark: SprintMark = JSON.parse(stored)
  return mark
}

/** One sprint of this person; null when there is none. Answers are shown once given, or when the time is over. */
export async function loadSprint(deps: Pick<SprintDeps, 'db' | 'now'>, userId: string, id: string): Promise<SprintView | null> {
  const row = await deps.db.sprint.findFirst({ where: { id, userId }, include: { answers: true } })
  if (!row) return null
  const questions = readQuestions(row.questions)
  const now = deps.now()
  return {
    id,
    startedAtMs: row.startedAt.getTime(),
    endsAtMs: row.endsAt.getTime(),
    serverNowMs: now,
    over: now >= row.endsAt.getTime() || row.answers.length >= questions.length,
    questions: questions.map((question, place) => {
      const answer = row.answers.find(a => a.place === place)
      return {
        ...toPublicQuestion(question),
        answer: answer ? { stated: answer.stated, mark: readMark(answer.mark), lesson: question.lesson } : null,
      }
    }),
  }
}

/** Marks an answer, once: the first one counts, and the same question again answers with that mark. Refused when the time is over. */
export async function answerSprint(
  deps: Pick<SprintDeps, 'db' | 'now'>,
  userId: string,
  id: string,
  input: z.infer<typeof answerInput>,
): Promise<{ ok: true; stated: string; mark: SprintMark } | Refusal> {
  const row = await deps.db.sprint.findFirst({ where: { id, userId } })
  if (!row) return notFound
  const question = readQuestions(row.questions)[input.place]
  if (!question) return refuse(404, 'not-found', `This sprint has no question ${input.place + 1}.`)
  const where = { sprintId_place: { sprintId: id, place: input.place } }
  const known = await deps.db.sprintAnswer.findUnique({ where })
  if (known) return { ok: true, stated: known.stated, mark: readMark(known.mark) }
  const now = deps.now()
  if (now > row.endsAt.getTime() + graceMs)
    return refuse(409, 'over', 'The five minutes are over; this answer came too late to count.')
  const mark = markAnswer(question, input.stated)
  const data = {
    sprintId: id,
    place: input.place,
    at: new Date(now),
    stated: input.stated,
    right: mark.right,
    slip: mark.slip?.id ?? null,
    mark: JSON.stringify(mark),
  }
  try {
    await deps.db.sprintAnswer.create({ data })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const first = await deps.db.sprintAnswer.findUniqueOrThrow({ where })
    return { ok: true, stated: first.stated, mark: readMark(first.mark) }
  }
  return { ok: true, stated: input.stated, mark }
}

/** This person's sprints, newest first. */
export async function listSprints(deps: Pick<SprintDeps, 'db' | 'now'>, userId: string): Promise<readonly SprintSummary[]> {
  const rows = await deps.db.sprint.findMany({
    where: { userId },
    include: { answers: true },
    orderBy: { startedAt: 'desc' },
    take: 50,
  })
  return rows.map(row => {
    const of = readQuestions(row.questions).length
    return {
      id: row.id,
      startedAtMs: row.startedAt.getTime(),
      right: row.answers.filter(a => a.right).length,
      of,
      slips: row.answers.flatMap(a => a.slip ?? []),
      over: deps.now() >= row.endsAt.getTime() || row.answers.length >= of,
    }
  })
}
