import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clockState } from '#engine/interview/clock.ts'
import { createPerson, testClock, testDeps, testDrill } from '#tests/factories/attempt-deps.ts'
import { newProcess, type Process, restlessSitting, type Step, steps } from '#tests/factories/restless-sitting.ts'
import { openTestDatabase, providers, type TestDatabase } from '#tests/factories/test-database.ts'
import { unpack } from './body.ts'
import { LATE_DRAFTS } from './late-draft.ts'
import { draftAt } from './replay.ts'
import { sittingOf } from './sitting-of.ts'
import { startAttempt } from './start-attempt.ts'

const MINUTE = 60_000
const runs = { sqlite: 60, postgresql: 12 } as const

describe.each(providers)('a sitting on %s in which anything may happen in any order', provider => {
  let database: TestDatabase
  let processes: readonly Process[]
  beforeAll(async () => {
    database = await openTestDatabase(provider)
    processes = [await newProcess(), await newProcess()]
  })
  afterAll(() => database.close())

  async function live(happenings: readonly (readonly Step[])[]) {
    const { db } = database
    const clock = testClock()
    const deps = testDeps(db, clock.now, {
      ...testDrill,
      drill: {
        ...testDrill.drill,
        curveballs: [{ id: 'ball', minute: 30, text: 'And now?', aspect: 'other', debrief: 'Answer it.' }],
      },
    })
    const userId = await createPerson(db)
    const started = await startAttempt(deps, userId, { drillSlug: 'small-drill', mode: 'mock', level: 'L6' })
    if (!started.ok) throw new Error(started.error.message)
    const { attemptId } = started
    const sitting = restlessSitting(deps, { userId, attemptId }, processes, clock.pass)
    const row = () => db.attempt.findUniqueOrThrow({ where: { id: attemptId } })

    for (const step of happenings) {
      await sitting.step(step)
      const view = sittingOf(await row())
      const state = clockState(view, clock.now())
      expect(state.elapsedMs).toBeGreaterThanOrEqual(0)
      expect(state.remainingMs).toBeGreaterThanOrEqual(0)
      expect(state.status === 'handed-in').toBe(view.handedInAtMs !== null)
    }

    // The end comes, whatever happened before, and every window is back.
    clock.pass(180 * MINUTE)
    await Promise.all(processes.map(each => each.expireDue(deps)))
    const closed = await row()
    const endsAtMs = closed.endsAt?.getTime() ?? Number.NaN
    const left = await sitting.comeBack()
    const after = await row()
    const { promises } = sitting

    // One hand-in, in time, of the newest revision; one score; nothing that came later changed it.
    expect(after).toEqual(closed)
    expect(closed.handedInAt?.getTime()).toBeLessThanOrEqual(endsAtMs)
    if (closed.handedInBy === 'clock') expect(closed.handedInAt?.getTime()).toBe(endsAtMs)
    expect(promises.handIns.size).toBeLessThanOrEqual(1)
    for (const told of promises.handIns) expect(told).toBe(`${closed.handedInBy} ${closed.handedInAt?.getTime()}`)
    expect(await db.score.count({ where: { attemptId } })).toBe(1)

    // One line of revisions, each on the one before, all in time; what was handed in is its end.
    const revisions = await db.revision.findMany({ where: { attemptId }, orderBy: { seq: 'asc' } })
    expect(revisions.map(({ seq }) => seq)).toEqual(revisions.map((_, n) => n + 1))
    expect(revisions.map(({ parentId }) => parentId)).toEqual([null, ...revisions.map(({ id }) => id)].slice(0, revisions.length))
    for (const { at } of revisions) expect(at.getTime()).toBeLessThan(endsAtMs)
    expect(closed.handedInRevisionId).toBe(revisions.at(-1)?.id ?? null)

    // What was acknowledged is there, as it was sent.
    for (const [id, { worksheet, seq }] of promises.acknowledged) {
      expect(revisions[seq - 1]?.id).toBe(id)
      expect((await draftAt(deps, userId, attemptId, seq))?.worksheet).toBe(worksheet)
    }

    // What came too late is kept, as far as the clock ended the sitting and there is room.
    const late = await db.lateDraft.findMany({ where: { attemptId } })
    const worksheets = new Map(late.map(({ id, body }) => [id, JSON.parse(unpack(body)).worksheet]))
    expect(late.length).toBeLessThanOrEqual(LATE_DRAFTS)
    for (const [id, worksheet] of promises.late) expect(worksheets.get(id)).toBe(worksheet)
    for (const { id } of late) expect(revisions.some(revision => revision.id === id)).toBe(false)
    if (closed.handedInBy === 'clock' && late.length < LATE_DRAFTS)
      for (const { id } of left) expect(worksheets.has(id) || revisions.some(revision => revision.id === id)).toBe(true)
    if (closed.handedInBy === 'candidate') expect(late).toEqual([])
    return { by: closed.handedInBy, revisions: revisions.length, late: late.length, acknowledged: promises.acknowledged.size }
  }

  it('loses nothing that was acknowledged, and is handed in and scored once, in time', async () => {
    const seen = { clock: 0, candidate: 0, revisions: 0, late: 0, acknowledged: 0 }
    await fc.assert(
      fc.asyncProperty(steps, async happenings => {
        const { by, revisions, late, acknowledged } = await live(happenings)
        seen[by === 'clock' ? 'clock' : 'candidate'] += 1
        seen.revisions += revisions
        seen.late += late
        seen.acknowledged += acknowledged
      }),
      { seed: 20_260_105, numRuns: runs[provider] },
    )
    // It was worth the while: each kind of end came, and work was done.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(2)
  }, 120_000)
})
