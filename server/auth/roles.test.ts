import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPerson } from '#tests/factories/attempt-deps.ts'
import { openTestDatabase, providers, type TestDatabase } from '#tests/factories/test-database.ts'
import { removeMember } from './remove-account.ts'
import { setRole } from './roles.ts'

describe.each(providers)('roles on %s', provider => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(provider)
  })
  afterAll(() => database.close())

  const roleOf = async (id: string) => (await database.db.user.findUnique({ where: { id } }))?.role

  it('make a member a mentor and back, and never touch the owner', async () => {
    const { db } = database
    const person = await createPerson(db)
    expect(await setRole({ db }, { id: person, role: 'mentor' })).toEqual({ ok: true })
    expect(await roleOf(person)).toBe('mentor')
    await setRole({ db }, { id: person, role: 'member' })
    expect(await roleOf(person)).toBe('member')
    const owner = await createPerson(db)
    await db.user.update({ where: { id: owner }, data: { role: 'owner' } })
    expect(await setRole({ db }, { id: owner, role: 'member' })).toMatchObject({ ok: false })
    expect(await setRole({ db }, { id: person, role: 'owner' })).toMatchObject({ errors: { role: 'Choose member or mentor.' } })
    expect([await roleOf(owner), await roleOf(person)]).toEqual(['owner', 'member'])
  })

  it('let the owner remove a mentor as any member', async () => {
    const { db } = database
    const person = await createPerson(db)
    await setRole({ db }, { id: person, role: 'mentor' })
    expect(await removeMember({ db }, person)).toEqual({ ok: true })
    expect(await roleOf(person)).toBeUndefined()
  })
})
