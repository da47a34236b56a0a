import { type Refusal, refuse } from '../attempts/refusal.ts'
import type { Queries } from '../db/client.ts'
import { MOST_OWN } from '../recall/cards.ts'
import type { ReadAttempt, ReadFile } from './read-file.ts'
import { chunks, type KnownId, type Settled, settleIds } from './settle-ids.ts'

/** How many of a kind would be added or brought up to date, and how many are here already. */
export type Tally = { readonly what: string; readonly adds: number; readonly here: number }

export type ImportPlan = Awaited<ReturnType<typeof planRows>>

type Ids = ReadonlyMap<string, Settled>
type Find = (ids: string[]) => Promise<readonly KnownId[]>
const idOf = (ids: Ids, id: string) => ids.get(id)?.id ?? id
const isNew = (ids: Ids, id: string) => ids.get(id)?.here !== true
const fresh = <T extends { readonly id: string }>(rows: readonly T[], ids: Ids) =>
  rows.filter(({ id }) => isNew(ids, id)).map(row => ({ ...row, id: idOf(ids, row.id) }))

/** Which rows of the file this account lacks, under the ids that they get here. Reads only. */
export async function planImport(
  tx: Queries,
  userId: string,
  file: ReadFile,
): Promise<{ readonly ok: true; readonly plan: ImportPlan } | Refusal> {
  const plan = await planRows(tx, userId, file)
  const own = await tx.ownCard.count({ where: { userId, removedAt: null } })
  if (own + plan.ownCards.filter(({ removedAt }) => removedAt === null).length > MOST_OWN)
    return refuse(
      409,
      'too-many-cards',
      `With those of the file you would have more than ${MOST_OWN} cards of your own. Remove some first.`,
    )
  return { ok: true, plan }
}

