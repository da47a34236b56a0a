import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { sprintTemplatesSchema } from '#engine/sprint/template.ts'
import { Prisma } from '#generated/sqlite/client.ts'
import { newRevisionId, testClock, testDeps, withWorksheet } from '#tests/factories/attempt-deps.ts'
import { openTestDatabase, providers, type TestDatabase } from '#tests/factories/test-database.ts'
import { leadWholeLife } from '#tests/factories/whole-life.ts'
import { handIn } from '../attempts/hand-in.ts'
import { askQuestion } from '../attempts/questions.ts'
import { saveNote, saveSelfAssessment } from '../attempts/review.ts'
import { saveRevision } from '../attempts/save-revision.ts'
import { startAttempt } from '../attempts/start-attempt.ts'
import { saveLessonProgressWith } from '../progress/lessons.ts'
import {
  type AuthDeps,
  createOwner,
  hasOwner,
  invite,
  setSignUpPolicy,
  signInWithPassword,
  signUp,
  signUpPolicy,
} from './accounts.ts'
import { userOfToken } from './current-user.ts'
import { deleteAccount, hasPassword, removeMember } from './remove-account.ts'

const { templates } = sprintTemplatesSchema.parse(parse(readFileSync('content/sprints/templates.yaml', 'utf8')))
const password = 'correct horse battery'
const person = (name: string) => ({ name, email: `${name}@example.org`, password, timeZone: 'Asia/Tokyo' })
const visitor = { code: '', invitation: '', address: '192.0.2.1' }
const sure = { password, email: '', confirmed: true, address: visitor.address }

