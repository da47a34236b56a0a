import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPerson, newRevisionId, testClock, testDeps } from '#tests/factories/attempt-deps.ts'
import { makeDrill, makeSubmission, scoring } from '#tests/factories/compiled-drill.ts'
import { openTestDatabase, providers, type TestDatabase } from '#tests/factories/test-database.ts'
import { handIn } from '../attempts/hand-in.ts'
import { saveRevision } from '../attempts/save-revision.ts'
import { startAttempt } from '../attempts/start-attempt.ts'
import { reviewCard } from '../recall/cards.ts'
import { keepCheckAnswerWith } from './checks.ts'
import { saveLessonProgressWith } from './lessons.ts'
import { type ProgressDeps, progressOf } from './progress.ts'

const MINUTE = 60_000
const DAY = 86_400_000
const drill = makeDrill(
  [
    { kind: 'estimate', target: 'qps', dimension: 'estimates', lesson: 'one' },
    { kind: 'estimate', target: 'stored', dimension: 'data' },
  ],
  { phases: [{ id: 'all', title: 'All', minutes: 60, parts: ['worksheet', 'answers'], checklist: ['do it'] }] },
)
const right = { target: 'qps', stated: '30..45 /s', confidence: 90 }
const perDay = { target: 'qps', stated: '1157 /s' }

describe.each(providers)('progress on %s', provider => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(provider)
  })
  afterAll(() => database.close())

  async function person() {
    const clock = testClock()
    const cards = ['a', 'b'].map(id => ({ key: `one/${id}`, lesson: 'one', id, ask: id, answer: id }))
    const deps: ProgressDeps = {
      db: database.db,
      now: clock.now,
      cards: async () => cards,
      lessons: [{ slug: 'one', title: 'One', checks: ['x', 'y'] }],
      scoring,
      drillTitle: async slug => slug,
    }
    const attempts = testDeps(database.db, clock.now, drill)
    const userId = await createPerson(database.db)
    const sit = async (answers: readonly object[], mode: 'practice' | 'drill' = 'drill') => {
      const started = await startAttempt(attempts, userId, { drillSlug: 'links', mode, level: 'L6' })
      if (!started.ok) throw new Error(started.error.message)
      clock.pass(12 * MINUTE)
      const submission = makeSubmission({ answers })
      await saveRevision(attempts, userId, started.attemptId, { id: newRevisionId(), parentId: null, submission })
      clock.pass(3 * MINUTE)
      await handIn(attempts, userId, started.attemptId, {})
      return started.attemptId
    }
    return { clock, deps, userId, sit }
  }

  it('has nothing to say of somebody who has done nothing', async () => {
    const { deps, userId } = await person()
    const progress = await progressOf(deps, userId)
    expect(progress).toMatchObject({ attempts: [], calibration: [], pace: [], slips: [], quietShare: null })
    expect(progress.topics).toEqual([{ slug: 'one', title: 'One', mastery: null, read: false }])
    expect(progress.readiness.L6.thin).toBe(true)
    expect(progress.week).toMatchObject({ lessons: 0, attempts: 0, reviews: 0, best: null })
  })

  it('follows what was done: scores, topics, ranges that held, the pace, and slips that return', async () => {
    const { clock, deps, userId, sit } = await person()
    await sit([perDay, { target: 'stored', stated: '3 TB' }])
    clock.pass(DAY)
    await sit([perDay])
    clock.pass(DAY)
    const last = await sit([right, { target: 'stored', stated: '3 TB' }])
    const progress = await progressOf(deps, userId)
    expect(progress.attempts).toHaveLength(3)
    expect(progress.slips).toMatchObject([{ times: 2 }])
    expect(progress.calibration).toMatchObject([{ confidence: 90, held: 1, of: 1 }])
    expect(progress.pace).toEqual([{ title: 'All', planned: 60, spent: 1, sittings: 3 }])
    expect(progress.quietShare).toBeCloseTo(14 / 15)
    // The newest score of the drill is what counts for the topic: the range around the right rate is met.
    expect(progress.topics[0]?.mastery).toBe(1)
    expect(progress.dimensions.find(d => d.id === 'estimates')?.mastery).toBeLessThan(1)
    expect(progress.week).toMatchObject({ attempts: 3 })
    expect(progress.attempts.at(-1)?.id).toBe(last)
  })

  it('rises and falls with checks and cards', async () => {
    const { clock, deps, userId } = await person()
    await saveLessonProgressWith(deps, userId, 'one', { done: true })
    await keepCheckAnswerWith(deps, userId, 'one', 'x', true)
    const topic = async () => (await progressOf(deps, userId)).topics[0]
    expect(await topic()).toMatchObject({ mastery: 0.5, read: true })
    await keepCheckAnswerWith(deps, userId, 'one', 'y', true)
    expect((await topic())?.mastery).toBe(1)
    const recall = { ...deps, cards: deps.cards }
    for (const key of ['one/a', 'one/b']) await reviewCard(recall, userId, { key, rating: 4 })
    const fresh = (await topic())?.mastery ?? 0
    clock.pass(200 * DAY)
    expect((await topic())?.mastery).toBeLessThan(fresh)
    await keepCheckAnswerWith(deps, userId, 'one', 'x', false)
    expect((await topic())?.mastery).toBeLessThan(0.8)
  })

  it('is of one person alone', async () => {
    const [ada, bob] = [await person(), await person()]
    await ada.sit([right])
    expect((await progressOf(bob.deps, bob.userId)).attempts).toEqual([])
  })
})
