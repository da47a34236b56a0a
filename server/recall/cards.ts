import { z } from 'zod'
import { fromAnki, type ImportProblem, toAnki } from '#engine/recall/anki.ts'
import type { CatalogCard } from '#engine/recall/card.ts'
import type { CardFace, SessionCard } from '#engine/recall/card-face.ts'
import { ratings } from '#engine/recall/rating.ts'
import { type Memory, memorySchema, previews, recallChance, review } from '#engine/recall/schedule.ts'
import { makeSession } from '#engine/recall/session.ts'
import { readReport } from '#engine/rubric/score-report.ts'
import { evaluateExpression, formatValue } from '#engine/worksheet/worksheet.ts'
import { type Refusal, refuse } from '../attempts/refusal.ts'
import { type Database, isUniqueViolation } from '../db/client.ts'
import { newId } from '../id.ts'

export type RecallDeps = {
  readonly db: Database
  readonly now: () => number
  /** The cards of the catalog, in the order of the plan. */
  readonly cards: () => Promise<readonly CatalogCard[]>
  readonly drillTitle: (slug: string) => Promise<string>
}

type Held = { readonly face: CardFace; readonly memory: Memory | null; readonly ready: boolean }

const OWN = 'own/'
export const MOST_OWN = 2000
/** A review may be taken back for so long. */
const UNDO_MS = 60 * 60_000

/** A number as it is shown: in its unit. */
function shown(number: string, unit: string): string {
  const result = evaluateExpression(unit === '1' ? number : `(${number}) in ${unit}`)
  return result.ok ? formatValue(result.value) : number
}

const faceOf = (card: CatalogCard): CardFace => ({
  key: card.key,
  lesson: card.lesson,
  ask: card.ask,
  answer: 'answer' in card ? card.answer : shown(card.number, card.unit),
  why: card.why ?? '',
  number: 'number' in card ? { of: card.number, unit: card.unit, tolerance: card.tolerance } : null,
})