describe.each(providers)('removing an account on %s', provider => {
  let database: TestDatabase
  let deps: AuthDeps
  let owner: string
  beforeAll(async () => {
    database = await openTestDatabase(provider)
  })
  beforeEach(async () => {
    const { db, directory } = database
    await db.$transaction([db.user.deleteMany(), db.setting.deleteMany(), db.rateLimitHit.deleteMany()])
    deps = {
      db,
      now: testClock().now,
      secret: 's'.repeat(32),
      settings: { HOST: '127.0.0.1', DATA_DIR: directory, AUTH_URL: undefined },
    }
    owner = idOf(await createOwner(deps, person('owner'), visitor))
    await setSignUpPolicy(deps, 'open')
  })
  afterAll(() => database.close())

  const idOf = (made: Awaited<ReturnType<typeof signUp>>) => {
    if (!made.ok) throw new Error(JSON.stringify(made.errors))
    return made.userId
  }
  const member = async (name = 'member') => idOf(await signUp(deps, person(name), visitor))
  const personal = () => {
    const { db } = database
    const models = [db.attempt, db.revision, db.score, db.selfAssessment, db.note, db.attemptEvent, db.lessonProgress]
    return Promise.all(models.map(async model => Number(await Reflect.apply(model.count, model, []))))
  }

  /** Every row of every model of the generated client, as text in a fixed order. */
  async function everyRow() {
    const rows = new Map<string, string[]>()
    for (const model of Object.values(Prisma.ModelName)) {
      const table = Reflect.get(database.db, model.charAt(0).toLowerCase() + model.slice(1))
      const found: object[] = await table.findMany()
      const text = (row: object) => JSON.stringify(row, (_key, value) => (typeof value === 'bigint' ? String(value) : value))
      rows.set(model, found.map(text).sort())
    }
    return rows
  }

  /** Leaves a row in the tables of a sitting. */
  async function study(userId: string) {
    const attempts = testDeps(database.db, deps.now)
    const started = await startAttempt(attempts, userId, { drillSlug: 'small-drill', mode: 'drill', level: 'L6' })
    if (!started.ok) throw new Error(started.error.message)
    const { attemptId } = started
    await saveRevision(attempts, userId, attemptId, { id: newRevisionId(), parentId: null, submission: withWorksheet('a = 1') })
    await askQuestion(attempts, userId, attemptId, 'Do links expire?')
    await handIn(attempts, userId, attemptId, {})
    await saveNote(attempts, userId, attemptId, 'Ask first.')
    await saveSelfAssessment(attempts, userId, attemptId, { criterionId: 'c', verdict: 'met' })
    await saveLessonProgressWith({ db: database.db, now: deps.now }, userId, 'capacity-estimation', { done: true })
  }

  it('deletes everything of the person and nothing of anyone else, and ends every session', async () => {
    const leaves = await member('leaves')
    await study(owner)
    const before = await personal()
    await study(leaves)
    expect((await personal()).every((count, index) => count > (before[index] ?? 0))).toBe(true)
    expect(await deleteAccount(deps, leaves, sure)).toEqual({ ok: true })
    expect(await personal()).toEqual(before)
    expect(await userOfToken(database.db, { sub: leaves, epoch: 1 })).toBeNull()
    expect(await signInWithPassword(deps, { ...person('leaves'), address: '' })).toMatchObject({ ok: false })
    expect(idOf(await signUp(deps, person('leaves'), visitor))).not.toBe(leaves)
  })

  it('leaves no row of the person in any table, nor a drill that came with them', async () => {
    const clock = testClock()
    const stays = await member('stays')
    const mentor = await member('mentor')
    await database.db.user.update({ where: { id: mentor }, data: { role: 'mentor' } })
    await leadWholeLife(database.db, clock, stays, mentor, templates)
    const before = await everyRow()
    const leaves = await member('leaves')
    const life = await leadWholeLife(database.db, clock, leaves, mentor, templates)
    const { pinnedHash } = await database.db.attempt.findFirstOrThrow({ where: { userId: leaves } })
    await database.db.pinnedDrill.create({ data: { hash: 'only-theirs', json: '{}' } })
    await database.db.attempt.updateMany({ where: { id: life.late }, data: { pinnedHash: 'only-theirs' } })
    const during = await everyRow()
    // A new table has to be reached by the whole life, or named here as one that is about nobody.
    const aboutNobody = ['Setting', 'RateLimitHit']
    for (const [model, rows] of during)
      if (!aboutNobody.includes(model)) expect(rows.length, model).toBeGreaterThan(before.get(model)?.length ?? 0)
    expect(JSON.stringify([...during])).toContain(leaves)

    expect(await deleteAccount({ ...deps, now: clock.now }, leaves, sure)).toEqual({ ok: true })
    const after = await everyRow()
    for (const [model, rows] of after) if (!aboutNobody.includes(model)) expect(rows, model).toEqual(before.get(model))
    for (const known of [leaves, life.attemptId, life.late, life.dayId, 'leaves@example.org'])
      expect(JSON.stringify([...after])).not.toContain(known)
    expect(await database.db.pinnedDrill.count({ where: { hash: pinnedHash } })).toBe(1)
  })

  it('asks for the password and for the tick, and deletes nothing without them', async () => {
    const stays = await member()
    expect(await deleteAccount(deps, stays, { ...sure, confirmed: false })).toMatchObject({
      ok: false,
      errors: { confirmed: expect.stringContaining('Tick the box') },
    })
    expect(await deleteAccount(deps, stays, { ...sure, password: 'wrong password' })).toEqual({
      ok: false,
      errors: { password: 'That is not your password.' },
    })
    // The form's e-mail field says nothing about whose password it is.
    expect(await deleteAccount(deps, owner, { ...sure, password: 'wrong password', email: 'member@example.org' })).toMatchObject({
      ok: false,
    })
    expect(await database.db.user.count()).toBe(2)
  })

  it('makes even the right password wait after ten wrong ones', async () => {
    const stays = await member()
    for (let n = 0; n < 10; n += 1) await deleteAccount(deps, stays, { ...sure, password: 'wrong password' })
    expect(await deleteAccount(deps, stays, sure)).toMatchObject({
      ok: false,
      errors: { password: expect.stringContaining('Too many tries') },
    })
  })

  it('asks whoever has no password for the e-mail address', async () => {
    const stays = await member()
    await database.db.user.update({ where: { id: stays }, data: { passwordHash: null } })
    expect(await hasPassword(database.db, stays)).toBe(false)
    expect(await hasPassword(database.db, owner)).toBe(true)
    expect(await deleteAccount(deps, stays, sure)).toMatchObject({ ok: false, errors: { email: expect.any(String) } })
    expect(await deleteAccount(deps, stays, { ...sure, email: ' Member@example.org' })).toEqual({ ok: true })
  })

  it('lets the owner go last, and is a new Tenfold after that', async () => {
    const other = await member()
    await invite(deps, owner, 'a friend')
    expect(await deleteAccount(deps, owner, sure)).toMatchObject({
      ok: false,
      errors: { '': expect.stringContaining('another person has an account in it') },
    })
    expect(await hasOwner(database.db)).toBe(true)
    await removeMember(deps, other)
    expect(await deleteAccount(deps, owner, sure)).toEqual({ ok: true })
    expect(await hasOwner(database.db)).toBe(false)
    expect(await signUpPolicy(database.db)).toBe('invitation')
    expect(await database.db.invitation.count()).toBe(0)
    expect(await createOwner(deps, person('next'), visitor)).toMatchObject({ ok: true })
  })

  it('removes a member once, never the owner, and is content with one who is gone', async () => {
    const leaves = await member()
    await study(leaves)
    expect(await removeMember(deps, leaves)).toEqual({ ok: true })
    expect(await removeMember(deps, leaves)).toEqual({ ok: true })
    expect(await personal()).toEqual([0, 0, 0, 0, 0, 0, 0])
    expect(await removeMember(deps, owner)).toMatchObject({ ok: false })
    expect(await database.db.user.count()).toBe(1)
  })
})
