import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planSchema } from '#engine/plan/plan.ts'
import { createPerson, testClock } from '#tests/factories/attempt-deps.ts'
import { openTestDatabase, providers, type TestDatabase } from '#tests/factories/test-database.ts'
import { saveLessonProgressWith } from '../progress/lessons.ts'
import {
  changePlan,
  makeCalendarFeed,
  openCalendar,
  type PlanDeps,
  type Planner,
  revokeCalendarFeed,
  studyPlan,
  toCalendar,
} from './plan.ts'

const plan = planSchema.parse({
  title: 'Eight weeks',
  weeks: Array.from({ length: 8 }, (_, w) => ({
    title: `Week ${w + 1}`,
    goal: 'g',
    items: [
      { lesson: `must-${w}`, minutes: 60, must: true },
      { drill: `drill-${w}`, minutes: 60 },
    ],
  })),
})
const DAY = 86_400_000

describe.each(providers)('the plan on %s', provider => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(provider)
  })
  afterAll(() => database.close())

  async function person(fields: Partial<Planner> = {}) {
    const clock = testClock()
    const deps: PlanDeps = { db: database.db, now: clock.now, plan, exists: () => true, titleOf: key => key }
    const id = await createPerson(database.db)
    const who: Planner = {
      id,
      timeZone: 'Europe/Berlin',
      weeklyHours: 4,
      startDate: '2026-01-05',
      interviewDate: null,
      ...fields,
    }
    const keys = async () => (await studyPlan(deps, who)).solved.days.flatMap(d => d.items.map(i => i.key))
    return { clock, deps, who, keys }
  }

  it('is laid out anew from what is left, with what was done on its day', async () => {
    const { clock, deps, who, keys } = await person()
    expect(await keys()).toHaveLength(16)
    await saveLessonProgressWith(deps, who.id, 'must-0', { done: true })
    expect(await keys()).toHaveLength(15)
    expect((await studyPlan(deps, who)).done.get('lesson:must-0')).toBe('2026-01-05')
    clock.pass(20 * DAY)
    const { solved, today } = await studyPlan(deps, who)
    expect(today).toBe('2026-01-25')
    expect(solved.days[0]?.date).toBe('2026-01-25')
    expect(solved.days.flatMap(d => d.items)).toHaveLength(15)
  })

  it('keeps what matters most when the interview is near, and says what it drops', async () => {
    const { deps, who } = await person({ startDate: null, interviewDate: '2026-01-19' })
    const { solved, end } = await studyPlan(deps, who)
    expect(end).toBe('2026-01-18')
    expect(solved.available).toBe(480)
    expect(solved.days.flatMap(d => d.items).every(i => i.must)).toBe(true)
    expect(solved.dropped).toHaveLength(8)
  })

  it('skips, moves and takes back, for one person alone', async () => {
    const [ada, bob] = [await person(), await person()]
    expect(await changePlan(ada.deps, ada.who, { change: 'skip', key: 'drill:drill-0' })).toEqual({ ok: true })
    expect(await ada.keys()).not.toContain('drill:drill-0')
    expect(await bob.keys()).toContain('drill:drill-0')
    expect(await changePlan(ada.deps, ada.who, { change: 'pin', key: 'drill:drill-0', day: '2026-01-08' })).toEqual({ ok: true })
    const { solved } = await studyPlan(ada.deps, ada.who)
    expect(solved.days.find(d => d.date === '2026-01-08')?.items.map(i => i.key)).toContain('drill:drill-0')
    expect(await changePlan(ada.deps, ada.who, { change: 'clear', key: 'drill:drill-0' })).toEqual({ ok: true })
    expect(await database.db.planChange.count({ where: { userId: ada.who.id } })).toBe(0)
    expect(await changePlan(ada.deps, ada.who, { change: 'pin', key: 'drill:drill-0', day: '2027-01-08' })).toMatchObject({
      ok: false,
      error: { message: 'Choose a day from 2026-01-05 to 2026-03-01: those are the days of the plan that are left.' },
    })
    expect(await changePlan(ada.deps, ada.who, { change: 'skip', key: 'lesson:no-such' })).toMatchObject({
      ok: false,
      status: 404,
    })
  })

  it('is a calendar, behind an address that can be taken back', async () => {
    const { clock, deps, who } = await person()
    const text = toCalendar(deps, await studyPlan(deps, who), who, 'https://study.example.org')
    expect(text).toContain('BEGIN:VCALENDAR')
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(16)
    expect(text).toContain('DTSTART;VALUE=DATE:20260105')
    const opened = (token: string) => openCalendar({ ...deps, secret: 'secret' }, token, '198.51.100.7')
    const first = await makeCalendarFeed(deps, who.id)
    expect(await opened(first)).toMatchObject({ state: 'open', person: { id: who.id } })
    const second = await makeCalendarFeed(deps, who.id)
    expect(await opened(first)).toEqual({ state: 'unknown' })
    expect(await opened(second)).toMatchObject({ state: 'open' })
    expect(JSON.stringify(await database.db.calendarFeed.findUnique({ where: { userId: who.id } }))).not.toContain(second)
    await revokeCalendarFeed(deps, who.id)
    expect(await opened(second)).toEqual({ state: 'unknown' })
    for (let n = 0; n < 70; n += 1) await opened(`guess-${n}`)
    expect(await opened('one more')).toMatchObject({ state: 'limited' })
    clock.pass(16 * 60_000)
    expect(await opened('one more')).toEqual({ state: 'unknown' })
  })
})
