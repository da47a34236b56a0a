import { createEvents, type EventAttributes } from 'ics'
import { z } from 'zod'
import type { Plan } from '#engine/plan/plan.ts'
import { type PlannedDay, type Solved, solvePlan } from '#engine/plan/solve.ts'
import { addDays, keyOf, type PlainDate, startOfPlan } from '#engine/plan/today.ts'
import { type Refusal, refuse } from '../attempts/refusal.ts'
import { countTry, limits } from '../auth/rate-limit.ts'
import type { Database } from '../db/client.ts'
import { hashToken, newToken } from '../token.ts'

export type PlanDeps = {
  readonly db: Database
  readonly now: () => number
  readonly plan: Plan
  readonly exists: (key: string) => boolean
  readonly titleOf: (key: string) => string
}

/** What of a person their plan follows from. */
export type Planner = {
  readonly id: string
  readonly timeZone: string
  readonly weeklyHours: number
  readonly startDate: PlainDate | null
  readonly interviewDate: PlainDate | null
}

export type StudyPlan = {
  readonly today: PlainDate
  /** Null while no date was chosen: then the plan is shown as if it began today. */
  readonly start: PlainDate | null
  readonly end: PlainDate
  readonly done: ReadonlyMap<string, PlainDate>
  readonly solved: Solved
}

/** Once it is over, what is left is laid out over the week to come. */
const AFTERWARDS = 6

/** The calendar date of a moment (ms since the epoch) in a person's time zone. */
const dateIn = (timeZone: string, ms: number): PlainDate => new Intl.DateTimeFormat('en-CA', { timeZone }).format(ms)

/** What this person has done, and on which day: lessons marked as done, drills handed in for the first time. */
async function doneBy({ db }: PlanDeps, { id, timeZone }: Planner): Promise<ReadonlyMap<string, PlainDate>> {
  const [lessons, attempts] = await Promise.all([
    db.lessonProgress.findMany({ where: { userId: id, doneAt: { not: null } }, select: { slug: true, doneAt: true } }),
    db.attempt.findMany({
      where: { userId: id, handedInAt: { not: null } },
      orderBy: { handedInAt: 'desc' },
      select: { drillSlug: true, handedInAt: true },
    }),
  ])
  const done = new Map<string, PlainDate>()
  for (const { slug, doneAt } of lessons) if (doneAt) done.set(`lesson:${slug}`, dateIn(timeZone, doneAt.getTime()))
  // The newest first, so that the first time stays.
  for (const { drillSlug, handedInAt } of attempts)
    if (handedInAt) done.set(`drill:${drillSlug}`, dateIn(timeZone, handedInAt.getTime()))
  return done
}

/** The plan of a person as it stands today: every day that is left, what has no place and why. */
export async function studyPlan(deps: PlanDeps, person: Planner): Promise<StudyPlan> {
  const { plan, exists } = deps
  const today = dateIn(person.timeZone, deps.now())
  const start = startOfPlan(plan, person)
  const from = start ?? today
  const planned = person.interviewDate ? addDays(person.interviewDate, -1) : addDays(from, 7 * plan.weeks.length - 1)
  const end = planned < today ? addDays(today, AFTERWARDS) : planned
  const [done, changes] = await Promise.all([doneBy(deps, person), deps.db.planChange.findMany({ where: { userId: person.id } })])
  const pins = new Map(
    changes.flatMap(({ itemKey, kind, day }) => (kind === 'pin' && day !== null ? [[itemKey, day] as const] : [])),
  )
  const skipped = new Set(changes.flatMap(({ itemKey, kind }) => (kind === 'skip' ? [itemKey] : [])))
  const weeklyMinutes = person.weeklyHours * 60
  const solved = solvePlan(plan, { today, start: from, end, weeklyMinutes, done, exists, skipped, pins })
  return { today, start, end, done, solved }
}

