import { z } from 'zod'

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a slug: use lower-case words joined by "-"')
const text = z.string().trim().min(1, 'is empty').max(500)

const common = {
  id: slug.describe('a name of its own within the file'),
  ask: text.describe('the question; one thing only'),
  why: text.optional().describe('the reasoning, shown with the answer'),
} as const

const wordCard = z.strictObject({ ...common, answer: text.describe('what to recall, in a sentence or less') })

const numberCard = z.strictObject({
  ...common,
  number: text.describe('the right answer, an expression of the worksheet language; the reader types it with its unit'),
  unit: text.describe('the unit to show it in, such as "/s" or "GB"; "1" for a plain number'),
  tolerance: z
    .string()
    .regex(/^(exact|\d+(\.\d+)?%|x\d+(\.\d+)?)$/, 'is not a tolerance: write "10%", "x2" or "exact"')
    .default('10%'),
})

/** A thing to recall: words that the person judges, or a number that is typed and computed. */
export const cardSchema = z.union([numberCard, wordCard], {
  error: 'is not a card: write "ask" and "answer", or "ask", "number" and "unit"',
})

/** cards/LESSON.yaml: the cards of one lesson. */
export const cardsSchema = z.strictObject({
  lesson: slug.describe('the lesson that they come from; the name of the file'),
  cards: z.array(cardSchema).min(1),
})

export type Card = z.infer<typeof cardSchema>

/** A card of the catalog, with the name that is its own everywhere: `caching-patterns/five-nines`. */
export type CatalogCard = Card & { readonly key: string; readonly lesson: string }
