import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PART_BYTES, type Segment } from '#engine/interview/recording.ts'
import { exportAttempt } from '#server/attempts/export-attempt.ts'
import { handIn } from '#server/attempts/hand-in.ts'
import { createPerson } from '#tests/factories/attempt-deps.ts'
import { openSitting } from '#tests/factories/sitting.ts'
import { openTestDatabase, providers, type TestDatabase } from '#tests/factories/test-database.ts'
import {
  announceRecording,
  keepPart,
  listRecordings,
  openRecording,
  PERSON_TIMES,
  type RecordingDeps,
  removeRecordings,
} from './recordings.ts'

/** As the sound of a browser begins, then bytes that tell their place. */
function sound(bytes: number): Uint8Array<ArrayBuffer> {
  const made = Uint8Array.from({ length: bytes }, (_, i) => i % 251)
  made.set(Buffer.from('\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm', 'latin1'))
  return made
}
const segment = (bytes: number, changes: Partial<Segment> = {}): Segment => ({
  id: randomUUID(),
  startMs: 60_000,
  durationMs: 30_000,
  type: 'audio/webm',
  bytes,
  ...changes,
})
const partOf = (all: Uint8Array<ArrayBuffer>, n: number) => all.slice(n * PART_BYTES, (n + 1) * PART_BYTES)