export const planChangeInput = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('skip'), key: z.string().max(200) }),
  z.strictObject({ change: z.literal('pin'), key: z.string().max(200), day: z.iso.date('Give a day, such as 2026-03-02.') }),
  z.strictObject({ change: z.literal('clear'), key: z.string().max(200) }),
])

/** Skips an item, puts it on a day, or takes either back. An item that the plan does not have is refused. */
export async function changePlan(
  deps: PlanDeps,
  person: Planner,
  input: z.infer<typeof planChangeInput>,
): Promise<{ readonly ok: true } | Refusal> {
  const { key } = input
  if (!deps.plan.weeks.some(week => week.items.some(item => keyOf(item) === key)))
    return refuse(404, 'unknown-item', 'The plan has no such item.')
  const where = { userId_itemKey: { userId: person.id, itemKey: key } }
  if (input.change === 'clear') {
    await deps.db.planChange.deleteMany({ where: { userId: person.id, itemKey: key } })
    return { ok: true }
  }
  if (input.change === 'pin') {
    const { today, end } = await studyPlan(deps, person)
    if (input.day < today || input.day > end)
      return refuse(400, 'no-such-day', `Choose a day from ${today} to ${end}: those are the days of the plan that are left.`)
  }
  const values = { kind: input.change, day: input.change === 'pin' ? input.day : null, updatedAt: new Date(deps.now()) }
  await deps.db.planChange.upsert({ where, create: { userId: person.id, itemKey: key, ...values }, update: values })
  return { ok: true }
}

const parts = (date: PlainDate): [number, number, number] => {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number)
  return [year, month, day]
}

/** The days that are left as an iCalendar text: one entry a thing to do, on its day without an hour. */
export function toCalendar({ plan: { title }, titleOf }: PlanDeps, { solved }: StudyPlan, person: Planner, base: string): string {
  const entry = (date: PlainDate, { key, minutes }: PlannedDay['items'][number]): EventAttributes => {
    const [kind = '', slug = ''] = key.split(':')
    return {
      uid: `${key.replace(':', '-')}-${person.id}@tenfold`,
      title: `${titleOf(key)} (${minutes} min)`,
      start: parts(date),
      end: parts(addDays(date, 1)),
      url: `${base}/${kind}s/${slug}`,
      description: kind === 'lesson' ? 'Lesson' : 'Drill',
      busyStatus: 'FREE',
      productId: 'tenfold',
      calName: title,
    }
  }
  const events = solved.days.flatMap(({ date, items }) => items.map(item => entry(date, item)))
  const { error, value } = createEvents(events)
  if (error) throw error
  return value ?? ''
}

/** Makes a new secret address for this person's calendar; the one before stops working. The token is answered once and stored only as its hash. */
export async function makeCalendarFeed({ db, now }: PlanDeps, userId: string): Promise<string> {
  const token = newToken(24)
  const values = { tokenHash: hashToken(token), createdAt: new Date(now()) }
  await db.calendarFeed.upsert({ where: { userId }, create: { userId, ...values }, update: values })
  return token
}

/** Takes the address back. */
export async function revokeCalendarFeed({ db }: PlanDeps, userId: string): Promise<void> {
  await db.calendarFeed.deleteMany({ where: { userId } })
}

export type OpenedCalendar =
  | { readonly state: 'open'; readonly person: Planner }
  | { readonly state: 'unknown' }
  | { readonly state: 'limited'; readonly waitMs: number }

/** Whose calendar an address is; `visitor` is only used to slow down guessing. */
export async function openCalendar(
  deps: PlanDeps & { readonly secret: string },
  token: string,
  visitor: string,
): Promise<OpenedCalendar> {
  const found = await deps.db.calendarFeed.findUnique({
    where: { tokenHash: hashToken(token.slice(0, 200)) },
    include: { user: true },
  })
  if (found) return { state: 'open', person: found.user }
  // Only misses count: a calendar asks by itself, all day long.
  const waitMs = await countTry(deps, limits.calendarByAddress, visitor)
  return waitMs > 0 ? { state: 'limited', waitMs } : { state: 'unknown' }
}
