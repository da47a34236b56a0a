import { z } from 'zod'

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a slug: use lower-case words joined by "-"')

export const lessonFrontMatterSchema = z.strictObject({
  title: z.string().min(1).describe('the name of the lesson'),
  minutes: z.number().int().min(1).max(240).describe('minutes that it takes to read and work through'),
  summary: z.string().min(1).max(240).describe('one sentence: what the reader can do afterwards'),
  drills: z.array(slug).default([]).describe('drills that use it'),
  sources: z
    .array(
      z.strictObject({
        title: z.string().min(1),
        url: z.url({ protocol: /^https?$/ }).optional(),
        date: z
          .string()
          .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'is not a date: write 2026-09-20')
          .optional()
          .describe('when it was published or read'),
      }),
    )
    .default([])
    .describe('where the claims come from'),
})

export type LessonFrontMatter = z.infer<typeof lessonFrontMatterSchema>

/** Splits a file into its front matter and its body; the body keeps its line numbers. Undefined when there is no front matter. */
export function splitFrontMatter(text: string): { readonly yaml: string; readonly body: string } | undefined {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?(\n|$)/.exec(text)
  if (!match) return undefined
  const head = match[0]
  return { yaml: match[1] ?? '', body: '\n'.repeat(head.split('\n').length - 1) + text.slice(head.length) }
}