/** Every card that this person has or may have, with what is remembered of it. */
async function held({ db, cards }: RecallDeps, userId: string): Promise<readonly Held[]> {
  const [all, states, lessons, own] = await Promise.all([
    cards(),
    db.cardState.findMany({ where: { userId } }),
    db.lessonProgress.findMany({ where: { userId, doneAt: { not: null } }, select: { slug: true } }),
    db.ownCard.findMany({ where: { userId, removedAt: null }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
  ])
  const memories = new Map(states.map(({ cardKey, state }) => [cardKey, memorySchema.parse(JSON.parse(state))]))
  const read = new Set(lessons.map(({ slug }) => slug))
  const mine = own.map(({ id, ask, answer, number, unit, why }): Held => {
    const key = `${OWN}${id}`
    const typed = number === null ? null : { of: number, unit: unit ?? '1', tolerance: '10%' }
    return { face: { key, lesson: null, ask, answer, why, number: typed }, memory: memories.get(key) ?? null, ready: true }
  })
  // One's own mistakes come first among what is new.
  return [
    ...mine,
    ...all.map(card => ({ face: faceOf(card), memory: memories.get(card.key) ?? null, ready: read.has(card.lesson) })),
  ]
}

export type RecallSession = {
  readonly cards: readonly SessionCard[]
  readonly leftOut: number
  readonly newLeft: number
}

/** What to go through now, in so many minutes. */
export async function recallSession(deps: RecallDeps, userId: string, minutes = 5): Promise<RecallSession> {
  const all = await held(deps, userId)
  const nowMs = deps.now()
  const { queue, leftOut, newLeft } = makeSession(
    all.map(({ face, memory, ready }) => ({ key: face.key, memory, ready })),
    nowMs,
    minutes,
  )
  const byKey = new Map(all.map(one => [one.face.key, one]))
  const cards = queue.flatMap(key => {
    const one = byKey.get(key)
    return one ? [{ ...one.face, next: previews(one.memory, nowMs) }] : []
  })
  return { cards, leftOut, newLeft }
}

export type RecallOverview = {
  readonly due: number
  readonly fresh: number
  readonly seen: number
  readonly all: number
  /** Mean chance of recalling what was seen, 0 to 1; null while nothing was. */
  readonly strength: number | null
  readonly lessons: readonly {
    readonly lesson: string
    readonly all: number
    readonly seen: number
    readonly due: number
    readonly strength: number | null
  }[]
  readonly own: readonly { readonly id: string; readonly ask: string; readonly answer: string; readonly origin: string }[]
}

const mean = (values: readonly number[]) => (values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length)

/** How a person stands with their cards: what is due, and by lesson how much was seen and how surely it is recalled. */
export async function recallOverview(deps: RecallDeps, userId: string): Promise<RecallOverview> {
  const nowMs = deps.now()
  const all = await held(deps, userId)
  const chance = ({ memory }: Held) => recallChance(memory, nowMs)
  const isDue = ({ memory }: Held) => memory !== null && memory.due <= nowMs
  const seen = all.filter(({ memory }) => memory !== null)
  const byLesson = new Map<string, Held[]>()
  for (const one of all)
    if (one.face.lesson !== null) byLesson.set(one.face.lesson, [...(byLesson.get(one.face.lesson) ?? []), one])
  const own = await deps.db.ownCard.findMany({
    where: { userId, removedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return {
    due: all.filter(isDue).length,
    fresh: all.filter(({ memory, ready }) => memory === null && ready).length,
    seen: seen.length,
    all: all.length,
    strength: mean(seen.map(chance)),
    lessons: [...byLesson].map(([lesson, list]) => {
      const known = list.filter(({ memory }) => memory !== null)
      return { lesson, all: list.length, seen: known.length, due: list.filter(isDue).length, strength: mean(known.map(chance)) }
    }),
    own: own.map(({ id, ask, answer, origin }) => ({ id, ask, answer, origin })),
  }
}

export const reviewInput = z.strictObject({
  key: z.string().min(1).max(200).describe('Which card'),
  rating: z.union(ratings.map(rating => z.literal(rating))).describe('1 again, 2 hard, 3 good, 4 easy'),
})

/** Stores one review and schedules the card. A card that this person does not have is refused. */
export async function reviewCard(
  deps: RecallDeps,
  userId: string,
  { key, rating }: z.infer<typeof reviewInput>,
): Promise<{ readonly ok: true; readonly reviewId: string; readonly dueMs: number } | Refusal> {
  const known = (await held(deps, userId)).some(({ face }) => face.key === key)
  if (!known) return refuse(404, 'unknown-card', 'There is no such card any more. Go on with the next one.')
  const nowMs = deps.now()
  const reviewId = newId()
  const dueMs = await deps.db.$transaction(async tx => {
    const where = { userId_cardKey: { userId, cardKey: key } }
    const before = await tx.cardState.findUnique({ where })
    const memory = review(before ? memorySchema.parse(JSON.parse(before.state)) : null, rating, nowMs)
    const values = { due: new Date(memory.due), state: JSON.stringify(memory), updatedAt: new Date(nowMs) }
    await tx.cardState.upsert({ where, create: { userId, cardKey: key, ...values }, update: values })
    await tx.cardReview.create({
      data: { id: reviewId, userId, cardKey: key, at: new Date(nowMs), rating, before: before?.state ?? null },
    })
    return memory.due
  })
  return { ok: true, reviewId, dueMs }
}

/** Takes the newest review back, as if it had not been given; only within the hour. Answers which card it was of. */
export async function undoReview(
  deps: RecallDeps,
  userId: string,
): Promise<{ readonly ok: true; readonly key: string } | Refusal> {
  const nowMs = deps.now()
  return deps.db.$transaction(async tx => {
    const last = await tx.cardReview.findFirst({
      where: { userId, undoneAt: null, at: { gte: new Date(nowMs - UNDO_MS) } },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    })
    if (!last) return refuse(409, 'nothing-to-undo', 'There is no review of the last hour to take back.')
    await tx.cardReview.updateMany({ where: { id: last.id, userId, undoneAt: null }, data: { undoneAt: new Date(nowMs) } })
    const where = { userId_cardKey: { userId, cardKey: last.cardKey } }
    if (last.before === null) await tx.cardState.deleteMany({ where: { userId, cardKey: last.cardKey } })
    else {
      const memory = memorySchema.parse(JSON.parse(last.before))
      const values = { due: new Date(memory.due), state: last.before, updatedAt: new Date(nowMs) }
      await tx.cardState.upsert({ where, create: { userId, cardKey: last.cardKey, ...values }, update: values })
    }
    return { ok: true as const, key: last.cardKey }
  })
}

const side = z.string().trim().min(1, 'Write both sides.').max(500, 'A side may have 500 characters; make two cards of it.')
export const ownCardInput = z.strictObject({
  ask: side.describe('What is asked'),
  answer: side.describe('What is to be recalled'),
})

type NewOwn = { ask: string; answer: string; number?: string | null; unit?: string | null; why?: string; origin: string }

async function addOwn({ db, now }: RecallDeps, userId: string, cards: readonly NewOwn[]): Promise<number> {
  let added = 0
  for (const { ask, answer, number = null, unit = null, why = '', origin } of cards) {
    const data = { answer, number, unit, why, removedAt: null }
    try {
      await db.ownCard.create({ data: { id: newId(), userId, ask, origin, createdAt: new Date(now()), ...data } })
      added += 1
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      // The same question from the same place: its answer is brought up to date, and a removed one comes back.
      await db.ownCard.updateMany({ where: { userId, origin, ask }, data })
    }
  }
  return added
}

const tooMany = refuse(409, 'too-many-cards', `A person may have ${MOST_OWN} cards of their own. Remove some first.`)
const room = async ({ db }: RecallDeps, userId: string, more: number) =>
  (await db.ownCard.count({ where: { userId, removedAt: null } })) + more <= MOST_OWN

/** Adds a card that the person wrote. */
export async function addOwnCard(
  deps: RecallDeps,
  userId: string,
  card: z.infer<typeof ownCardInput>,
): Promise<{ readonly ok: true } | Refusal> {
  if (!(await room(deps, userId, 1))) return tooMany
  await addOwn(deps, userId, [{ ...card, origin: 'hand' }])
  return { ok: true }
}

/** Makes a card of an estimate that went wrong in this person's own attempt, with their own numbers. */
export async function addSlipCard(
  deps: RecallDeps,
  userId: string,
  attemptId: string,
  target: string,
): Promise<{ readonly ok: true } | Refusal> {
  const attempt = await deps.db.attempt.findFirst({
    where: { id: attemptId, userId },
    include: { scores: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1, select: { report: true } } },
  })
  const stored = attempt?.scores[0]?.report
  const estimate = stored === undefined ? undefined : readReport(JSON.parse(stored))?.estimates.find(e => e.target === target)
  if (!attempt || !estimate) return refuse(404, 'unknown-estimate', 'There is no scored estimate of that name in this attempt.')
  if (estimate.verdict === 'met') return refuse(409, 'no-slip', 'That estimate was right; there is nothing to learn from it.')
  const answer = estimate.text.recomputed || estimate.text.reference
  if (answer === '') return refuse(409, 'no-number', 'That estimate has no number that a card could ask for.')
  if (!(await room(deps, userId, 1))) return tooMany
  const readable = evaluateExpression(answer).ok
  await addOwn(deps, userId, [
    {
      ask: `${await deps.drillTitle(attempt.drillSlug)}, with your numbers: ${estimate.ask}`.slice(0, 500),
      answer,
      number: readable ? answer : null,
      // As the report shows it: what follows the number.
      unit: readable ? answer.replace(/^[\d.,]+\s*/, '') || '1' : null,
      why: estimate.slip?.explanation ?? estimate.reason,
      origin: `slip:${attemptId}:${target}`,
    },
  ])
  return { ok: true }
}

/** Takes a card of one's own away, with what was remembered of it. */
export async function removeOwnCard(
  { db, now }: RecallDeps,
  userId: string,
  id: string,
): Promise<{ readonly ok: true } | Refusal> {
  const { count } = await db.ownCard.updateMany({ where: { id, userId, removedAt: null }, data: { removedAt: new Date(now()) } })
  return count > 0 ? { ok: true } : refuse(404, 'unknown-card', 'There is no such card of yours.')
}

export type Imported = {
  readonly ok: true
  readonly added: number
  readonly read: number
  readonly problems: readonly ImportProblem[]
}

/** Reads a text as Anki exports it into one's own cards. Lines that are no cards are named; the others are kept. */
export async function importCards(deps: RecallDeps, userId: string, text: string): Promise<Imported | Refusal> {
  const { cards, problems } = fromAnki(text)
  if (!(await room(deps, userId, cards.length))) return tooMany
  const added = await addOwn(
    deps,
    userId,
    cards.map(({ ask, answer }) => ({ ask, answer, origin: 'import' })),
  )
  return { ok: true, added, read: cards.length, problems: problems.slice(0, 20) }
}

/** All cards of this person, those of read lessons and their own, as a text that Anki imports. */
export async function exportCards(deps: RecallDeps, userId: string): Promise<string> {
  const all = await held(deps, userId)
  return toAnki(
    all
      .filter(({ memory, ready }) => ready || memory !== null)
      .map(({ face }) => ({
        ask: face.ask,
        answer: [face.answer, face.why].filter(Boolean).join('. '),
        tags: ['tenfold', face.lesson ?? 'own'],
      })),
  )
}
