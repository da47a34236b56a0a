import { z } from 'zod'

/** What the sitting recorded: the minute at which each record (`/data/urls`) first stood there, and what was asked when. */
export const timelineSchema = z.object({
  firstMinutes: z.record(z.string(), z.number()),
  questions: z.array(z.object({ fact: z.string(), minute: z.number() })),
})

export type Timeline = z.infer<typeof timelineSchema>
