import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPerson } from '#tests/factories/attempt-deps.ts'
import { openTestDatabase, type TestDatabase } from '#tests/factories/test-database.ts'
import { setPassword, signOutEverywhere } from './accounts.ts'
import { userOfToken } from './current-user.ts'

describe('userOfToken', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase('sqlite')
  })
  afterAll(() => database.close())

  it('knows the person of a token until their epoch rises', async () => {
    const { db } = database
    const sub = await createPerson(db)
    expect(await userOfToken(db, { sub, epoch: 1 })).toMatchObject({ id: sub, level: 'L6', theme: null })
    expect(JSON.stringify(await userOfToken(db, { sub, epoch: 1 }))).not.toContain('passwordHash')
    await signOutEverywhere({ db }, sub)
    expect(await userOfToken(db, { sub, epoch: 1 })).toBeNull()
    expect(await userOfToken(db, { sub, epoch: 2 })).not.toBeNull()
    await setPassword({ db }, sub, 'a new good password')
    expect(await userOfToken(db, { sub, epoch: 2 })).toBeNull()
  })

  it('knows nobody by a token of a deleted account', async () => {
    expect(await userOfToken(database.db, { sub: 'gone', epoch: 1 })).toBeNull()
  })
})
