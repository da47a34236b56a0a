import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { canonicalJson, sha256 } from '#catalog/canonical-json.ts'
import { createPerson, newRevisionId, type TestClock, testClock, testDeps } from '#tests/factories/attempt-deps.ts'
import { makeDrill, makeSubmission } from '#tests/factories/compiled-drill.ts'
import { openTestDatabase, providers, type TestDatabase } from '#tests/factories/test-database.ts'
import type { AttemptDeps } from '../attempts/deps.ts'
import { handIn } from '../attempts/hand-in.ts'
import { listAttempts } from '../attempts/load-attempt.ts'
import { saveRevision } from '../attempts/save-revision.ts'
import { startAttempt } from '../attempts/start-attempt.ts'
import { exportAll } from '../transfer/export-all.ts'
import {
  abandonDay,
  createDay,
  type DayInput,
  dayInput,
  dayOfAttempt,
  deleteDay,
  listDays,
  loadDay,
  reviewDay,
  startMock,
} from './days.ts'

const criteria = [
  { id: 'numbers', kind: 'present', dimension: 'estimates', part: 'answers', min: 1 },
  { id: 'calls', kind: 'present', dimension: 'architecture', part: 'api', min: 1 },
]
const phases = [
  { id: 'numbers', title: 'Numbers', minutes: 20, parts: ['worksheet', 'answers'], checklist: ['x'] },
  { id: 'calls', title: 'Calls', minutes: 40, parts: ['api'], checklist: ['x'] },
]
const drills = new Map(
  [
    { slug: 'links', title: 'Links' },
    { slug: 'shop', title: 'Shop', minutes: 75 },
    { slug: 'feed', title: 'Feed' },
    { slug: 'warm-up', title: 'Warm-up', practiceOnly: true },
  ].map(fields => {
    const json = canonicalJson(makeDrill(criteria, { phases, ...fields }))
    return [fields.slug, { hash: sha256(json), canonicalJson: json }]
  }),
)
const minute = 60_000

