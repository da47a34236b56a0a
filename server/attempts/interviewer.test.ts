import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CompiledDrill } from '#engine/rubric/rubric.ts'
import { createPerson, testDrill } from '#tests/factories/attempt-deps.ts'
import { kinds } from '#tests/factories/simulated-design.ts'
import { startMock } from '#tests/factories/sitting.ts'
import { openTestDatabase, providers, type TestDatabase } from '#tests/factories/test-database.ts'
import { curveballsOf, interviewOf } from './curveballs.ts'
import { exportAttempt } from './export-attempt.ts'
import { handIn } from './hand-in.ts'
import { replayAttempt } from './replay.ts'

const MINUTE = 60_000
const drill: CompiledDrill = { ...testDrill, kinds }
const architecture = {
  components: [
    { id: 'users', kind: 'client' },
    { id: 'db', kind: 'relational', name: 'Link store' },
  ],
  links: [{ from: 'users', to: 'db' }],
  flows: [{ id: 'read', route: ['users', 'db'], rate: '10 /s' }],
}
const record = { component: 'db', detection: 'errors', rto: '2 minutes' }
const nemesisText = 'Your Link store is gone. What do users see, and what do you do?'

describe.each(providers)('the interviewer on %s', provider => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(provider)
  })
  afterAll(() => database.close())

  async function sitting(mode: 'practice' | 'drill' | 'mock' = 'mock', extraTimePercent = 0) {
    const started = await startMock(database.db, drill, mode, extraTimePercent)
    const { deps, userId, attemptId } = started
    const said = async () => {
      const answer = await curveballsOf(deps, userId, attemptId)
      if (!answer.ok) throw new Error(answer.error.message)
      return answer.curveballs.map(({ kind, id, minute }) => ({ kind, id, minute }))
    }
    return { ...started, said }
  }

  it('asks by the clock of the server, keeps three minutes, and says each thing once', async () => {
    const { clock, said } = await sitting()
    expect(await said()).toEqual([])
    clock.pass(13 * MINUTE)
    expect(await said()).toEqual([{ kind: 'probe', id: 'no-questions', minute: 13 }])
    clock.pass(2 * MINUTE)
    expect(await said()).toHaveLength(1)
    clock.pass(1 * MINUTE)
    expect((await said()).map(s => s.id)).toEqual(['no-questions', 'no-numbers'])
  })

  it('does not interrupt who has just written', async () => {
    const { clock, save, said } = await sitting()
    clock.pass(13 * MINUTE)
    await save({ worksheet: 'users =' })
    expect(await said()).toEqual([])
    clock.pass(MINUTE / 3)
    expect(await said()).toHaveLength(1)
  })

  it('says one thing to two tabs that ask at once', async () => {
    const { clock, save, said, attemptId } = await sitting()
    await save({ architecture })
    for (const minutes of [13, 30]) {
      clock.pass(minutes * MINUTE)
      const answers = await Promise.all([said(), said(), said(), said()])
      expect(new Set(answers.map(a => a.at(-1)?.id)).size).toBe(1)
    }
    const events = await database.db.attemptEvent.findMany({ where: { attemptId }, orderBy: { at: 'asc' } })
    expect(events.map(e => [e.kind, e.subject])).toEqual([
      ['probe', '1'],
      ['nemesis', 'nemesis'],
    ])
  })

  it('is silent in practice and in a drill', async () => {
    for (const mode of ['practice', 'drill'] as const) {
      const { clock, save, said } = await sitting(mode)
      await save({ architecture })
      clock.pass(50 * MINUTE)
      expect(await said()).toEqual([])
    }
  })

  it('takes away what hurts most at 70% of the time, extra time included, by the design of that moment', async () => {
    const { clock, save, said } = await sitting('mock', 50)
    await save({ architecture })
    clock.pass(62 * MINUTE)
    expect((await said()).map(s => s.kind)).not.toContain('nemesis')
    clock.pass(2 * MINUTE)
    // What was drawn after it landed does not matter.
    await save({ architecture: { ...architecture, components: [architecture.components[0]], flows: [] } })
    expect((await said()).filter(s => s.kind === 'nemesis')).toEqual([
      { kind: 'nemesis', id: 'nemesis:component:db', minute: 63 },
    ])
  })

  it('has no nemesis when nothing ran then, also when something runs later', async () => {
    const { clock, save, said, deps, userId, attemptId } = await sitting()
    clock.pass(43 * MINUTE)
    expect((await said()).map(s => s.kind)).not.toContain('nemesis')
    await save({ architecture })
    clock.pass(MINUTE)
    expect((await said()).map(s => s.kind)).not.toContain('nemesis')
    await handIn(deps, userId, attemptId, {})
    expect(await interviewOf(deps, userId, attemptId)).toMatchObject({ nemesis: null })
  })

  it.each([
    ['foreseen', [record], [record]],
    ['handled', [], [record]],
    ['missed', [], []],
  ] as const)('is %s by the records of then and of the end', async (verdict, before, after) => {
    const { clock, deps, userId, attemptId, save, said } = await sitting()
    await save({ architecture, failures: before })
    clock.pass(43 * MINUTE)
    await said()
    await save({ architecture, failures: after, worksheet: 'x = 1' })
    clock.pass(MINUTE)
    expect(await interviewOf(deps, userId, attemptId)).toBeNull()
    await handIn(deps, userId, attemptId, {})
    const interview = await interviewOf(deps, userId, attemptId)
    expect(interview?.nemesis).toEqual({ minute: 42, text: nemesisText, verdict })
  })

  it('travels with the timeline, the exports and the replay', async () => {
    const { clock, deps, userId, attemptId, save, said } = await sitting()
    clock.pass(20 * MINUTE)
    await said()
    await save({ architecture })
    clock.pass(23 * MINUTE)
    await said()
    await handIn(deps, userId, attemptId, {})
    clock.pass(10 * MINUTE)
    const probe = { id: 'no-questions', minute: 20, text: 'Before you go on: what would you like to know from me?' }
    const exported = await exportAttempt(deps, userId, attemptId)
    expect(exported?.json.timeline).toMatchObject({
      probes: [probe],
      curveballs: [{ id: 'nemesis:component:db', minute: 42, draft: { architecture: { flows: [{ id: 'read' }] } } }],
    })
    expect(exported?.markdown).toContain(`- minute 42: ${nemesisText}`)
    const { minute, text } = probe
    expect(await replayAttempt(deps, userId, attemptId)).toMatchObject({
      probes: [{ minute, text }],
      curveballs: [{ minute: 42, text: nemesisText }],
    })
    // Nothing is said any more, and nothing that was said is lost.
    expect((await said()).map(s => s.kind)).toEqual(['probe', 'nemesis'])
  })

  it('is nobody else’s to hear', async () => {
    const { deps, attemptId, clock } = await sitting()
    clock.pass(20 * MINUTE)
    const stranger = await createPerson(database.db)
    expect(await curveballsOf(deps, stranger, attemptId)).toMatchObject({ ok: false, status: 404 })
    expect(await interviewOf(deps, stranger, attemptId)).toBeNull()
    expect(await database.db.attemptEvent.count({ where: { attemptId } })).toBe(0)
  })
})
