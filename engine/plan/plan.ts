import { z } from 'zod'

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a slug: use lower-case words joined by "-"')
const minutes = z.number().int().min(1).max(600).describe('minutes that it takes, a whole number')

const must = z.boolean().default(false).describe('keeps its place when there is too little time for all')

const lessonItem = z.strictObject({ lesson: slug.describe('the folder of the lesson in content/lessons'), minutes, must })
const drillItem = z.strictObject({ drill: slug.describe('the folder of the drill in content/drills'), minutes, must })

/** One thing to do: a lesson to read or a drill to sit. */
const planItemSchema = z.union([lessonItem, drillItem], {
  error: 'is not an item of the plan: write "lesson: slug" or "drill: slug", and "minutes: 40"',
})

/**
 * plan.yaml: the weeks in order, and in each the items in order. It is the only home of order. An item whose lesson or drill does not
 * exist yet is allowed: the pages show it as being written.
 */
export const planSchema = z.strictObject({
  title: z.string().min(1).describe('the name of the plan'),
  weeks: z
    .array(
      z.strictObject({
        title: z.string().min(1).describe('the theme of the week'),
        goal: z.string().min(1).describe('what one can do at its end, in a sentence'),
        items: z.array(planItemSchema).min(1),
      }),
    )
    .min(1)
    .max(52),
})

export type Plan = z.infer<typeof planSchema>
export type PlanItem = z.infer<typeof planItemSchema>

/** The lessons of the plan in reading order. */
export function lessonOrder(plan: Plan): readonly string[] {
  return plan.weeks.flatMap(week => week.items.flatMap(item => ('lesson' in item ? [item.lesson] : [])))
}
