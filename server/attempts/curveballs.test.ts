import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptySubmission } from '#engine/design/submission.ts'
import { readReport } from '#engine/rubric/score-report.ts'
import { createPerson, newRevisionId, testClock, testDeps, testDrill } from '#tests/factories/attempt-deps.ts'
import { makeCriterion } from '#tests/factories/compiled-drill.ts'
import { openTestDatabase, providers, type TestDatabase } from '#tests/factories/test-database.ts'
import { curveballsOf } from './curveballs.ts'
import { exportAttempt } from './export-attempt.ts'
import { handIn } from './hand-in.ts'
import { loadAttempt } from './load-attempt.ts'
import { saveRevision } from './save-revision.ts'
import { startAttempt } from './start-attempt.ts'

const MINUTE = 60_000
const ball = (id: string, minute: number) => ({ id, minute, text: `${id}?`, aspect: 'other' as const, debrief: 'Answer it.' })
const drill = {
  ...testDrill,
  drill: { ...testDrill.drill, curveballs: [ball('second', 40), ball('first', 20)] },
  criteria: ['first', 'second'].map(curveball =>
    makeCriterion({
      id: curveball,
      dimension: 'd0',
      kind: 'foreseen',
      curveball,
      part: 'failures',
      where: { what: curveball, detection: 'latency' },
    }),
  ),
}

describe.each(providers)('curveballs on %s', provider => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(provider)
  })
  afterAll(() => database.close())

  async function sitting(mode: 'practice' | 'drill', extraTimePercent = 0) {
    const clock = testClock()
    const deps = testDeps(database.db, clock.now, drill)
    const userId = await createPerson(database.db, { extraTimePercent })
    const started = await startAttempt(deps, userId, { drillSlug: drill.drill.slug, mode, level: 'L6' })
    if (!started.ok) throw new Error(started.error.message)
    const { attemptId } = started
    let parentId: string | null = null
    const save = async (...failures: readonly { what: string; detection: 'latency' | '' }[]) => {
      const id = newRevisionId()
      const records = failures.map(f => ({ ...blankFailure, id: f.what, ...f }))
      await saveRevision(deps, userId, attemptId, { id, parentId, submission: { ...emptySubmission, failures: records } })
      parentId = id
    }
    const landed = async () => {
      const answer = await curveballsOf(deps, userId, attemptId)
      return answer.ok ? answer.curveballs.map(c => c.id) : answer
    }
    return { clock, deps, userId, attemptId, save, landed }
  }
  const blankFailure = { scope: '', component: '', effect: '', blastRadius: '', rto: '', rpo: '' } as const

  it('land at their minute by the clock of the server, and later with extra time', async () => {
    const plain = await sitting('drill')
    const slow = await sitting('drill', 50)
    for (const s of [plain, slow]) s.clock.pass(20 * MINUTE)
    expect([await plain.landed(), await slow.landed()]).toEqual([['first'], []])
    for (const s of [plain, slow]) s.clock.pass(20 * MINUTE)
    expect([await plain.landed(), await slow.landed()]).toEqual([['first', 'second'], ['first']])
  })

  it('stay away from practice, and stop when the attempt is handed in', async () => {
    const practice = await sitting('practice')
    practice.clock.pass(100 * MINUTE)
    expect(await practice.landed()).toEqual([])
    const early = await sitting('drill')
    early.clock.pass(25 * MINUTE)
    await handIn(early.deps, early.userId, early.attemptId, {})
    early.clock.pass(30 * MINUTE)
    expect(await early.landed()).toEqual(['first'])
  })

  it('are nobody else’s to see', async () => {
    const { deps, attemptId } = await sitting('drill')
    const stranger = await createPerson(database.db)
    expect(await curveballsOf(deps, stranger, attemptId)).toMatchObject({ ok: false, status: 404 })
  })

  it('judge what was foreseen by the draft of their minute, and travel with the export', async () => {
    const { clock, deps, userId, attemptId, save } = await sitting('drill')
    clock.pass(10 * MINUTE)
    await save({ what: 'first', detection: 'latency' }, { what: 'second', detection: '' })
    clock.pass(35 * MINUTE)
    await save({ what: 'first', detection: 'latency' }, { what: 'second', detection: 'latency' })
    await handIn(deps, userId, attemptId, {})
    const report = readReport((await loadAttempt(deps, userId, attemptId))?.scores[0]?.report)
    expect(report?.criteria.map(c => [c.id, c.verdict])).toEqual([
      ['first', 'met'],
      ['second', 'partly'],
    ])
    const exported = await exportAttempt(deps, userId, attemptId)
    expect(exported?.json.timeline).toMatchObject({
      curveballs: [
        { id: 'first', minute: 20, draft: { failures: [{ detection: 'latency' }, { detection: '' }] } },
        { id: 'second', minute: 40 },
      ],
    })
  })
})
