import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CatalogCard } from '#engine/recall/card.ts'
import { createPerson, newRevisionId, testClock, testDeps } from '#tests/factories/attempt-deps.ts'
import { makeDrill, makeSubmission } from '#tests/factories/compiled-drill.ts'
import { openTestDatabase, providers, type TestDatabase } from '#tests/factories/test-database.ts'
import { handIn } from '../attempts/hand-in.ts'
import { saveRevision } from '../attempts/save-revision.ts'
import { startAttempt } from '../attempts/start-attempt.ts'
import { saveLessonProgressWith } from '../progress/lessons.ts'
import {
  addOwnCard,
  addSlipCard,
  exportCards,
  importCards,
  type RecallDeps,
  recallOverview,
  recallSession,
  removeOwnCard,
  reviewCard,
  undoReview,
} from './cards.ts'

const DAY = 86_400_000
const card = (lesson: string, id: string): CatalogCard => ({
  key: `${lesson}/${id}`,
  lesson,
  id,
  ask: `What is ${id}?`,
  answer: `It is ${id}`,
})
const cards: readonly CatalogCard[] = [
  card('one', 'a'),
  card('one', 'b'),
  {
    key: 'one/nines',
    lesson: 'one',
    id: 'nines',
    ask: 'How long is 99.9%?',
    number: '(1 - 99.9%) * 30 days',
    unit: 'minutes',
    tolerance: '10%',
  },
  ...Array.from({ length: 60 }, (_, n) => card('two', `n${n}`)),
]

describe.each(providers)('cards on %s', provider => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(provider)
  })
  afterAll(() => database.close())

  async function person() {
    const clock = testClock()
    const deps: RecallDeps = { db: database.db, now: clock.now, cards: async () => cards, drillTitle: async () => 'Links' }
    const userId = await createPerson(database.db)
    const read = (slug: string) => saveLessonProgressWith(deps, userId, slug, { done: true })
    const keys = async () => (await recallSession(deps, userId)).cards.map(c => c.key)
    return { clock, deps, userId, read, keys }
  }

  it('come with the lesson that was read, and go until they are due', async () => {
    const { clock, deps, userId, read, keys } = await person()
    expect(await keys()).toEqual([])
    await read('one')
    expect(await keys()).toEqual(['one/a', 'one/b', 'one/nines'])
    expect((await recallSession(deps, userId)).cards.at(2)).toMatchObject({ answer: '43.2 minutes', number: { unit: 'minutes' } })
    const reviewed = await reviewCard(deps, userId, { key: 'one/a', rating: 4 })
    expect(reviewed).toMatchObject({ ok: true })
    expect(await keys()).toEqual(['one/b', 'one/nines'])
    clock.pass(60 * DAY)
    expect(await keys()).toContain('one/a')
  })

  it('are five minutes after a missed month, too, and what is left out is said', async () => {
    const { clock, deps, userId, read } = await person()
    await read('two')
    for (const { key } of cards.slice(3)) await reviewCard(deps, userId, { key, rating: 4 })
    clock.pass(90 * DAY)
    const session = await recallSession(deps, userId)
    expect(session.cards).toHaveLength(25)
    expect(session.leftOut).toBe(35)
    expect(await recallOverview(deps, userId)).toMatchObject({ due: 60, seen: 60 })
  })

  it('are as before when a review is taken back, the newest first, within the hour', async () => {
    const { clock, deps, userId, read } = await person()
    await read('one')
    await reviewCard(deps, userId, { key: 'one/a', rating: 3 })
    clock.pass(1000)
    const stored = await database.db.cardState.findUniqueOrThrow({ where: { userId_cardKey: { userId, cardKey: 'one/a' } } })
    await reviewCard(deps, userId, { key: 'one/a', rating: 1 })
    expect(await undoReview(deps, userId)).toEqual({ ok: true, key: 'one/a' })
    const again = await database.db.cardState.findUniqueOrThrow({ where: { userId_cardKey: { userId, cardKey: 'one/a' } } })
    expect([again.state, again.due]).toEqual([stored.state, stored.due])
    expect(await undoReview(deps, userId)).toEqual({ ok: true, key: 'one/a' })
    expect(await database.db.cardState.count({ where: { userId } })).toBe(0)
    expect(await undoReview(deps, userId)).toMatchObject({ ok: false, status: 409 })
    await reviewCard(deps, userId, { key: 'one/b', rating: 3 })
    clock.pass(2 * 60 * 60_000)
    expect(await undoReview(deps, userId)).toMatchObject({ ok: false, status: 409 })
  })

  it('are one person’s alone', async () => {
    const [ada, bob] = [await person(), await person()]
    await addOwnCard(ada.deps, ada.userId, { ask: 'Mine?', answer: 'Yes' })
    const [own] = (await recallOverview(ada.deps, ada.userId)).own
    expect(await reviewCard(bob.deps, bob.userId, { key: `own/${own?.id}`, rating: 3 })).toMatchObject({ ok: false, status: 404 })
    expect(await removeOwnCard(bob.deps, bob.userId, own?.id ?? '')).toMatchObject({ ok: false, status: 404 })
    expect(await exportCards(bob.deps, bob.userId)).not.toContain('Mine?')
    expect(await removeOwnCard(ada.deps, ada.userId, own?.id ?? '')).toEqual({ ok: true })
    expect(await ada.keys()).toEqual([])
  })

  it('come in and go out as text', async () => {
    const { deps, userId, keys } = await person()
    expect(await importCards(deps, userId, 'front\tback\nno back\n')).toMatchObject({
      added: 1,
      read: 1,
      problems: [{ line: 2 }],
    })
    expect(await importCards(deps, userId, 'front\tbetter back\n')).toMatchObject({ added: 0, read: 1 })
    expect(await keys()).toHaveLength(1)
    expect(await exportCards(deps, userId)).toContain('front\tbetter back\ttenfold own')
  })

  it('are made of one’s own slip, with one’s own numbers', async () => {
    const { clock, deps, userId } = await person()
    const attempts = testDeps(database.db, clock.now, makeDrill())
    const started = await startAttempt(attempts, userId, { drillSlug: 'links', mode: 'drill', level: 'L6' })
    if (!started.ok) throw new Error(started.error.message)
    const submission = makeSubmission({
      answers: [
        { target: 'qps', stated: '1157 /s' },
        { target: 'stored', stated: '3 TB' },
      ],
    })
    await saveRevision(attempts, userId, started.attemptId, { id: newRevisionId(), parentId: null, submission })
    await handIn(attempts, userId, started.attemptId, {})
    expect(await addSlipCard(deps, userId, started.attemptId, 'qps')).toEqual({ ok: true })
    expect(await addSlipCard(deps, userId, started.attemptId, 'qps')).toEqual({ ok: true })
    const { cards: queue } = await recallSession(deps, userId)
    expect(queue).toHaveLength(1)
    expect(queue[0]).toMatchObject({ ask: 'Links, with your numbers: average', number: { unit: '/s' } })
    expect(queue[0]?.answer).toContain('38.6')
    const stranger = await createPerson(database.db)
    expect(await addSlipCard(deps, stranger, started.attemptId, 'qps')).toMatchObject({ ok: false, status: 404 })
    expect(await addSlipCard(deps, userId, started.attemptId, 'nothing')).toMatchObject({ ok: false, status: 404 })
  })
})
