import { z } from 'zod'

const text = z.string().trim().min(1, 'is empty').max(600)
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not an id: use lower-case words joined by "-"')

const common = {
  id: id.describe('a name of its own within the lesson'),
  ask: text.describe('the question'),
  why: text.describe('the reasoning, shown with the answer'),
} as const

const option = z.strictObject({
  text,
  right: z.literal(true).optional().describe('on the one right option'),
  why: text.describe('why it is right, or what goes wrong with it'),
})

const numberCheck = z.strictObject({
  ...common,
  kind: z.literal('number'),
  answer: text.describe('the right answer, an expression of the worksheet language'),
  unit: text.describe('the unit to show it in, such as "/s" or "TB"'),
  tolerance: z
    .string()
    .regex(/^(exact|\d+(\.\d+)?%|x\d+(\.\d+)?)$/, 'is not a tolerance: write "10%", "x2" or "exact"')
    .default('10%'),
  slips: z
    .array(z.strictObject({ answer: text, why: text }))
    .default([])
    .describe('answers that a known mistake leads to, each with what the mistake is'),
})

const choiceCheck = z.strictObject({
  ...common,
  kind: z.literal('choice'),
  options: z
    .array(option)
    .min(2, 'needs at least two options')
    .refine(options => options.filter(o => o.right).length === 1, 'must mark exactly one option as right'),
})

const orderCheck = z.strictObject({
  ...common,
  kind: z.literal('order'),
  steps: z
    .array(text)
    .min(3, 'needs at least three steps')
    .max(8)
    .refine(steps => new Set(steps).size === steps.length, 'must not name a step twice')
    .describe('the steps in their right order; the reader sees them shuffled'),
})

const faultCheck = z.strictObject({
  ...common,
  kind: z.literal('fault'),
  lines: z
    .array(
      z.strictObject({
        text: text.describe('one line of the design, such as "web: four replicas in one zone"'),
        fault: z.literal(true).optional().describe('on the one line that is wrong'),
        why: text.describe('what is wrong with it, or why it is sound'),
      }),
    )
    .min(3, 'needs at least three lines')
    .max(10)
    .refine(lines => lines.filter(l => l.fault).length === 1, 'must mark exactly one line as the fault')
    .describe('a design, line by line; the reader points to the one that does not hold'),
})

/** A question inside a lesson. Its answer travels with the lesson: a check teaches, it does not score. */
export const checkSchema = z.discriminatedUnion('kind', [numberCheck, choiceCheck, orderCheck, faultCheck])

export type Check = z.infer<typeof checkSchema>
export type NumberCheck = z.infer<typeof numberCheck>
export type ChoiceCheck = z.infer<typeof choiceCheck>
export type FaultCheck = z.infer<typeof faultCheck>
export type OrderCheck = z.infer<typeof orderCheck>