async function planRows(tx: Queries, userId: string, file: ReadFile) {
  const attempts = await settleAttempts(tx, userId, file.attempts)
  const own = await settleOwnCards(tx, userId, file.cards.own, attempts)
  const ofUser = (rows: readonly { readonly id: string; readonly userId: string }[]) =>
    rows.map(({ id, userId: by }) => ({ id, mine: by === userId }))
  const select = { id: true, userId: true } as const
  const idsOf = (rows: readonly { readonly id: string }[], find: Find) =>
    settleIds(
      userId,
      rows.map(({ id }) => id),
      find,
    )

  const reviews = await idsOf(file.cards.reviews, async ids =>
    ofUser(await tx.cardReview.findMany({ where: { id: { in: ids } }, select })),
  )
  const checks = await idsOf(file.checks, async ids =>
    ofUser(await tx.checkAnswer.findMany({ where: { id: { in: ids } }, select })),
  )
  const sprints = await idsOf(file.sprints, async ids => ofUser(await tx.sprint.findMany({ where: { id: { in: ids } }, select })))
  const days = await idsOf(file.days, async ids => ofUser(await tx.interviewDay.findMany({ where: { id: { in: ids } }, select })))
  const cardKey = (key: string) => (key.startsWith('own/') ? `own/${idOf(own.ids, key.slice(4))}` : key)
  const tickKey = (key: string) => key.replace(/@(.+)$/, (_all, attempt: string) => `@${idOf(attempts, attempt)}`)

  const lessons = newer(
    file.lessons,
    ({ slug }) => slug,
    (await tx.lessonProgress.findMany({ where: { userId } })).map(row => [row.slug, row.updatedAt] as const),
  )
  const states = newer(
    file.cards.states.map(({ state, cardKey: key, updatedAt }) => ({
      cardKey: cardKey(key),
      updatedAt,
      due: new Date(state.due),
      state: JSON.stringify(state),
    })),
    row => row.cardKey,
    (await tx.cardState.findMany({ where: { userId } })).map(row => [row.cardKey, row.updatedAt] as const),
  )
  const changes = newer(
    file.planChanges,
    ({ itemKey }) => itemKey,
    (await tx.planChange.findMany({ where: { userId } })).map(row => [row.itemKey, row.updatedAt] as const),
  )
  const ticked = new Set((await tx.checklistTick.findMany({ where: { userId }, select: { itemKey: true } })).map(t => t.itemKey))
  const ticks = file.ticks
    .map(({ itemKey, at }) => ({ itemKey: tickKey(itemKey), at }))
    .filter(({ itemKey }) => !ticked.has(itemKey))

  const hashes = [...file.drills.keys()]
  const pinned: string[] = []
  for (const some of chunks(hashes))
    pinned.push(...(await tx.pinnedDrill.findMany({ where: { hash: { in: some } }, select: { hash: true } })).map(p => p.hash))
  const openHere = new Set(
    (await tx.attempt.findMany({ where: { userId, handedInAt: null }, select: { id: true } })).map(({ id }) => id),
  )
  const closed = file.attempts.filter(({ id }) => !openHere.has(idOf(attempts, id)))
  const children = await planChildren(tx, userId, closed, attempts)
  const newAttempts = file.attempts.filter(({ id }) => isNew(attempts, id)).map(a => ({ ...a, id: idOf(attempts, a.id) }))
  const newSprints = fresh(file.sprints, sprints)
  const newDays = await withFreeAttempts(tx, fresh(file.days, days), attempts)
  const cardReviews = fresh(file.cards.reviews, reviews).map(row => ({ ...row, cardKey: cardKey(row.cardKey) }))
  const checkAnswers = fresh(file.checks, checks)

  const tally = (what: string, all: number, adds: number): Tally => ({ what, adds, here: all - adds })
  const words = Object.values(children).reduce((sum, rows) => sum + rows.length, 0)
  const allWords = file.attempts.reduce(
    (sum, a) =>
      sum +
      a.events.length +
      a.scores.length +
      a.selfAssessments.length +
      a.judgements.length +
      a.notes.length +
      a.friends.length,
    0,
  )
  return {
    settings: file.profile,
    drills: hashes.filter(hash => !pinned.includes(hash)).map(hash => ({ hash, json: file.drills.get(hash) ?? '' })),
    attempts: newAttempts,
    ...children,
    lessons: lessons,
    cardStates: states,
    planChanges: changes,
    ticks,
    ownCards: own.rows,
    cardReviews,
    checkAnswers,
    sprints: newSprints,
    days: newDays,
    tallies: [
      tally('lessons', file.lessons.length, lessons.length),
      tally('answers to checks', file.checks.length, checkAnswers.length),
      tally('cards with a schedule', file.cards.states.length, states.length),
      tally('reviews of cards', file.cards.reviews.length, cardReviews.length),
      tally('cards of your own', file.cards.own.length, own.rows.length),
      tally('changes of the plan', file.planChanges.length, changes.length),
      tally('ticks on checklists', file.ticks.length, ticks.length),
      tally('sprints', file.sprints.length, newSprints.length),
      tally('attempts', file.attempts.length, newAttempts.length),
      tally('scores, questions, verdicts, notes and grades of attempts', allWords, words),
      tally('interview days', file.days.length, newDays.length),
    ].filter(({ adds, here }) => adds + here > 0),
  }
}

/** Of rows that a person has one of by key: those that are not here, or are newer than what is here. */
function newer<T extends { readonly updatedAt: Date }>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  here: readonly (readonly [key: string, updatedAt: Date])[],
): readonly T[] {
  const known = new Map(here)
  return rows.filter(row => row.updatedAt > (known.get(keyOf(row)) ?? new Date(-1)))
}

const settleAttempts = (tx: Queries, userId: string, attempts: readonly ReadAttempt[]) =>
  settleIds(
    userId,
    attempts.map(({ id }) => id),
    async ids => {
      const rows = await tx.attempt.findMany({ where: { id: { in: ids } }, select: { id: true, userId: true } })
      return rows.map(({ id, userId: by }) => ({ id, mine: by === userId }))
    },
  )

