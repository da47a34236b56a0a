import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checklistsSchema } from '#engine/checklist/checklist.ts'
import { createPerson, testClock } from '#tests/factories/attempt-deps.ts'
import { makeDrill } from '#tests/factories/compiled-drill.ts'
import { startSitting } from '#tests/factories/sitting.ts'
import { openTestDatabase, providers, type TestDatabase } from '#tests/factories/test-database.ts'
import { saveFriendReview } from '../attempts/friend-reviews.ts'
import { handIn } from '../attempts/hand-in.ts'
import { saveLessonProgressWith } from '../progress/lessons.ts'
import { exportAll } from '../transfer/export-all.ts'
import { type ChecklistDeps, checklistOf, tickInput, tickItem } from './checklists.ts'

const { lists } = checklistsSchema.parse({
  lists: [
    {
      id: 'before',
      title: 'Before',
      about: 'a',
      groups: [
        {
          title: 'G',
          items: [
            { id: 'read', text: 'Read', seen: { lessons: ['one'] } },
            { id: 'drills', text: 'Drills', seen: { scored: 1 } },
            { id: 'timed', text: 'Timed', seen: { timed: [{ level: 'L6', minutes: 60 }] } },
            { id: 'both', text: 'Both', seen: { levels: ['L6', 'L7'] } },
            { id: 'heard', text: 'Heard', seen: { recordings: 1 } },
            { id: 'seen-by', text: 'Seen by', seen: { feedback: 1 } },
            { id: 'slept', text: 'Slept' },
          ],
        },
      ],
    },
    { id: 'after', title: 'After', about: 'a', each: 'attempt', groups: [{ title: 'G', items: [{ id: 'fit', text: 'Fit?' }] }] },
  ],
})
const drill = makeDrill([{ kind: 'present', part: 'api', min: 1, dimension: 'architecture' }])

describe.each(providers)('checklists on %s', provider => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(provider)
  })
  afterAll(() => database.close())

  const depsWith = (): ChecklistDeps => ({ db: database.db, now: testClock().now, lists, levelOf: () => undefined })
  const doneOf = async (userId: string, list: string, attempt: string | null = null) =>
    (await checklistOf(depsWith(), userId, list, attempt))?.groups.flatMap(g => g.items.flatMap(i => (i.done ? [i.id] : [])))

  it('tick themselves by what was done, and say by what', async () => {
    const sitting = await startSitting(database.db, drill)
    const { userId, attemptId, deps } = sitting
    expect(await checklistOf(depsWith(), userId, 'before')).toMatchObject({ done: 0, of: 7 })
    await saveLessonProgressWith(deps, userId, 'one', { done: true })
    // An open attempt is none that was handed in.
    expect(await doneOf(userId, 'before')).toEqual(['read'])
    await handIn(deps, userId, attemptId, {})
    expect(await doneOf(userId, 'before')).toEqual(['read', 'drills', 'timed'])
    await saveFriendReview(deps, userId, attemptId, { name: 'Fred', grades: {}, notes: 'Clear.' })
    await database.db.recording.create({
      data: { attemptId, id: 'r', startMs: 0, durationMs: 1, type: 'audio/webm', bytes: 1, whole: true, at: new Date() },
    })
    expect(await doneOf(userId, 'before')).toEqual(['read', 'drills', 'timed', 'heard', 'seen-by'])
    const state = await checklistOf(depsWith(), userId, 'before')
    expect(state?.groups[0]?.items.map(i => i.verdict?.by)).toEqual([
      'the lesson is done',
      '1 drill scored',
      'L6 in 60 minutes',
      'handed in at L6',
      '1 recording kept here',
      'by 1 friend',
      undefined,
    ])
    expect(await doneOf(await createPerson(database.db), 'before')).toEqual([])
  })

  it('are ticked by hand and taken back, keep the first time, and travel with the export', async () => {
    const userId = await createPerson(database.db)
    const clock = testClock()
    const deps = { ...depsWith(), now: clock.now }
    const tick = (ticked: boolean) => tickItem(deps, userId, { list: 'before', item: 'slept', attempt: null, ticked })
    const first = clock.now()
    expect(await tick(true)).toEqual({ ok: true })
    clock.pass(1000)
    await tick(true)
    const state = await checklistOf(deps, userId, 'before')
    expect(state?.groups[0]?.items.at(-1)).toMatchObject({ tickedAtMs: first, done: true })
    const sitting = await startSitting(database.db, drill)
    expect(await exportAll(sitting.deps, userId)).toMatchObject({
      ticks: [{ itemKey: 'before/slept', at: new Date(first) }],
    })
    expect(await exportAll(sitting.deps, sitting.userId)).toMatchObject({ ticks: [] })
    await tick(false)
    expect(await doneOf(userId, 'before')).toEqual([])
  })

  it('have ticks of their own for each attempt, and only for attempts of the person', async () => {
    const [mine, theirs] = [await startSitting(database.db, drill), await startSitting(database.db, drill)]
    const tick = (userId: string, attempt: string | null) =>
      tickItem(depsWith(), userId, { list: 'after', item: 'fit', attempt, ticked: true })
    expect(await tick(mine.userId, mine.attemptId)).toMatchObject({ status: 404, error: { code: 'unknown-attempt' } })
    for (const { deps, userId, attemptId } of [mine, theirs]) await handIn(deps, userId, attemptId, {})
    expect(await tick(mine.userId, mine.attemptId)).toEqual({ ok: true })
    expect(await tick(mine.userId, theirs.attemptId)).toMatchObject({ status: 404 })
    expect(await tick(mine.userId, null)).toMatchObject({ status: 400, error: { code: 'no-attempt' } })
    expect(await doneOf(mine.userId, 'after', mine.attemptId)).toEqual(['fit'])
    expect(await doneOf(mine.userId, 'after')).toEqual([])
    expect(await doneOf(theirs.userId, 'after', theirs.attemptId)).toEqual([])
    expect(await checklistOf(depsWith(), mine.userId, 'after', theirs.attemptId)).toBeNull()
  })

  it('refuse what they do not have', async () => {
    const userId = await createPerson(database.db)
    const tick = (list: string, item: string, attempt: string | null = null) =>
      tickItem(depsWith(), userId, { list, item, attempt, ticked: true })
    expect(await tick('none', 'slept')).toMatchObject({ status: 404, error: { code: 'unknown-item' } })
    expect(await tick('before', 'none')).toMatchObject({ status: 404 })
    expect(await tick('before', 'slept', 'x')).toMatchObject({ status: 400, error: { code: 'not-of-an-attempt' } })
    expect(await checklistOf(depsWith(), userId, 'none')).toBeNull()
    expect(tickInput.safeParse({ list: 'a', item: 'b', attempt: '../x', ticked: true }).success).toBe(false)
  })
})