describe.each(providers)('interview days on %s', provider => {
  let database: TestDatabase
  let clock: TestClock
  let deps: AttemptDeps
  let user = ''
  beforeAll(async () => {
    database = await openTestDatabase(provider)
  })
  beforeEach(async () => {
    // 09:00 in UTC, 10:00 in the time zone of the person.
    clock = testClock()
    deps = { ...testDeps(database.db, clock.now), findDrill: async slug => drills.get(slug) }
    user = await createPerson(database.db)
  })
  afterAll(() => database.close())

  const input = (fields: Partial<DayInput> = {}): DayInput => ({
    level: 'L6',
    drills: ['links', 'shop'],
    breakMinutes: 30,
    date: '2026-01-05',
    time: '10:30',
    ...fields,
  })
  const create = async (fields: Partial<DayInput> = {}) => {
    const created = await createDay(deps, user, input(fields))
    if (!created.ok) throw new Error(created.error.message)
    return created.id
  }
  const start = async (day: string, place: number) => {
    const started = await startMock(deps, user, day, place)
    if (!started.ok) throw new Error(started.error.message)
    return started.attemptId
  }
  const load = async (day: string) => {
    const view = await loadDay(deps, user, day)
    if (!view) throw new Error('the day is gone')
    return view
  }
  const states = async (day: string) => (await load(day)).timetable.rows.map(row => `${row.kind} ${row.state}`)
  const write = async (attemptId: string, parts: object, parentId: string | null = null) => {
    const id = newRevisionId()
    const saved = await saveRevision(deps, user, attemptId, { id, parentId, submission: makeSubmission(parts) })
    if (!saved.ok) throw new Error(saved.error.message)
    return id
  }

  it('reads the start in the time zone of the person and adds their extra time', async () => {
    user = await createPerson(database.db, { extraTimePercent: 20 })
    const day = await load(await create())
    expect(new Date(day.startsAtMs).toISOString()).toBe('2026-01-05T09:30:00.000Z')
    expect(day.mocks.map(({ title, minutes, attemptId }) => ({ title, minutes, attemptId }))).toEqual([
      { title: 'Links', minutes: 72, attemptId: null },
      { title: 'Shop', minutes: 90, attemptId: null },
    ])
    expect(day.timetable).toMatchObject({ status: 'ahead', next: 0, lateMs: 0 })
  })

  it('refuses a start that is over or too far, a warm-up and a drill that is not there, each with the way out', async () => {
    const message = async (fields: Partial<DayInput>) => {
      const answer = await createDay(deps, user, input(fields))
      return answer.ok ? 'created' : answer.error.message
    }
    expect(await message({ time: '08:00' })).toBe(
      'The start, 2026-01-05 08:00 in Europe/Berlin, is over. Choose a time that is still to come.',
    )
    expect(await message({ date: '2028-01-05' })).toContain('more than a year away')
    expect(await message({ drills: ['links', 'warm-up'] })).toContain('"Warm-up" is a warm-up and has no clock')
    expect(await message({ drills: ['links', 'nothing'] })).toContain('There is no drill "nothing"')
    expect(await listDays(deps, user)).toEqual([])
  })

  it('takes two to four different drills, and names what is wrong with any other form', () => {
    const problem = (fields: object) => dayInput.safeParse({ ...input(), ...fields }).error?.issues[0]?.message
    expect(problem({})).toBeUndefined()
    expect(problem({ drills: ['links'] })).toContain('at least two drills')
    expect(problem({ drills: ['a', 'b', 'c', 'd', 'e'] })).toContain('at most four mocks')
    expect(problem({ drills: ['links', 'links'] })).toContain('stands there twice')
    expect(problem({ breakMinutes: 181 })).toContain('180 minutes')
    expect(problem({ date: '2026-02-30' })).toContain('such as 2026-03-02')
    expect(problem({ time: '24:00' })).toContain('such as 09:30')
  })

  it('goes from mock to mock: early, in order, with what is left moving along', async () => {
    const day = await create({ drills: ['links', 'shop', 'feed'] })
    expect(await startMock(deps, user, day, 1)).toMatchObject({ ok: false, error: { code: 'not-its-turn' } })
    const first = await start(day, 0)
    expect(await dayOfAttempt(deps, user, first)).toEqual({ dayId: day })
    expect((await load(day)).timetable).toMatchObject({ status: 'open', next: null, lateMs: -30 * minute })
    expect(await startMock(deps, user, day, 1)).toMatchObject({ ok: false, error: { code: 'not-its-turn' } })
    clock.pass(40 * minute)
    await handIn(deps, user, first, {})
    clock.pass(10 * minute)
    expect(await states(day)).toEqual(['mock over', 'break now', 'mock next', 'break ahead', 'mock ahead'])
    // The break is skipped.
    await start(day, 1)
    expect(await states(day)).toEqual(['mock over', 'break over', 'mock open', 'break ahead', 'mock ahead'])
    // The clock hands it in, although nobody comes back in time.
    clock.pass(200 * minute)
    expect(await states(day)).toEqual(['mock over', 'break over', 'mock over', 'break over', 'mock due'])
    expect((await load(day)).mocks.map(m => m.score?.band ?? null)).toEqual(['not measured', 'not measured', null])
  })

  it('takes an open mock of the drill into the day, and starts one attempt whoever asks', async () => {
    const alone = await startAttempt(deps, user, { drillSlug: 'links', mode: 'mock', level: 'L6' })
    const day = await create()
    const both = await Promise.all([startMock(deps, user, day, 0), startMock(deps, user, day, 0)])
    expect(both).toEqual([0, 1].map(() => ({ ok: true, attemptId: alone.ok && alone.attemptId })))
    expect(await start(day, 0)).toBe(alone.ok && alone.attemptId)
    expect(await listAttempts(deps, user)).toHaveLength(1)
  })

  it('takes neither an open practice nor the mock of another day', async () => {
    await startAttempt(deps, user, { drillSlug: 'links', mode: 'practice', level: 'L6' })
    const day = await create()
    const refused = await startMock(deps, user, day, 0)
    expect(refused).toMatchObject({ ok: false, status: 409, error: { code: 'other-sitting' } })
    const shopFirst = await create({ drills: ['shop', 'feed'] })
    await start(shopFirst, 0)
    const again = await create({ drills: ['shop', 'links'] })
    expect(await startMock(deps, user, again, 0)).toMatchObject({ ok: false, status: 409, error: { code: 'other-day' } })
    expect((await load(again)).mocks[0]?.attemptId).toBeNull()
  })

  it('sums the loop up when it is over: bands, dimensions, pace and what was missed again', async () => {
    const day = await create()
    const first = await start(day, 0)
    clock.pass(15 * minute)
    const saved = await write(first, { answers: [{ target: 'stored', stated: '1 TB' }] })
    clock.pass(10 * minute)
    await write(first, { answers: [{ target: 'stored', stated: '1 TB' }], worksheet: 'a = 1' }, saved)
    await handIn(deps, user, first, {})
    expect(await reviewDay(deps, user, day)).toBeNull()
    const second = await start(day, 1)
    clock.pass(30 * minute)
    await write(second, { worksheet: 'b = 2' })
    await handIn(deps, user, second, {})
    const review = await reviewDay(deps, user, day)
    expect(review?.summary.bands.map(b => b.place)).toEqual([0, 1])
    expect(review?.summary.repeated.criteria.map(c => [c.id, c.places])).toEqual([['calls', [0, 1]]])
    expect(review?.summary.dimensions.find(d => d.id === 'estimates')).toMatchObject({ shares: [1, 0], together: 0.5 })
    expect(review?.pacing.map(p => [p.minutes, p.usedMinutes, ...p.phases.map(f => f.pace)])).toEqual([
      [60, 25, 'in time', 'not begun'],
      // Of 75 minutes the first 25 were for the numbers.
      [75, 30, 'late', 'not begun'],
    ])
  })

  it('can be given up: what was sat is summed up, and nothing more is started', async () => {
    const day = await create()
    await handIn(deps, user, await start(day, 0), {})
    expect(await abandonDay(deps, user, day)).toEqual({ ok: true })
    expect(await abandonDay(deps, user, day)).toEqual({ ok: true })
    expect(await states(day)).toEqual(['mock over', 'mock left-out'])
    expect(await startMock(deps, user, day, 1)).toMatchObject({ ok: false, error: { code: 'abandoned' } })
    expect((await reviewDay(deps, user, day))?.summary.bands).toHaveLength(1)
  })

  it('is deleted without its attempts, and is in the export of everything until then', async () => {
    const day = await create()
    const attemptId = await start(day, 0)
    const exported = JSON.parse(JSON.stringify(await exportAll(deps, user)))
    expect(exported.days).toMatchObject([
      { id: day, level: 'L6', breakMinutes: 30, mocks: [{ place: 0, drillSlug: 'links', attemptId }, { attemptId: null }] },
    ])
    expect(await deleteDay(deps, user, day)).toEqual({ ok: true })
    expect(await loadDay(deps, user, day)).toBeNull()
    expect(await dayOfAttempt(deps, user, attemptId)).toBeNull()
    expect((await listAttempts(deps, user)).map(a => a.id)).toEqual([attemptId])
    expect(await deleteDay(deps, user, day)).toMatchObject({ ok: false, status: 404 })
  })

  it('belongs to its person alone, and goes with the account', async () => {
    const day = await create()
    const attemptId = await start(day, 0)
    const stranger = await createPerson(database.db)
    expect(await loadDay(deps, stranger, day)).toBeNull()
    expect(await reviewDay(deps, stranger, day)).toBeNull()
    expect(await listDays(deps, stranger)).toEqual([])
    expect(await dayOfAttempt(deps, stranger, attemptId)).toBeNull()
    for (const run of [startMock(deps, stranger, day, 0), abandonDay(deps, stranger, day), deleteDay(deps, stranger, day)])
      expect(await run).toMatchObject({ ok: false, status: 404 })
    expect((await load(day)).timetable.status).toBe('open')
    await database.db.user.delete({ where: { id: user } })
    expect(await database.db.interviewDay.count({ where: { id: day } })).toBe(0)
    expect(await database.db.interviewDayMock.count({ where: { dayId: day } })).toBe(0)
  })
})
