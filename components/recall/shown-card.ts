import type { CardRating } from '#engine/recall/rating.ts'

/** A card as the session page hands it to the browser. */
export type ShownCard = {
  readonly key: string
  readonly lesson: string | null
  readonly ask: string
  readonly answer: string
  readonly why: string
  readonly number: { readonly of: string; readonly unit: string; readonly tolerance: string } | null
  /** In how many ms it comes back, by rating. */
  readonly next: Readonly<Record<CardRating, number>>
}
