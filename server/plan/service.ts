import 'server-only'
import type { z } from 'zod'
import { getCatalog } from '#catalog/catalog.ts'
import { slugTitle } from '#engine/plan/slug-title.ts'
import { authSecret } from '../boot.ts'
import { database } from '../db/client.ts'
import * as plans from './plan.ts'

async function deps(): Promise<plans.PlanDeps> {
  const catalog = await getCatalog()
  const find = (key: string) => {
    const slug = key.slice(key.indexOf(':') + 1)
    return { slug, found: key.startsWith('lesson:') ? catalog.lesson(slug) : catalog.drill(slug) }
  }
  return {
    db: await database(),
    now: Date.now,
    plan: catalog.plan(),
    exists: key => find(key).found !== undefined,
    titleOf: key => {
      const { slug, found } = find(key)
      return found?.title ?? slugTitle(slug)
    },
  }
}

/** The plan of a person as it stands today. */
export const studyPlan = async (person: plans.Planner) => plans.studyPlan(await deps(), person)
/** Skips an item, puts it on a day, or takes either back. */
export const changePlan = async (person: plans.Planner, input: z.infer<typeof plans.planChangeInput>) =>
  plans.changePlan(await deps(), person, input)
/** Makes a new secret address for the calendar. */
export const makeCalendarFeed = async (userId: string) => plans.makeCalendarFeed(await deps(), userId)
/** Takes the address back. */
export const revokeCalendarFeed = async (userId: string) => plans.revokeCalendarFeed(await deps(), userId)
/** Whether there is an address that works. */
export const hasCalendarFeed = async (userId: string) => (await (await database()).calendarFeed.count({ where: { userId } })) > 0

/** The days that are left as an iCalendar text. */
export async function calendarOf(person: plans.Planner, base: string): Promise<string> {
  const all = await deps()
  return plans.toCalendar(all, await plans.studyPlan(all, person), person, base)
}

/** Whose calendar an address is. */
export const openCalendar = async (token: string, visitor: string) =>
  plans.openCalendar({ ...(await deps()), secret: authSecret() }, token, visitor)
