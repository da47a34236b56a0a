import type { Plan, PlanItem } from './plan.ts'

/** A calendar date without a time, `YYYY-MM-DD`, in the person's own time zone. */
export type PlainDate = string

export type Task = {
  readonly key: string
  readonly kind: 'lesson' | 'drill'
  readonly slug: string
  readonly minutes: number
  readonly week: number
  readonly state: 'done' | 'due' | 'ahead' | 'being written'
}

export type Today = {
  /** 1 for the first week; 0 before the start, one past the last when the plan is over. */
  readonly week: number
  readonly day: number
  readonly daysLeft: number
  readonly tasks: readonly Task[]
  readonly weeks: readonly { readonly title: string; readonly goal: string; readonly done: number; readonly of: number }[]
}

const dayMs = 86_400_000

/** Days from `from` to `to`; NaN when one of them is no date. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs)
}

/** The date `days` after a date. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** The first day of the plan: as chosen, or counted back from the day of the interview so that the plan ends the day before. */
export function startOfPlan(
  plan: Plan,
  chosen: { readonly startDate: PlainDate | null; readonly interviewDate: PlainDate | null },
): PlainDate | null {
  if (chosen.startDate) return chosen.startDate
  return chosen.interviewDate ? addDays(chosen.interviewDate, -7 * plan.weeks.length) : null
}

/** The name of an item of the plan: `lesson:SLUG` or `drill:SLUG`. */
export const keyOf = (item: PlanItem) => ('lesson' in item ? `lesson:${item.lesson}` : `drill:${item.drill}`)

/**
 * Where the person stands on a date. An item is due once its week has begun and it is not done; `solvePlan` places it on a day. Items that do not
 * exist yet are never due.
 */
export function planToday(
  plan: Plan,
  state: {
    readonly start: PlainDate
    readonly today: PlainDate
    readonly done: ReadonlySet<string>
    readonly exists: (key: string) => boolean
  },
): Today {
  const elapsed = daysBetween(state.start, state.today)
  const length = plan.weeks.length * 7
  const week = elapsed < 0 ? 0 : Math.min(plan.weeks.length + 1, Math.floor(elapsed / 7) + 1)
  const tasks = plan.weeks.flatMap((w, index) =>
    w.items.map((item): Task => {
      const key = keyOf(item)
      const due = index + 1 <= week
      const taskState = state.done.has(key) ? 'done' : !state.exists(key) ? 'being written' : due ? 'due' : 'ahead'
      return {
        key,
        kind: 'lesson' in item ? 'lesson' : 'drill',
        slug: 'lesson' in item ? item.lesson : item.drill,
        minutes: item.minutes,
        week: index + 1,
        state: taskState,
      }
    }),
  )
  return {
    week,
    day: elapsed,
    daysLeft: Math.max(0, length - Math.max(0, elapsed)),
    tasks,
    weeks: plan.weeks.map((w, index) => {
      const inIt = tasks.filter(t => t.week === index + 1 && t.state !== 'being written')
      return { title: w.title, goal: w.goal, done: inIt.filter(t => t.state === 'done').length, of: inIt.length }
    }),
  }
}

/** From so many days before the interview, or from this week of the plan on, one checks what is in place. */
const CHECK_DAYS = 28
const CHECK_WEEK = 5

/** Whether it is time for the list of the last four weeks: by the day of the interview where there is one, else by the week of the plan. */
export function isTimeToCheck(today: PlainDate, interview: PlainDate | null, week: number): boolean {
  if (interview === null) return week >= CHECK_WEEK
  const days = daysBetween(today, interview)
  return days >= 0 && days <= CHECK_DAYS
}
