import { z } from 'zod'
import { levels } from '../drill/drill.ts'

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not an id: use lower-case words joined by "-"')
const text = z.string().trim().min(1, 'is empty').max(400)
const count = z.number().int().min(1).max(100)

/** What the app can see by itself. */
const seen = z.union(
  [
    z.strictObject({ lessons: z.array(slug).min(1).describe('all of them are marked as done') }),
    z.strictObject({ scored: count.describe('so many different drills were handed in and scored') }),
    z.strictObject({ levels: z.array(z.enum(levels)).min(1).describe('a drill of each level was handed in') }),
    z.strictObject({
      timed: z
        .array(z.strictObject({ level: z.enum(levels), minutes: count }))
        .min(1)
        .describe('a sitting against a clock of at least so many minutes, at each level'),
    }),
    z.strictObject({ recordings: count.describe('so many recordings are kept with an attempt') }),
    z.strictObject({ feedback: count.describe('so many friends or mentors have given their view') }),
  ],
  { error: 'is not something that the app sees: write one of lessons, scored, levels, timed, recordings, feedback' },
)

const item = z.strictObject({
  id: slug.describe('a name of its own within the list; ticks are kept by it'),
  text: text.describe('what to do, or to ask oneself'),
  instead: text.optional().describe('of a mistake: what to do instead'),
  lessons: z.array(slug).default([]).describe('lessons that it leads to'),
  drills: z.array(slug).default([]).describe('drills that it leads to'),
  page: z
    .strictObject({ href: z.string().regex(/^\/[a-z0-9/#?=&-]*$/, 'is not a path of this app'), title: text })
    .optional()
    .describe('a page of the app that it leads to'),
  seen: seen.optional().describe('by what the app ticks it by itself'),
})

const list = z.strictObject({
  id: slug,
  title: text,
  about: text.describe('when to use it, in a sentence'),
  each: z.enum(['person', 'attempt']).default('person').describe('ticked once, or anew for each attempt'),
  groups: z.array(z.strictObject({ title: text, items: z.array(item).min(1) })).min(1),
})

/** checklists.yaml: lists to work through, each item with where it leads and by what it ticks itself. */
export const checklistsSchema = z.strictObject({ lists: z.array(list).min(1) })

export type Checklist = z.infer<typeof list>
export type ChecklistItem = Checklist['groups'][number]['items'][number]
export type Seen = z.infer<typeof seen>
