import { z } from 'zod'

const text = z.string().trim().min(1)
const patterns = z.array(text).min(1)

const slot = z.strictObject({
  id: z.string().regex(/^[a-z]+$/),
  ask: text.describe('What this part of an answer says'),
  any: patterns.describe('Patterns one of which shows it'),
  asserted: z.boolean().default(true).describe('A negated match does not count'),
})

/** One criterion read from prose: it may only award. */
export const frameSchema = z.strictObject({
  id: z.string().regex(/^[a-z_]+$/),
  title: text,
  slots: z.array(slot).min(1),
  within: z.number().int().min(1).max(6).default(2).describe('All slots within so many sentences'),
  deny: z.array(text).default([]).describe('Patterns that contradict the criterion: then nobody can be sure'),
  after: z
    .array(text)
    .default([])
    .describe('Patterns that contradict the criterion when they stand in a later sentence than what shows it'),
  exclude: z.array(text).default([]).describe('Near-topic traps: the text is about something else'),
  checklist: z.array(text).min(1),
})

export const framesSchema = z
  .strictObject({
    sets: z
      .record(z.string().regex(/^[a-z]+$/), z.array(text).min(1))
      .default({})
      .describe('Words that stand for one another; a pattern names the set as $name'),
    frames: z.array(frameSchema).min(1),
    hedges: patterns,
    turns: z
      .array(text)
      .default([])
      .describe('Words that make a later sentence about the same thing suspicious: "all", "never", "deleted"'),
    generic: patterns.describe('Phrases that praise without saying anything'),
    vocabulary: patterns.describe("Words of the field that everyone's lesson uses; a text of these alone is stuffed"),
    references: patterns.describe('Model texts; copied, they are no evidence'),
  })
  .superRefine((frames, context) => {
    const used = JSON.stringify([frames.frames, frames.hedges, frames.generic]).matchAll(/\$([a-z]+)/g)
    const unknown = new Set([...used].flatMap(([, name]) => (name && !(name in frames.sets) ? [name] : [])))
    for (const name of unknown) context.addIssue({ code: 'custom', message: `there is no set "${name}"`, path: ['sets'] })
  })

export type Frame = z.infer<typeof frameSchema>
export type Frames = z.infer<typeof framesSchema>