/** The same question from the same place is the same card, whatever its id. */
async function settleOwnCards(tx: Queries, userId: string, cards: ReadFile['cards']['own'], attempts: Ids) {
  const here = await tx.ownCard.findMany({ where: { userId }, select: { id: true, origin: true, ask: true } })
  const placeOf = ({ origin, ask }: { readonly origin: string; readonly ask: string }) => `${origin}\n${ask}`
  const known = new Map(here.map(card => [placeOf(card), card.id]))
  const ids = new Map(
    await settleIds(
      userId,
      cards.map(({ id }) => id),
      async some => {
        const rows = await tx.ownCard.findMany({ where: { id: { in: some } }, select: { id: true, userId: true } })
        return rows.map(({ id, userId: by }) => ({ id, mine: by === userId }))
      },
    ),
  )
  const rows = []
  for (const card of cards) {
    const origin = card.origin.replace(/^slip:([^:]+):/, (_all, attempt: string) => `slip:${idOf(attempts, attempt)}:`)
    const place = placeOf({ origin, ask: card.ask })
    const same = known.get(place)
    if (same !== undefined) ids.set(card.id, { id: same, here: true })
    if (!isNew(ids, card.id)) continue
    const id = idOf(ids, card.id)
    known.set(place, id)
    rows.push({ ...card, id, origin })
  }
  return { ids, rows }
}

/** What was added to attempts: of those that are here already, only what is new since. */
async function planChildren(tx: Queries, userId: string, attempts: readonly ReadAttempt[], settled: Ids) {
  const ofAttempt = (rows: readonly { readonly id: string; readonly attempt: { readonly userId: string } }[]) =>
    rows.map(({ id, attempt }) => ({ id, mine: attempt.userId === userId }))
  const select = { id: true, attempt: { select: { userId: true } } } as const
  async function rowsOf<T extends { readonly id: string }>(list: (attempt: ReadAttempt) => readonly T[], find: Find) {
    const all = attempts.flatMap(attempt => list(attempt).map(row => ({ ...row, attemptId: idOf(settled, attempt.id) })))
    return fresh(
      all,
      await settleIds(
        userId,
        all.map(({ id }) => id),
        find,
      ),
    )
  }
  const events = await rowsOf(
    // What was said in a sitting is as old as the sitting.
    a => (isNew(settled, a.id) ? a.events : []),
    async ids => ofAttempt(await tx.attemptEvent.findMany({ where: { id: { in: ids } }, select })),
  )
  const scores = await rowsOf(
    a => a.scores,
    async ids => ofAttempt(await tx.score.findMany({ where: { id: { in: ids } }, select })),
  )
  const selfAssessments = await rowsOf(
    a => a.selfAssessments,
    async ids => ofAttempt(await tx.selfAssessment.findMany({ where: { id: { in: ids } }, select })),
  )
  const judgements = await rowsOf(
    a => a.judgements,
    async ids => ofAttempt(await tx.judgement.findMany({ where: { id: { in: ids } }, select })),
  )
  const notes = await rowsOf(
    a => a.notes,
    async ids => ofAttempt(await tx.note.findMany({ where: { id: { in: ids } }, select })),
  )
  const friendReviews = await rowsOf(
    a => a.friends,
    async ids => ofAttempt(await tx.friendReview.findMany({ where: { id: { in: ids } }, select })),
  )
  return { events, scores, selfAssessments, judgements, notes, friendReviews }
}

/** An attempt belongs to one day at most, and only an attempt that is here can. */
async function withFreeAttempts(tx: Queries, days: ReadFile['days'], attempts: Ids) {
  const ids = days.flatMap(({ mocks }) => mocks.flatMap(({ attemptId }) => (attemptId ? idOf(attempts, attemptId) : [])))
  const taken = new Set<string | null>()
  for (const some of chunks(ids))
    for (const { attemptId } of await tx.interviewDayMock.findMany({
      where: { attemptId: { in: some } },
      select: { attemptId: true },
    }))
      taken.add(attemptId)
  return days.map(day => ({
    ...day,
    mocks: day.mocks.map(mock => {
      const settled = mock.attemptId === null ? undefined : attempts.get(mock.attemptId)
      return { ...mock, attemptId: settled && !taken.has(settled.id) ? settled.id : null }
    }),
  }))
}
