import { z } from 'zod'

/** What the sitting recorded: the minute at which each record (`/data/urls`) first stood there, and what was asked when, and what landed. */
export const timelineSchema = z.object({
  firstMinutes: z.record(z.string(), z.number()),
  questions: z.array(z.object({ fact: z.string(), minute: z.number() })),
  curveballs: z
    .array(z.object({ id: z.string(), minute: z.number(), draft: z.unknown() }))
    .default([])
    .describe('What landed, when, and the design as it stood then'),
  probes: z
    .array(z.object({ id: z.string(), minute: z.number(), text: z.string() }))
    .optional()
    .describe('What the interviewer of a mock asked about the design, and when; nothing is scored by it'),
})

export type Timeline = z.infer<typeof timelineSchema>
