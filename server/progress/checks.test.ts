import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPerson, testClock } from '#tests/factories/attempt-deps.ts'
import { openTestDatabase, providers, type TestDatabase } from '#tests/factories/test-database.ts'
import { checkStandingWith, keepCheckAnswerWith } from './checks.ts'

describe.each(providers)('answers to checks on %s', provider => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(provider)
  })
  afterAll(() => database.close())

  it('stand by the newest one, for each person alone, and stop counting at fifty', async () => {
    const clock = testClock()
    const deps = { db: database.db, now: clock.now }
    const [ada, bob] = [await createPerson(database.db), await createPerson(database.db)]
    await keepCheckAnswerWith(deps, ada, 'one', 'a', false)
    clock.pass(1000)
    await keepCheckAnswerWith(deps, ada, 'one', 'a', true)
    await keepCheckAnswerWith(deps, ada, 'two', 'a', false)
    expect(await checkStandingWith(deps, ada)).toEqual([
      { lesson: 'one', check: 'a', right: true, atMs: clock.now() },
      { lesson: 'two', check: 'a', right: false, atMs: clock.now() },
    ])
    expect(await checkStandingWith(deps, bob)).toEqual([])
    for (let n = 0; n < 60; n += 1) await keepCheckAnswerWith(deps, bob, 'one', 'a', true)
    expect(await database.db.checkAnswer.count({ where: { userId: bob } })).toBe(50)
  })
})
