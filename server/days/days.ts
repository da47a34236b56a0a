import { z } from 'zod'
import { type Level, levels } from '#engine/drill/drill.ts'
import { type DayTimetable, dayLimits, dayTimetable } from '#engine/interview/day.ts'
import { fromWallClock } from '#engine/interview/zoned-time.ts'
import type { LevelScore } from '#engine/rubric/score-report.ts'
import type { Prisma } from '#generated/sqlite/client.ts'
import { type AttemptDeps, readPinned } from '../attempts/deps.ts'
import { expireAttempt } from '../attempts/hand-in.ts'
import { type Refusal, refuse } from '../attempts/refusal.ts'
import { startAttempt } from '../attempts/start-attempt.ts'
import { isUniqueViolation } from '../db/client.ts'
import { newId } from '../id.ts'
import { type DayReview, newestBand, summarize } from './summarize.ts'

const { mocks: howMany, breakMinutes: breaks } = dayLimits

export const dayInput = z.strictObject({
  level: z.enum(levels, 'The level must be L6 or L7.').describe('The bar that every mock of the day aims at'),
  drills: z
    .array(z.string().max(100))
    .min(howMany.min, 'Choose at least two drills: a day of one is a mock interview, which starts on the page of its drill.')
    .max(howMany.max, 'A day has at most four mocks. Leave one out.')
    .refine(drills => new Set(drills).size === drills.length, 'The same drill stands there twice. Choose another one.')
    .describe('In the order in which they are sat'),
  breakMinutes: z
    .number('Give the break in minutes, such as 30.')
    .int('Give the break in whole minutes, such as 30.')
    .min(breaks.min, 'A break cannot be shorter than 0 minutes.')
    .max(breaks.max, 'A break may be 180 minutes. Shorten it.'),
  date: z.iso.date('Give the date of the day, such as 2026-03-02.').describe("In the person's own time zone"),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give the time at which it starts, such as 09:30.'),
})
export type DayInput = z.infer<typeof dayInput>

export const placeInput = z
  .int()
  .min(0)
  .max(howMany.max - 1)

/** Filling the form in takes a while, and "now" is a fair answer. */
const graceMs = 15 * 60_000
const farthestMs = 366 * 86_400_000

export type DayMockView = {
  readonly place: number
  readonly drillSlug: string
  readonly title: string
  readonly minutes: number
  readonly attemptId: string | null
  /** At the day's level, of the newest score; null while there is none. */
  readonly score: LevelScore | null
}

export type DayView = {
  readonly id: string
  readonly level: Level
  readonly startsAtMs: number
  readonly breakMinutes: number
  readonly serverNowMs: number
  readonly timetable: DayTimetable
  readonly mocks: readonly DayMockView[]
}

const dayNotFound = refuse(404, 'not-found', 'There is no such interview day in your account.')

/** Plans a day. The start is read in the person's time zone; each mock gets the person's extra time. */
export async function createDay(deps: AttemptDeps, userId: string, input: DayInput): Promise<{ ok: true; id: string } | Refusal> {
  const user = await deps.db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { extraTimePercent: true, timeZone: true },
  })
  const startsAtMs = fromWallClock(input.date, input.time, user.timeZone)
  const nowMs = deps.now()
  if (Number.isNaN(startsAtMs)) return refuse(400, 'invalid', `${input.date} ${input.time} is no date and time. Choose another.`)
  if (startsAtMs < nowMs - graceMs)
    return refuse(
      400,
      'past',
      `The start, ${input.date} ${input.time} in ${user.timeZone}, is over. Choose a time that is still to come.`,
    )
  if (startsAtMs > nowMs + farthestMs)
    return refuse(400, 'too-far', `The start, ${input.date}, is more than a year away. Choose a day before that.`)
  const mocks: { place: number; drillSlug: string; minutes: number }[] = []
  for (const [place, drillSlug] of input.drills.entries()) {
    const found = await deps.findDrill(drillSlug)
    if (!found) return refuse(404, 'unknown-drill', `There is no drill "${drillSlug}". Choose one from the list.`)
    const { drill } = readPinned(found.canonicalJson)
    if (drill.practiceOnly)
      return refuse(400, 'practice-only', `"${drill.title}" is a warm-up and has no clock. Choose a timed drill in its place.`)
    mocks.push({ place, drillSlug, minutes: Math.round(drill.minutes * (1 + user.extraTimePercent / 100)) })
  }
  const id = newId()
  const { level, breakMinutes } = input
  await deps.db.interviewDay.create({
    data: {
      id,
      userId,
      level,
      breakMinutes,
      startsAt: new Date(startsAtMs),
      createdAt: new Date(nowMs),
      mocks: { create: mocks },
    },
  })
  return { ok: true, id }
}

const withMocks = {
  mocks: {
    orderBy: { place: 'asc' },
    include: { attempt: { include: { scores: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 } } } },
  },
} satisfies Prisma.InterviewDayInclude

/** One day of this person's as a timetable; null when there is none. A mock whose time is over is handed in on the way. */
export async function loadDay(deps: AttemptDeps, userId: string, id: string): Promise<DayView | null> {
  const open = await deps.db.interviewDayMock.findMany({
    where: { dayId: id, day: { userId }, attempt: { handedInAt: null } },
    select: { attemptId: true },
  })
  for (const { attemptId } of open) if (attemptId !== null) await expireAttempt(deps, attemptId)
  const row = await deps.db.interviewDay.findFirst({ where: { id, userId }, include: withMocks })
  return row && viewOf(deps, row)
}

