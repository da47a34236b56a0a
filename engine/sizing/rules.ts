import { z } from 'zod'

const name = z.string().regex(/^[a-z][a-z0-9_]{1,40}$/, 'is not a name: use lower-case letters, digits and "_"')
const formula = z.string().min(1).max(300)

const input = z.strictObject({
  name: name.describe('how formulas and demand files call it'),
  what: z.string().min(1).describe('what it is, for the one who fills it in'),
  kind: z.string().min(1).describe('its kind in base units: count, 1/s, bytes, s, USD, USD/s, USD/bytes or USD/bytes/s'),
  default: formula.optional().describe('what is taken when nothing is said, in the worksheet language'),
  fact: z.string().optional().describe('the fact of content/reference that is taken when nothing is said'),
  list: z
    .boolean()
    .default(false)
    .describe('true when there may be several, such as the hit ratios of caches one behind the other'),
  example: z.union([formula, z.array(formula).min(1)]).describe('a value that the check of the rules computes with'),
})

const sizingCase = z.strictObject({
  below: formula.optional().describe('the case holds while the value of `by` is below this; the last case has none'),
  formula: formula.describe('the result in this case'),
  says: z.string().min(1).optional().describe('what the case is called'),
})

const give = z
  .strictObject({
    name: name.describe('the name that the result has in formulas'),
    what: z.string().min(1).describe('what the result is'),
    formula: formula.optional().describe('the result, in the worksheet language'),
    each: z
      .strictObject({
        list: name.describe('a list of the demand'),
        formula: formula.describe('what each member contributes; ITEM stands for it'),
      })
      .optional()
      .describe('a product over a list'),
    by: name.optional().describe('the value that decides between the cases'),
    cases: z.array(sizingCase).min(2).optional(),
  })
  .refine(({ formula, each, by, cases }) => [formula, each, by && cases].filter(part => part !== undefined).length === 1, {
    message: 'has one of: formula, each, or by with cases',
  })

const warning = z
  .strictObject({
    value: formula.describe('what is looked at'),
    above: formula.optional().describe('warn when it is above this'),
    below: formula.optional().describe('warn when it is below this'),
    says: z.string().min(1),
  })
  .refine(({ above, below }) => (above === undefined) !== (below === undefined), { message: 'has one of: above, below' })

const rule = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not an id: use lower-case words joined by "-"'),
  title: z.string().min(1),
  needs: z.array(name).describe('names without which the rule has nothing to say'),
  gives: z.array(give).min(1).describe('its results, in order; the first of two with the same name that can be computed counts'),
  warnings: z.array(warning).default([]),
  source: z.string().min(1).describe('where the rule comes from'),
  weakness: z.string().min(1).describe('where it is known to mislead'),
})

const contradiction = z.strictObject({
  id: z.string().min(1),
  between: z.array(name).min(2).describe('results that answer the same question'),
  says: z.string().min(1).describe('why they differ and which to use'),
})

/** content/reference/sizing.yaml: what a demand may say, the rules that turn it into a plan, and where rules contradict each other. */
export const sizingRulesSchema = z.strictObject({
  title: z.string().min(1),
  inputs: z.array(input).min(1),
  rules: z.array(rule).min(1),
  contradictions: z.array(contradiction),
})

export type SizingRules = z.infer<typeof sizingRulesSchema>
export type SizingInput = SizingRules['inputs'][number]
export type SizingRule = SizingRules['rules'][number]
export type SizingGive = SizingRule['gives'][number]
