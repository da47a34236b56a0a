import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPerson, testClock } from '#tests/factories/attempt-deps.ts'
import { openTestDatabase, providers, type TestDatabase } from '#tests/factories/test-database.ts'
import { lessonProgressWith, saveLessonProgressWith } from './lessons.ts'

describe.each(providers)('lesson progress on %s', provider => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(provider)
  })
  afterAll(() => database.close())

  it('keeps the place and the first time that a lesson was done, for each person alone', async () => {
    const clock = testClock()
    const deps = { db: database.db, now: clock.now }
    const [ada, bob] = [await createPerson(database.db), await createPerson(database.db)]
    await saveLessonProgressWith(deps, ada, 'capacity-estimation', { position: 0.4 })
    const done = await saveLessonProgressWith(deps, ada, 'capacity-estimation', { done: true })
    expect(done).toMatchObject({ position: 0.4, doneAtMs: clock.now() })
    clock.pass(60_000)
    expect(await saveLessonProgressWith(deps, ada, 'capacity-estimation', { done: true, position: 1 })).toMatchObject({
      position: 1,
      doneAtMs: done.doneAtMs,
    })
    expect(await saveLessonProgressWith(deps, ada, 'capacity-estimation', { done: false })).toMatchObject({
      doneAtMs: null,
      position: 1,
    })
    expect(Object.keys(await lessonProgressWith(deps, ada))).toEqual(['capacity-estimation'])
    expect(await lessonProgressWith(deps, bob)).toEqual({})
  })
})
