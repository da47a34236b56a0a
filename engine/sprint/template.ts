import { z } from 'zod'

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a slug: lower-case words joined by "-"')
const name = z.string().regex(/^[a-z][a-z0-9_]*$/, 'is not a name that a formula can use: lower-case letters, digits and "_"')
const text = z.string().trim().min(1)

const common = {
  id: slug,
  text: text.describe('The question, with {name} where a value goes'),
  values: z.record(name, z.array(text).min(2)).describe('What each name may be, in the worksheet language; one is drawn'),
  lines: z.array(text).default([]).describe('Worksheet lines between the values and the answer'),
  lesson: slug.optional(),
}

const estimate = z.strictObject({
  ...common,
  kind: z.literal('estimate'),
  answer: text.describe('The formula of the answer'),
  unit: text.describe('An example of the unit that is expected'),
})

const decision = z.strictObject({
  ...common,
  kind: z.literal('decision'),
  options: z.tuple([text, text]).describe('The simpler choice, then the one that the numbers must force'),
  forced: text.describe('A formula: above 1 the second choice is right'),
  why: text.describe('The rule, in words'),
})

/** content/sprints/templates.yaml */
export const sprintTemplatesSchema = z.strictObject({
  templates: z.array(z.discriminatedUnion('kind', [estimate, decision])).min(1),
})

export type SprintTemplate = z.infer<typeof sprintTemplatesSchema>['templates'][number]