/** This person's days, the latest first. */
export async function listDays(deps: AttemptDeps, userId: string): Promise<readonly DayView[]> {
  const rows = await deps.db.interviewDay.findMany({
    where: { userId },
    include: withMocks,
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
    take: 50,
  })
  return Promise.all(rows.map(row => viewOf(deps, row)))
}

type DayRow = Prisma.InterviewDayGetPayload<{ include: typeof withMocks }>

async function viewOf(deps: AttemptDeps, row: DayRow): Promise<DayView> {
  const level = z.enum(levels).parse(row.level)
  const mocks: DayMockView[] = []
  for (const { place, drillSlug, minutes, attempt } of row.mocks) {
    const found = await deps.findDrill(drillSlug)
    const title = found ? readPinned(found.canonicalJson).drill.title : drillSlug
    const score = newestBand(attempt?.scores[0]?.report, level)
    mocks.push({ place, drillSlug, title, minutes, attemptId: attempt?.id ?? null, score })
  }
  const startsAtMs = row.startsAt.getTime()
  const serverNowMs = deps.now()
  const timetable = dayTimetable(
    { startsAtMs, breakMinutes: row.breakMinutes, abandonedAtMs: row.abandonedAt?.getTime() ?? null, mocks },
    row.mocks.map(
      ({ attempt }) =>
        attempt && {
          startedAtMs: attempt.startedAt.getTime(),
          endsAtMs: attempt.endsAt?.getTime() ?? null,
          handedInAtMs: attempt.handedInAt?.getTime() ?? null,
        },
    ),
    serverNowMs,
  )
  return { id: row.id, level, startsAtMs, breakMinutes: row.breakMinutes, serverNowMs, timetable, mocks }
}

/** The loop as a whole; null while mocks are to come or to be handed in, when nothing was scored, and for another person's day. */
export async function reviewDay(deps: AttemptDeps, userId: string, id: string): Promise<DayReview | null> {
  const day = await loadDay(deps, userId, id)
  if (!day || !['over', 'abandoned'].includes(day.timetable.status)) return null
  const sat = day.mocks.flatMap(({ place, attemptId }) => (attemptId === null ? [] : [{ place, attemptId }]))
  return summarize(deps, userId, day.level, sat)
}

/**
 * Starts the mock whose turn it is: when it is due, before or after. An open mock of the same drill is taken into the day rather than sat twice; however
 * often it is called, the place has one attempt.
 */
export async function startMock(
  deps: AttemptDeps,
  userId: string,
  dayId: string,
  place: number,
): Promise<{ ok: true; attemptId: string } | Refusal> {
  const day = await loadDay(deps, userId, dayId)
  const mock = day?.mocks[place]
  if (!day || !mock) return dayNotFound
  if (mock.attemptId !== null) return { ok: true, attemptId: mock.attemptId }
  const { status, next } = day.timetable
  if (status === 'abandoned')
    return refuse(409, 'abandoned', 'This day was given up. Plan another one, or start the drill alone.')
  if (next !== place) return refuse(409, 'not-its-turn', `It is not the turn of "${mock.title}" yet. Hand in the mock before it.`)
  const started = await startAttempt(deps, userId, { drillSlug: mock.drillSlug, mode: 'mock', level: day.level })
  if (!started.ok) return started
  const { attemptId } = started
  const sitting = await deps.db.attempt.findFirst({ where: { id: attemptId, userId }, select: { mode: true } })
  if (sitting?.mode !== 'mock')
    return refuse(
      409,
      'other-sitting',
      `Another sitting of "${mock.title}" is open, and it is no mock interview. Hand it in first; it stands among your attempts.`,
      { attemptId },
    )
  return link(deps, userId, { dayId, place, attemptId, title: mock.title })
}

async function link(
  deps: AttemptDeps,
  userId: string,
  { dayId, place, attemptId, title }: { dayId: string; place: number; attemptId: string; title: string },
): Promise<{ ok: true; attemptId: string } | Refusal> {
  try {
    await deps.db.interviewDayMock.updateMany({ where: { dayId, place, attemptId: null, day: { userId } }, data: { attemptId } })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return refuse(409, 'other-day', `The open mock of "${title}" belongs to another of your days. Hand it in first.`, {
      attemptId,
    })
  }
  // Another tab may have been first: what stands there counts.
  const row = await deps.db.interviewDayMock.findFirst({ where: { dayId, place, day: { userId } }, select: { attemptId: true } })
  return row?.attemptId ? { ok: true, attemptId: row.attemptId } : dayNotFound
}

/** Gives the rest of a day up. What was sat stays, and is summed up; a mock that is open goes on by its own clock. */
export async function abandonDay(deps: AttemptDeps, userId: string, id: string): Promise<{ ok: true } | Refusal> {
  const { count } = await deps.db.interviewDay.updateMany({
    where: { id, userId, abandonedAt: null },
    data: { abandonedAt: new Date(deps.now()) },
  })
  if (count > 0 || (await deps.db.interviewDay.count({ where: { id, userId } })) > 0) return { ok: true }
  return dayNotFound
}

/** Deletes a day and its timetable. The attempts that were sat in it stay among the person's attempts. */
export async function deleteDay(deps: AttemptDeps, userId: string, id: string): Promise<{ ok: true } | Refusal> {
  const { count } = await deps.db.interviewDay.deleteMany({ where: { id, userId } })
  return count > 0 ? { ok: true } : dayNotFound
}

/** The day that an attempt of this person's was sat in; null when it was sat alone. */
export async function dayOfAttempt(deps: AttemptDeps, userId: string, attemptId: string): Promise<{ dayId: string } | null> {
  return deps.db.interviewDayMock.findFirst({ where: { attemptId, day: { userId } }, select: { dayId: true } })
}
