import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CompiledDrill } from '#engine/rubric/rubric.ts'
import { testDrill } from '#tests/factories/attempt-deps.ts'
import { kinds } from '#tests/factories/simulated-design.ts'
import { startMock } from '#tests/factories/sitting.ts'
import { openTestDatabase, providers, type TestDatabase } from '#tests/factories/test-database.ts'
import { curveballsOf, interviewOf } from './curveballs.ts'
import { exportAttempt } from './export-attempt.ts'
import { expireAttempt, handIn } from './hand-in.ts'
import { loadAttempt } from './load-attempt.ts'
import { askQuestion } from './questions.ts'
import { replayAttempt } from './replay.ts'

const MINUTE = 60_000
const where = { aspect: 'build-or-buy' }
const compiled: CompiledDrill = {
  ...testDrill,
  kinds,
  generic: [
    {
      id: 'half-the-team',
      aspect: 'build-or-buy',
      text: 'Half of the team goes.',
      debrief: 'Say what you stop running.',
      answeredBy: [{ part: 'decisions', where, min: 1 }],
    },
  ],
}
const bought = { decisions: [{ id: 'd', aspect: 'build-or-buy' }] }
const running = {
  architecture: {
    components: [
      { id: 'users', kind: 'client' },
      { id: 'db', kind: 'relational', name: 'Link store' },
    ],
    links: [{ id: 'l', from: 'users', to: 'db' }],
    flows: [{ id: 'read', route: ['users', 'db'], rate: '10 /s' }],
  },
}

describe.each(providers)('a mock on %s', provider => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(provider)
  })
  afterAll(() => database.close())

  async function sitting(mode: 'practice' | 'drill' | 'mock' = 'mock') {
    const started = await startMock(database.db, compiled, mode)
    const { clock, deps, userId, attemptId } = started
    const ask = async (text: string) => {
      const answer = await askQuestion(deps, userId, attemptId, text)
      if (!answer.ok) throw new Error(answer.error.message)
      return answer
    }
    const minutesLeft = async () => {
      const view = await loadAttempt(deps, userId, attemptId)
      return ((view?.endsAtMs ?? Number.NaN) - clock.now()) / MINUTE
    }
    return { ...started, ask, minutesLeft }
  }

  it('takes a quarter of a minute for a question, known or not, and nothing for the same words again', async () => {
    const { ask, minutesLeft } = await sitting()
    expect(await minutesLeft()).toBe(60)
    const { endsAtMs, fact } = await ask('Do links expire?')
    expect(fact?.id).toBe('expiry')
    expect(await minutesLeft()).toBe(59.75)
    expect((await ask('do links EXPIRE?')).endsAtMs).toBe(endsAtMs)
    expect(await minutesLeft()).toBe(59.75)
    expect((await ask('Which colour is the logo?')).fact).toBeNull()
    expect(await minutesLeft()).toBe(59.5)
  })

  it('takes for each of the questions that two tabs ask at once', async () => {
    const { ask, minutesLeft } = await sitting()
    await Promise.all(['one', 'two', 'three', 'four', 'one'].map(word => ask(`What about ${word}?`)))
    expect(await minutesLeft()).toBe(59)
  })

  it('takes nothing in a drill and in practice, nor in the last minute, and ends when its clock says', async () => {
    const drill = await sitting('drill')
    await drill.ask('Do links expire?')
    expect(await drill.minutesLeft()).toBe(60)
    const practice = await sitting('practice')
    expect((await practice.ask('Do links expire?')).endsAtMs).toBeNull()

    const { clock, deps, ask, minutesLeft, userId, attemptId } = await sitting()
    await ask('Do links expire?')
    clock.pass(59 * MINUTE)
    await ask('How many users?')
    expect(await minutesLeft()).toBe(0.75)
    clock.pass(0.75 * MINUTE - 1)
    expect(await expireAttempt(deps, attemptId)).toBe(false)
    clock.pass(1)
    expect(await expireAttempt(deps, attemptId)).toBe(true)
    const view = await loadAttempt(deps, userId, attemptId)
    expect(view?.handedInAtMs).toBe(view?.endsAtMs)
  })

  it.each([
    ['foreseen', bought, bought],
    ['handled', {}, bought],
    ['missed', {}, {}],
  ] as const)(
    'throws one in from the general list, and judges it %s by the drafts of then and of the end',
    async (verdict, before, after) => {
      const { clock, deps, userId, attemptId, save } = await sitting()
      await save(before)
      clock.pass(17 * MINUTE)
      expect(await curveballsOf(deps, userId, attemptId)).toMatchObject({ curveballs: [{ kind: 'probe' }] })
      clock.pass(2 * MINUTE)
      const landed = await curveballsOf(deps, userId, attemptId)
      expect(landed.ok && landed.curveballs.at(-1)).toMatchObject({
        id: 'generic:half-the-team',
        text: 'Half of the team goes.',
        minute: 18,
      })
      await save({ ...after, worksheet: 'x = 1' })
      await handIn(deps, userId, attemptId, {})
      expect(await interviewOf(deps, userId, attemptId)).toMatchObject({
        generic: [{ id: 'generic:half-the-team', minute: 18, verdict, debrief: 'Say what you stop running.' }],
      })
      expect((await exportAttempt(deps, userId, attemptId))?.markdown).toContain('minute 18: Half of the team goes.')
    },
  )

  it('throws nothing general into a drill', async () => {
    const { clock, deps, userId, attemptId } = await sitting('drill')
    clock.pass(59 * MINUTE)
    expect(await curveballsOf(deps, userId, attemptId)).toMatchObject({ curveballs: [] })
  })

  it('has its nemesis by the clock, also when no page asked for it', async () => {
    const { clock, deps, userId, attemptId, save } = await sitting()
    await save(running)
    clock.pass(60 * MINUTE)
    expect(await expireAttempt(deps, attemptId)).toBe(true)
    expect(await interviewOf(deps, userId, attemptId)).toMatchObject({ nemesis: { minute: 42, verdict: 'missed' } })
    const scored = await loadAttempt(deps, userId, attemptId)
    expect(scored?.scores).toHaveLength(1)
    expect((await exportAttempt(deps, userId, attemptId))?.json.timeline).toMatchObject({
      curveballs: [{ id: 'generic:half-the-team' }, { id: 'nemesis:component:db', minute: 42 }],
    })
  })

  it('says where the time went', async () => {
    const { clock, deps, userId, attemptId, save } = await sitting()
    clock.pass(10 * MINUTE)
    await save({ worksheet: 'x = 1' })
    clock.pass(5 * MINUTE)
    await handIn(deps, userId, attemptId, {})
    const replay = await replayAttempt(deps, userId, attemptId)
    // The small drill's one phase names no parts.
    expect(replay).toMatchObject({ pacing: { phases: [{ title: 'All of it', planned: 60, spent: 0 }], quiet: 14, elsewhere: 1 } })
  })
})