describe.each(providers)('recordings, on %s', provider => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(provider)
  })
  afterAll(() => database.close())

  async function handedIn(mostMegabytes = 40) {
    const sitting = await openSitting(database.db)
    await handIn(sitting.deps, sitting.userId, sitting.attemptId, {})
    const deps: RecordingDeps = { db: database.db, now: sitting.clock.now, mostMegabytes }
    const announce = (given: Segment) => announceRecording(deps, sitting.userId, sitting.attemptId, given)
    const keep = (id: string, n: number, body: Uint8Array<ArrayBuffer>) =>
      keepPart(deps, sitting.userId, sitting.attemptId, id, n, body)
    const list = () => listRecordings(deps, sitting.userId, sitting.attemptId)
    return { ...sitting, attemptDeps: sitting.deps, deps, announce, keep, list }
  }

  it('keeps a stretch in parts and gives back any range of it', async () => {
    const { announce, keep, list, deps, userId, attemptId } = await handedIn()
    const all = sound(2 * PART_BYTES + 1000)
    const given = segment(all.length)
    expect(await announce(given)).toEqual({ ok: true, missing: [0, 1, 2] })
    expect(await keep(given.id, 2, partOf(all, 2))).toEqual({ ok: true, whole: false })
    expect(await keep(given.id, 0, partOf(all, 0))).toEqual({ ok: true, whole: false })
    expect(await list()).toEqual([])
    expect(await openRecording(deps, userId, attemptId, given.id)).toBeNull()
    // The page was closed and came back.
    expect(await announce(given)).toEqual({ ok: true, missing: [1] })
    expect(await keep(given.id, 0, partOf(all, 0))).toEqual({ ok: true, whole: false })
    expect(await keep(given.id, 1, partOf(all, 1))).toEqual({ ok: true, whole: true })
    expect(await list()).toEqual([given])
    const opened = await openRecording(deps, userId, attemptId, given.id)
    expect(opened).toMatchObject({ type: 'audio/webm', bytes: all.length })
    const ranges = [
      [0, all.length - 1],
      [PART_BYTES - 2, PART_BYTES + 1],
      [2 * PART_BYTES, 2 * PART_BYTES],
    ] as const
    for (const [from, to] of ranges) {
      const parts: Uint8Array[] = []
      for await (const part of opened?.read(from, to) ?? []) parts.push(part)
      expect(Buffer.concat(parts).equals(all.subarray(from, to + 1))).toBe(true)
    }
  })

  it('refuses what is not sound, not the part that was announced, or not handed in yet', async () => {
    const { announce, keep, list } = await handedIn()
    const page = Buffer.from('<!doctype html><script>alert(1)</script>')
    const given = segment(page.length)
    await announce(given)
    expect(await keep(given.id, 0, new Uint8Array(page))).toMatchObject({ ok: false, status: 400, error: { code: 'not-sound' } })
    expect(await keep(given.id, 0, sound(20))).toMatchObject({ ok: false, status: 400 })
    expect(await keep(given.id, 1, sound(page.length))).toMatchObject({ ok: false, status: 400 })
    const ogg = segment(page.length, { type: 'audio/ogg' })
    await announce(ogg)
    expect(await keep(ogg.id, 0, sound(page.length))).toMatchObject({ error: { code: 'not-sound' } })
    expect(await list()).toEqual([])
    const open = await openSitting(database.db)
    const deps = { db: database.db, now: open.clock.now, mostMegabytes: 40 }
    expect(await announceRecording(deps, open.userId, open.attemptId, given)).toMatchObject({
      status: 409,
      error: { code: 'open' },
    })
  })

  it('holds an attempt to its limit and a person to theirs, and frees it again', async () => {
    const { announce, list, deps, userId, attemptId } = await handedIn(1)
    const MB = 1_000_000
    expect(await announce(segment(MB + 1))).toMatchObject({ status: 413, error: { code: 'too-large' } })
    expect(await announce(segment(600_000))).toMatchObject({ ok: true })
    expect(await announce(segment(600_000))).toMatchObject({ status: 413, error: { code: 'too-large' } })
    expect(await announce(segment(400_000))).toMatchObject({ ok: true })
    // The rest of what a person may keep, in other attempts of theirs.
    const row = await database.db.attempt.findFirstOrThrow({ where: { id: attemptId } })
    for (let n = 1; n < PERSON_TIMES; n += 1) {
      await database.db.attempt.create({ data: { ...row, id: `${attemptId}-${n}` } })
      expect(await announceRecording(deps, userId, `${attemptId}-${n}`, segment(MB))).toMatchObject({ ok: true })
    }
    await database.db.attempt.create({ data: { ...row, id: `${attemptId}-last` } })
    const last = segment(1)
    expect(await announceRecording(deps, userId, `${attemptId}-last`, last)).toMatchObject({ error: { code: 'quota' } })
    expect(await removeRecordings(deps, userId, attemptId)).toEqual({ ok: true, removed: 2 })
    expect(await announceRecording(deps, userId, `${attemptId}-last`, last)).toMatchObject({ ok: true })
    expect(await list()).toEqual([])
    expect(await announceRecording({ ...deps, mostMegabytes: 0 }, userId, attemptId, segment(1))).toMatchObject({
      error: { code: 'not-kept' },
    })
  })

  it("shows nobody else's, takes none from them, and goes with the account", async () => {
    const { announce, keep, list, deps, attemptDeps, userId, attemptId } = await handedIn()
    const all = sound(100)
    const given = segment(all.length)
    await announce(given)
    await keep(given.id, 0, all)
    const stranger = await createPerson(database.db)
    expect(await listRecordings(deps, stranger, attemptId)).toEqual([])
    expect(await openRecording(deps, stranger, attemptId, given.id)).toBeNull()
    expect(await announceRecording(deps, stranger, attemptId, given)).toMatchObject({ status: 404 })
    expect(await keepPart(deps, stranger, attemptId, given.id, 0, all)).toMatchObject({ status: 404 })
    expect(await removeRecordings(deps, stranger, attemptId)).toMatchObject({ status: 404 })
    expect(await list()).toEqual([given])
    expect((await exportAttempt(attemptDeps, userId, attemptId))?.json).toMatchObject({
      recordings: [{ ...given, sound: `/api/attempts/${attemptId}/recordings/${given.id}` }],
    })
    await database.db.user.delete({ where: { id: userId } })
    expect(await database.db.recordingPart.count({ where: { attemptId } })).toBe(0)
  })
})
