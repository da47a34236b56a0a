import type { Plan } from './plan.ts'
import { addDays, daysBetween, keyOf, type PlainDate } from './today.ts'

/** Something to do on a day. */
export type Planned = {
  readonly key: string
  readonly minutes: number
  /** The week of the plan that it comes from, from 1. */
  readonly week: number
  readonly must: boolean
  readonly pinned: boolean
}

export type PlannedDay = { readonly date: PlainDate; readonly items: readonly Planned[]; readonly minutes: number }

export type Dropped = Planned & {
  readonly why: 'no time' | 'too long' | 'pinned to the past' | 'pinned to a full week' | 'skipped'
}

export type Solved = {
  /** From today to the last day, each day once. */
  readonly days: readonly PlannedDay[]
  /** What has no place, in the order of the plan, and why. */
  readonly dropped: readonly Dropped[]
  /** Minutes that are left to do, and minutes that the remaining weeks have. */
  readonly asked: number
  readonly available: number
}

export type PlanState = {
  readonly today: PlainDate
  /** The first day of the plan; weeks are counted from it in sevens. */
  readonly start: PlainDate
  /** The last day to study on: the day before the interview, or the end of the last week. */
  readonly end: PlainDate
  readonly weeklyMinutes: number
  /** What was done, and on which day. */
  readonly done: ReadonlyMap<string, PlainDate>
  readonly exists: (key: string) => boolean
  readonly skipped: ReadonlySet<string>
  /** What the person has put on a day. */
  readonly pins: ReadonlyMap<string, PlainDate>
}

/** A plan longer than this is not one. */
const MOST_DAYS = 400

type Week = { readonly dates: readonly PlainDate[]; left: number; readonly items: Planned[] }

/**
 * Places what is left of the plan on the days that are left. No week of seven days holds more than the person's minutes, what was done in it
 * included; must-haves get their place first, then the rest, each in the order of the plan. With time to spare the weeks are filled evenly. What was
 * missed is placed again like everything else: nothing is overdue. Deterministic; a pin that does not fit is refused by name, not squeezed in.
 */
export function solvePlan(plan: Plan, state: PlanState): Solved {
  const { today, pins, skipped } = state
  const items = plan.weeks.flatMap((week, index) =>
    week.items.map((item): Planned => {
      const key = keyOf(item)
      return { key, minutes: item.minutes, week: index + 1, must: item.must, pinned: pins.has(key) }
    }),
  )
  const open = items.filter(({ key }) => !state.done.has(key) && state.exists(key))
  const dropped: Dropped[] = open.filter(({ key }) => skipped.has(key)).map(item => ({ ...item, why: 'skipped' }))
  const wanted = open.filter(({ key }) => !skipped.has(key))
  const doneMinutes = new Map(items.flatMap(({ key, minutes }) => (state.done.has(key) ? [[key, minutes] as const] : [])))
  const weeks = weeksLeft(state, doneMinutes)
  const asked = wanted.reduce((sum, { minutes }) => sum + minutes, 0)
  const available = weeks.reduce((sum, { left }) => sum + left, 0)

  const onDay = new Map<PlainDate, Planned[]>()
  const free: Planned[] = []
  for (const item of wanted) {
    const day = pins.get(item.key)
    if (day === undefined) {
      free.push(item)
      continue
    }
    const week = weeks.find(({ dates }) => dates.includes(day))
    if (!week || day < today) dropped.push({ ...item, why: 'pinned to the past' })
    else if (item.minutes > week.left) dropped.push({ ...item, why: 'pinned to a full week' })
    else {
      week.left -= item.minutes
      onDay.set(day, [...(onDay.get(day) ?? []), item])
    }
  }

  const places = choose(free, weeks, dropped, state.weeklyMinutes)
  const chosen = free.filter(({ key }) => places.has(key))
  fill(weeks, chosen, places)
  for (const week of weeks) spread(week, onDay)
  const days = weeks.flatMap(({ dates }) =>
    dates.map(date => {
      const list = onDay.get(date) ?? []
      return { date, items: list, minutes: list.reduce((sum, { minutes }) => sum + minutes, 0) }
    }),
  )
  const order = new Map(items.map(({ key }, index) => [key, index]))
  dropped.sort((a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0))
  return { days, dropped, asked, available }
}

