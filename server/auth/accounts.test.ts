import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testClock } from '#tests/factories/attempt-deps.ts'
import { openTestDatabase, providers, type TestDatabase } from '#tests/factories/test-database.ts'
import {
  type AuthDeps,
  changePassword,
  createOwner,
  hasOwner,
  invite,
  isInvitation,
  listPeople,
  revokeInvitation,
  setSignUpPolicy,
  signInWithPassword,
  signOutEverywhere,
  signUp,
  updateProfile,
} from './accounts.ts'
import { admitOpenId } from './open-id.ts'
import { needsOwnerCode, ownerCode } from './owner-code.ts'
import { sweepTries } from './rate-limit.ts'

const MINUTE = 60_000
const password = 'correct horse battery'
const person = (name: string) => ({ name, email: `${name}@Example.org`, password, timeZone: 'Asia/Tokyo' })
const visitor = { code: '', invitation: '', address: '192.0.2.1' }

describe.each(providers)('accounts on %s', provider => {
  let database: TestDatabase
  let clock: ReturnType<typeof testClock>
  let deps: AuthDeps
  beforeAll(async () => {
    database = await openTestDatabase(provider)
  })
  beforeEach(async () => {
    const { db, directory } = database
    await db.$transaction([db.user.deleteMany(), db.setting.deleteMany(), db.rateLimitHit.deleteMany()])
    clock = testClock()
    deps = {
      db,
      now: clock.now,
      secret: 's'.repeat(32),
      settings: { HOST: '127.0.0.1', DATA_DIR: directory, AUTH_URL: undefined },
    }
  })
  afterAll(() => database.close())

  const owner = async () => {
    const created = await createOwner(deps, person('owner'), visitor)
    if (!created.ok) throw new Error(JSON.stringify(created.errors))
    return created
  }
  const signIn = (email: string, given = password, address = visitor.address) =>
    signInWithPassword(deps, { email, password: given, address })
  const userOf = (id: string) => deps.db.user.findUniqueOrThrow({ where: { id } })

  it('makes the first visitor the owner, with the time zone of the browser and the e-mail in lower case', async () => {
    expect(await hasOwner(deps.db)).toBe(false)
    const { userId } = await owner()
    expect(await userOf(userId)).toMatchObject({ role: 'owner', email: 'owner@example.org', timeZone: 'Asia/Tokyo' })
    expect((await userOf(userId)).passwordHash).toMatch(/^\$argon2id\$/)
  })

  it('lets one of two racing first visitors in', async () => {
    const answers = await Promise.all(['a', 'b', 'c'].map(name => createOwner(deps, person(name), visitor)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await deps.db.user.count()).toBe(1)
  })

  it('asks for the printed code when others can reach the server', async () => {
    const open = { ...deps, settings: { ...deps.settings, HOST: '0.0.0.0' } }
    const code = ownerCode(open.settings)
    expect(statSync(join(database.directory, 'owner-code')).mode & 0o777).toBe(0o600)
    expect(await createOwner(open, person('owner'), { ...visitor, code: 'AAAA-AAAA-AAAA' })).toMatchObject({
      ok: false,
      errors: { code: expect.any(String) },
    })
    const spelled = code.toLowerCase().replaceAll('-', ' ')
    expect(await createOwner(open, person('owner'), { ...visitor, code: spelled })).toMatchObject({ ok: true })
    expect(existsSync(join(database.directory, 'owner-code'))).toBe(false)
  })

  it('asks for it behind a proxy too, and not on the machine itself', () => {
    const at = (AUTH_URL?: string) => needsOwnerCode({ HOST: '127.0.0.1', DATA_DIR: database.directory, AUTH_URL })
    expect([at(), at('http://localhost:3000'), at('https://tenfold.example.org')]).toEqual([false, false, true])
  })

  it('stops the guessing of the code, even of the right one', async () => {
    const open = { ...deps, settings: { ...deps.settings, HOST: '0.0.0.0' } }
    for (let n = 0; n < 10; n += 1) await createOwner(open, person('owner'), { ...visitor, code: `AAAA-AAAA-A${n}` })
    const right = { ...visitor, code: ownerCode(open.settings) }
    expect(await createOwner(open, person('owner'), right)).toMatchObject({
      errors: { code: expect.stringContaining('Too many') },
    })
    clock.pass(16 * MINUTE)
    expect(await createOwner(open, person('owner'), right)).toMatchObject({ ok: true })
  })

  it('refuses a 10,000-character name, a short password and a wrong address by name', async () => {
    const bad = { name: 'x'.repeat(10_000), email: 'nobody', password: 'short', timeZone: 'Nowhere/Else' }
    expect(await createOwner(deps, bad, visitor)).toEqual({
      ok: false,
      errors: {
        name: 'The name is 10,000 characters long; it may have 200. Shorten it.',
        email: expect.stringContaining('e-mail address'),
        password: expect.stringContaining('10 characters'),
      },
    })
    expect(await createOwner(deps, undefined, visitor)).toMatchObject({ ok: false })
  })

  it('keeps HTML in a name as text', async () => {
    const created = await createOwner(deps, { ...person('owner'), name: '<script>alert(1)</script>' }, visitor)
    expect(created.ok && (await userOf(created.userId)).name).toBe('<script>alert(1)</script>')
  })

  describe('signing up', () => {
    it('is by invitation at first, and an invitation works once', async () => {
      const { userId } = await owner()
      expect(await signUp(deps, person('ada'), visitor)).toMatchObject({
        ok: false,
        errors: { '': expect.stringContaining('invitation') },
      })
      const { token } = await invite(deps, userId, 'Ada')
      expect(await isInvitation(deps, token)).toBe(true)
      expect(JSON.stringify(await deps.db.invitation.findMany())).not.toContain(token)
      const answers = await Promise.all(['ada', 'bob'].map(name => signUp(deps, person(name), { ...visitor, invitation: token })))
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      expect(await isInvitation(deps, token)).toBe(false)
      expect((await listPeople(deps)).invitations).toMatchObject([{ note: 'Ada', state: 'used' }])
    })

    it('does not use up an invitation on an address that has an account', async () => {
      const { userId } = await owner()
      const { token } = await invite(deps, userId, 'Ada')
      expect(await signUp(deps, person('owner'), { ...visitor, invitation: token })).toMatchObject({
        ok: false,
        errors: { email: expect.any(String) },
      })
      expect(await isInvitation(deps, token)).toBe(true)
    })

    it('takes no invitation that ran out or was taken back', async () => {
      const { userId } = await owner()
      const first = await invite(deps, userId, 'Ada')
      await revokeInvitation(deps, first.id)
      expect(await isInvitation(deps, first.token)).toBe(false)
      const second = await invite(deps, userId, 'Bob')
      clock.pass(15 * 24 * 60 * MINUTE)
      expect(await signUp(deps, person('bob'), { ...visitor, invitation: second.token })).toMatchObject({ ok: false })
    })

    it('follows the policy of the owner', async () => {
      await owner()
      await setSignUpPolicy(deps, 'open')
      expect(await signUp(deps, person('ada'), visitor)).toMatchObject({ ok: true })
      await setSignUpPolicy(deps, 'closed')
      expect(await signUp(deps, person('bob'), visitor)).toMatchObject({
        ok: false,
        errors: { '': expect.stringContaining('closed') },
      })
    })

    it('lets one of two racing sign-ups with the same address in', async () => {
      await owner()
      await setSignUpPolicy(deps, 'open')
      const answers = await Promise.all([1, 2].map(() => signUp(deps, person('ada'), visitor)))
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    })
  })

  describe('signing in', () => {
    it('takes the right password in any spelling of the address, and says the same of a wrong one and of no account', async () => {
      const { userId } = await owner()
      expect(await signIn(' OWNER@example.org')).toEqual({ ok: true, userId, epoch: 1 })
      const wrong = await signIn('owner@example.org', 'not the password')
      expect(await signIn('nobody@example.org')).toEqual(wrong)
    })

    it('makes even the right password wait after ten wrong ones, wherever they came from', async () => {
      await owner()
      for (let n = 0; n < 10; n += 1) await signIn('owner@example.org', 'wrong password', `192.0.2.${n}`)
      expect(await signIn('owner@example.org')).toMatchObject({ errors: { '': 'Too many tries. Try again in 15 minutes.' } })
      clock.pass(15 * MINUTE + 1)
      expect(await signIn('owner@example.org')).toMatchObject({ ok: true })
    })

    it('judges no more guesses when many come at once', async () => {
      await owner()
      const guesses = Array.from({ length: 30 }, (_, n) => signIn('owner@example.org', 'wrong password', `192.0.2.${n}`))
      const judged = (await Promise.all(guesses)).filter(answer => !answer.ok && !answer.errors['']?.includes('Too many'))
      expect(judged.length).toBeLessThanOrEqual(10)
    })

    it('limits one network that tries many addresses', async () => {
      await owner()
      for (let n = 0; n < 60; n += 1) await signIn(`person${n}@example.org`, 'wrong password')
      expect(await signIn('owner@example.org')).toMatchObject({ ok: false, errors: { '': expect.stringContaining('Too many') } })
      expect(await signIn('owner@example.org', password, '198.51.100.7')).toMatchObject({ ok: true })
    }, 60_000)

    it('lets a course of thirty sign up from one network in an hour, one mistyped try each', async () => {
      await owner()
      await setSignUpPolicy(deps, 'open')
      for (let n = 0; n < 30; n += 1) {
        expect(await signUp(deps, person('owner'), visitor)).toMatchObject({ ok: false, errors: { email: expect.any(String) } })
        expect(await signUp(deps, person(`student${n}`), visitor)).toMatchObject({ ok: true })
      }
    }, 60_000)

    it('keeps no address of anyone in the counts, and forgets them in time', async () => {
      await owner()
      await signIn('owner@example.org', 'wrong password')
      expect(JSON.stringify(await deps.db.rateLimitHit.findMany())).not.toMatch(/owner|192\.0\.2/)
      await sweepTries(deps.db, clock.now() + 25 * 60 * MINUTE)
      expect(await deps.db.rateLimitHit.count()).toBe(0)
    })
  })

  describe('the epoch', () => {
    it('rises with a new password and with signing out everywhere', async () => {
      const { userId } = await owner()
      const next = 'another good sentence'
      expect(await changePassword(deps, userId, { current: 'wrong password', next, address: '' })).toMatchObject({
        ok: false,
        errors: { current: expect.any(String) },
      })
      expect(await changePassword(deps, userId, { current: password, next: 'short', address: '' })).toMatchObject({
        ok: false,
        errors: { next: expect.any(String) },
      })
      expect((await userOf(userId)).epoch).toBe(1)
      expect(await changePassword(deps, userId, { current: password, next, address: '' })).toMatchObject({ ok: true, epoch: 2 })
      expect(await signIn('owner@example.org')).toMatchObject({ ok: false })
      expect(await signIn('owner@example.org', next)).toMatchObject({ ok: true, epoch: 2 })
      expect(await signOutEverywhere(deps, userId)).toMatchObject({ epoch: 3 })
    })
  })

  it('changes what a form says and names what is wrong with it', async () => {
    const { userId } = await owner()
    const patch = {
      weeklyHours: '12',
      interviewDate: '2026-05-01',
      startDate: '',
      extraTimePercent: '25',
      theme: 'dark',
      timeZone: 'UTC',
    }
    expect(await updateProfile(deps, userId, patch)).toEqual({ ok: true })
    expect(await userOf(userId)).toMatchObject({
      weeklyHours: 12,
      interviewDate: '2026-05-01',
      startDate: null,
      extraTimePercent: 25,
      theme: 'dark',
    })
    const bad = { weeklyHours: '-1', interviewDate: '2026-02-30', timeZone: 'Mars', theme: 'pink' }
    const answer = await updateProfile(deps, userId, bad)
    expect(answer.ok ? [] : Object.keys(answer.errors).sort()).toEqual(['interviewDate', 'theme', 'timeZone', 'weeklyHours'])
    expect(await updateProfile(deps, userId, { role: 'owner' })).toMatchObject({ ok: false })
  })

  describe('an OpenID provider', () => {
    const issuer = 'https://id.example.org'
    const answer = { sub: '42', email: 'Ada@example.org', email_verified: true, name: 'Ada' }

    it('signs in whom it has verified, as far as the policy goes, and the same account ever after', async () => {
      expect(await admitOpenId(deps, issuer, answer)).toEqual({ ok: false, code: 'owner-first' })
      const { userId } = await owner()
      expect(await admitOpenId(deps, issuer, answer)).toEqual({ ok: false, code: 'closed' })
      await setSignUpPolicy(deps, 'open')
      const first = await admitOpenId(deps, issuer, answer)
      expect(first).toMatchObject({ ok: true, epoch: 1 })
      expect(await admitOpenId(deps, issuer, { sub: '42' })).toEqual(first)
      expect(await admitOpenId(deps, issuer, { sub: '1', email: 'owner@example.org', email_verified: true })).toMatchObject({
        ok: true,
        userId,
      })
    })

    it("does not hand an account to whoever claims its owner's address", async () => {
      await owner()
      const claim = { sub: '1', email: 'owner@example.org' }
      expect(await admitOpenId(deps, issuer, claim)).toEqual({ ok: false, code: 'unverified' })
      expect(await admitOpenId(deps, issuer, { ...claim, email_verified: 'false' })).toEqual({ ok: false, code: 'unverified' })
    })
  })
})
