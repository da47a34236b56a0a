import { z } from 'zod'
import { checkSchema } from '#engine/lesson/check.ts'
import { liveParts } from '#engine/lesson/live/parts.ts'

const text = z.string().trim().min(1, 'is empty')
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not an id: use lower-case words joined by "-"')

/**
 * The components that a lesson may use, each with the properties it takes. A lesson names no other component, so that every lesson can
 * be checked without running it. `components/lesson/lesson-parts.tsx` holds the components themselves.
 */
export const lessonParts = {
  Check: checkSchema,
  Worksheet: z.strictObject({
    id,
    title: text.describe('what the worksheet works out'),
    source: z.string().max(20_000).describe('the lines, in the worksheet language'),
  }),
  ...liveParts,
  Note: z.strictObject({ title: text.optional() }),
  Level: z.strictObject({ at: z.enum(['L6', 'L7']).describe('the level whose interviewers ask this') }),
  Disputed: z.strictObject({
    issue: z
      .string()
      .regex(/^E-[A-Z0-9.]+$/, 'is not the id of a correction, such as E-301')
      .describe('the id of the correction'),
    claim: text.describe('what is often said'),
    right: text.describe('what is right'),
  }),
  Value: z.strictObject({
    of: text.max(200).describe('an expression of the worksheet language; the page shows its value'),
  }),
  Fact: z.strictObject({ id: id.describe('the id of a fact in content/reference') }),
} satisfies Record<string, z.ZodType>

export type LessonPartName = keyof typeof lessonParts

export const isLessonPart = (name: string): name is LessonPartName => Object.hasOwn(lessonParts, name)

/** The few HTML elements that text may need and markdown has no sign for. They take no attributes. */
export const plainElements = new Set(['br', 'sub', 'sup', 'kbd'])