/** The days from today to the end in weeks counted from the start; what was done in the week that runs is taken off it. */
function weeksLeft({ today, start, end, weeklyMinutes, done }: PlanState, doneMinutes: ReadonlyMap<string, number>): Week[] {
  const last = Math.min(MOST_DAYS, daysBetween(today, end))
  const weeks: Week[] = []
  let number: number | undefined
  for (let i = 0; i <= last; i += 1) {
    const date = addDays(today, i)
    // Days before the start are nobody's week.
    if (date < start) continue
    const week = Math.floor(daysBetween(start, date) / 7)
    const current = weeks.at(-1)
    if (current && week === number) {
      weeks[weeks.length - 1] = { ...current, dates: [...current.dates, date] }
      continue
    }
    number = week
    const spent = [...done].reduce(
      (sum, [key, day]) =>
        sum + (day >= start && Math.floor(daysBetween(start, day) / 7) === week ? (doneMinutes.get(key) ?? 0) : 0),
      0,
    )
    weeks.push({ dates: [date], left: Math.max(0, weeklyMinutes - spent), items: [] })
  }
  return weeks
}

/**
 * Which items get a place at all, and a week in which each fits: must-haves first, then the others, in the first week with room. The place only proves
 * that there is one.
 */
function choose(
  free: readonly Planned[],
  weeks: readonly Week[],
  dropped: Dropped[],
  weeklyMinutes: number,
): ReadonlyMap<string, number> {
  const rooms = weeks.map(({ left }) => left)
  const places = new Map<string, number>()
  for (const must of [true, false]) {
    for (const item of free.filter(one => one.must === must)) {
      const at = rooms.findIndex(room => room >= item.minutes)
      if (at < 0) dropped.push({ ...item, why: item.minutes > weeklyMinutes ? 'too long' : 'no time' })
      else {
        rooms[at] = (rooms[at] ?? 0) - item.minutes
        places.set(item.key, at)
      }
    }
  }
  return places
}

/** Puts the chosen ones into weeks in the order of the plan, evenly where there is time to spare; where that leaves one over, as they were chosen. */
function fill(weeks: readonly Week[], chosen: readonly Planned[], places: ReadonlyMap<string, number>): void {
  const evenly = inOrder(weeks, chosen)
  const lists = evenly ?? weeks.map((_, index) => chosen.filter(({ key }) => places.get(key) === index))
  weeks.forEach((week, index) => {
    for (const item of lists[index] ?? []) {
      week.items.push(item)
      week.left -= item.minutes
    }
  })
}

/** The chosen ones by week, each day about the same share of what is left; undefined when one of them finds no room that way. */
function inOrder(weeks: readonly Week[], chosen: readonly Planned[]): readonly (readonly Planned[])[] | undefined {
  const rooms = weeks.map(({ left }) => left)
  const lists = weeks.map((): Planned[] => [])
  let rest = chosen.reduce((sum, { minutes }) => sum + minutes, 0)
  const late: Planned[] = []
  let next = 0
  const put = (item: Planned, at: number) => {
    lists[at]?.push(item)
    rooms[at] = (rooms[at] ?? 0) - item.minutes
  }
  let days = weeks.reduce((sum, { dates }) => sum + dates.length, 0)
  weeks.forEach(({ dates }, index) => {
    // The last day of a week that runs is one day, not a week.
    const share = (rest * dates.length) / Math.max(1, days)
    days -= dates.length
    let taken = 0
    while (next < chosen.length) {
      const item = chosen[next]
      if (!item || taken >= share) break
      next += 1
      // Its own week has no room for it: it is tried again wherever there is.
      if (item.minutes > (rooms[index] ?? 0)) late.push(item)
      else {
        put(item, index)
        taken += item.minutes
      }
    }
    rest -= taken
  })
  for (const item of [...late, ...chosen.slice(next)]) {
    const at = rooms.findIndex(room => room >= item.minutes)
    if (at < 0) return undefined
    put(item, at)
  }
  return lists
}

/** Lays a week's items out over its days, about the same minutes each, beside what is pinned there. */
function spread({ dates, items }: Week, onDay: Map<PlainDate, Planned[]>): void {
  const minutesOn = (date: PlainDate) => (onDay.get(date) ?? []).reduce((sum, { minutes }) => sum + minutes, 0)
  const all = items.reduce((sum, { minutes }) => sum + minutes, 0) + dates.reduce((sum, date) => sum + minutesOn(date), 0)
  const share = all / Math.max(1, dates.length)
  let day = 0
  for (const item of items) {
    while (day < dates.length - 1 && minutesOn(dates[day] ?? '') >= share) day += 1
    const date = dates[day]
    if (date !== undefined) onDay.set(date, [...(onDay.get(date) ?? []), item])
  }
}
