import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDrill } from '#tests/factories/compiled-drill.ts'
import { openSitting, startSitting } from '#tests/factories/sitting.ts'
import { openTestDatabase, providers, type TestDatabase } from '#tests/factories/test-database.ts'
import { handIn } from './hand-in.ts'
import { askQuestion } from './questions.ts'
import { replayAttempt } from './replay.ts'

const MINUTE = 60_000

/** One line of the worksheet earns; a curveball lands at minute 20. */
const drill = makeDrill(
  [
    { kind: 'estimate', target: 'qps', dimension: 'estimates' },
    { kind: 'foreseen', curveball: 'zone-gone', part: 'failures', dimension: 'reliability' },
  ],
  { curveballs: [{ id: 'zone-gone', minute: 20, text: 'A zone is gone.', debrief: 'Say how.' }] },
)

describe.each(providers)('replaying a sitting on %s', provider => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(provider)
  })
  afterAll(() => database.close())

  it('scores the draft of each minute by what was known then, and ends with the score at hand-in', async () => {
    const { deps, userId, attemptId, clock, saveParts, load } = await startSitting(database.db, drill)
    clock.pass(2.5 * MINUTE)
    const first = await saveParts({ worksheet: 'q = 100M /month' }, null)
    clock.pass(0.2 * MINUTE)
    await askQuestion(deps, userId, attemptId, 'What is the retention?')
    clock.pass(2 * MINUTE)
    const worksheet = 'q = 100M /month'
    const second = await saveParts({ worksheet, answers: [{ target: 'qps', stated: 'q' }] }, first)
    clock.pass(20 * MINUTE)
    await saveParts({ worksheet, answers: [{ target: 'qps', stated: 'q' }], failures: [{ what: 'a zone' }] }, second)
    clock.pass(0.5 * MINUTE)
    await handIn(deps, userId, attemptId, {})

    const replay = await replayAttempt(deps, userId, attemptId)
    if (!replay.ok) throw new Error(replay.error.message)
    expect(replay.points).toHaveLength(26)
    expect(replay.points.map(({ seq }) => seq).slice(0, 6)).toEqual([0, 0, 1, 1, 2, 2])
    expect(replay.points[2]).toMatchObject({ changed: ['worksheet'], earned: 0, possible: 2 })
    expect(replay.points[4]).toMatchObject({ changed: ['answers'], earned: 2, possible: 2 })
    // From here on the curveball can be judged.
    expect(replay.points[20]).toMatchObject({ changed: [], earned: 2, possible: 4 })
    expect(replay.points[24]).toMatchObject({ seq: 3, changed: ['failures'], earned: 3, possible: 4 })
    expect(replay.points.at(-1)).toMatchObject({ from: 25, to: 26 })
    const { scores } = await load()
    expect(scores[0]?.report).toMatchObject({ tiers: { verified: { earned: 3, possible: 4 } } })
    expect(replay.questions).toEqual([{ minute: 2.7, text: 'What is the retention?', answered: true }])
    expect(replay.curveballs).toEqual([{ minute: 20, text: 'A zone is gone.' }])
    expect(replay.quiet).toEqual([
      { from: 0, to: 2, why: 'idle', parts: [] },
      { from: 2, to: 3, why: 'unpaid', parts: ['worksheet'] },
      { from: 3, to: 4, why: 'idle', parts: [] },
      { from: 5, to: 24, why: 'idle', parts: [] },
      { from: 25, to: 26, why: 'idle', parts: [] },
    ])
  })

  it('cuts a long practice into at most sixty stretches', async () => {
    const { deps, userId, attemptId, save, clock } = await openSitting(database.db, 'practice')
    const { id } = await save('a = 1', null)
    clock.pass(3 * 24 * 60 * MINUTE)
    await save('a = 2', id)
    await handIn(deps, userId, attemptId, {})
    const replay = await replayAttempt(deps, userId, attemptId)
    expect(replay.ok && replay.points.length).toBeLessThanOrEqual(60)
    expect(replay).toMatchObject({ ok: true, minutes: 4320 })
    expect(replay.ok && replay.points.at(-1)).toMatchObject({ to: 4320, seq: 2 })
  })

  it('scores nothing while the attempt is open', async () => {
    const { deps, userId, attemptId } = await openSitting(database.db)
    expect(await replayAttempt(deps, userId, attemptId)).toMatchObject({ ok: false, status: 409, error: { code: 'open' } })
  })

  it('replays an attempt in which nothing was saved', async () => {
    const { deps, userId, attemptId } = await openSitting(database.db)
    await handIn(deps, userId, attemptId, {})
    expect(await replayAttempt(deps, userId, attemptId)).toMatchObject({ ok: true, points: [{ from: 0, to: 1, seq: 0 }] })
  })
})
