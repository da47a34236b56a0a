import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPerson } from '#tests/factories/attempt-deps.ts'
import { openSitting } from '#tests/factories/sitting.ts'
import { openTestDatabase, providers, type TestDatabase } from '#tests/factories/test-database.ts'
import { handIn } from './hand-in.ts'
import { saveNote } from './review.ts'
import { createShareLink, listShareLinks, openShareLink, revokeShareLink } from './share-link.ts'

const DAY = 24 * 3_600_000

describe.each(providers)('links to an attempt on %s', provider => {
  let database: TestDatabase
  let addresses = 0
  beforeAll(async () => {
    database = await openTestDatabase(provider)
  })
  afterAll(() => database.close())

  async function scored() {
    const sitting = await openSitting(database.db)
    await sitting.save('a = 1', null)
    await handIn(sitting.deps, sitting.userId, sitting.attemptId, {})
    addresses += 1
    const address = `192.0.2.${addresses}`
    const open = (token: string) => openShareLink({ ...sitting.deps, secret: 'a secret' }, token, address)
    const share = async () => {
      const link = await createShareLink(sitting.deps, sitting.userId, sitting.attemptId, { days: 7 })
      if (!link.ok) throw new Error(link.error.message)
      return link
    }
    return { ...sitting, open, share }
  }

  it('shows the scored attempt to whoever has the link, and nothing of the account', async () => {
    const { deps, userId, attemptId, open, share } = await scored()
    await saveNote(deps, userId, attemptId, 'a private note')
    const { token } = await share()
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const opened = await open(token)
    expect(opened).toMatchObject({ state: 'open', attempt: { title: 'A small drill', submission: { worksheet: 'a = 1' } } })
    expect(JSON.stringify(opened)).not.toMatch(/A Person|example\.org|a private note/)
    expect(JSON.stringify(opened)).not.toContain(userId)
    const stored = await database.db.shareLink.findFirstOrThrow({ where: { attemptId } })
    expect(JSON.stringify(stored)).not.toContain(token)
  })

  it('says when it was taken back, has run out, or never was', async () => {
    const { deps, userId, attemptId, open, share, clock } = await scored()
    const [first, second] = [await share(), await share()]
    expect(await revokeShareLink(deps, userId, attemptId, first.id)).toEqual({ ok: true })
    expect(await open(first.token)).toEqual({ state: 'revoked' })
    clock.pass(7 * DAY)
    expect(await open(second.token)).toEqual({ state: 'expired' })
    expect(await open(`${second.token}x`)).toEqual({ state: 'unknown' })
    expect(await open('')).toEqual({ state: 'unknown' })
    expect((await listShareLinks(deps, userId, attemptId)).map(({ state }) => state).sort()).toEqual(['expired', 'revoked'])
  })

  it('is made, listed and taken back by the candidate alone, and only with a score', async () => {
    const { deps, userId, attemptId, open, share } = await scored()
    const link = await share()
    const stranger = await createPerson(database.db)
    expect(await createShareLink(deps, stranger, attemptId, { days: 7 })).toMatchObject({ ok: false, status: 404 })
    expect(await listShareLinks(deps, stranger, attemptId)).toEqual([])
    expect(await revokeShareLink(deps, stranger, attemptId, link.id)).toMatchObject({ ok: false, status: 404 })
    expect(await open(link.token)).toMatchObject({ state: 'open' })
    const sitting = await openSitting(database.db)
    expect(await createShareLink(sitting.deps, sitting.userId, sitting.attemptId, { days: 7 })).toMatchObject({
      ok: false,
      error: { code: 'no-score' },
    })
    for (let n = 0; n < 19; n += 1) await share()
    expect(await createShareLink(deps, userId, attemptId, { days: 7 })).toMatchObject({ ok: false, error: { code: 'too-many' } })
  })

  it('slows down whoever guesses', async () => {
    const { open, share, clock } = await scored()
    const { token } = await share()
    for (let n = 0; n < 120; n += 1) await open(`guess ${n}`)
    expect(await open(token)).toMatchObject({ state: 'limited', waitMs: expect.any(Number) })
    clock.pass(16 * 60_000)
    expect(await open(token)).toMatchObject({ state: 'open' })
  })
})
