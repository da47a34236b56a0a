import type { CardRating } from './rating.ts'

/** A card as it is asked. Its answer travels with it: a card teaches, it does not score. */
export type CardFace = {
  readonly key: string
  /** The lesson that it comes from; null for one's own. */
  readonly lesson: string | null
  readonly ask: string
  readonly answer: string
  readonly why: string
  /** Set where a number is typed. */
  readonly number: { readonly of: string; readonly unit: string; readonly tolerance: string } | null
}

/** A card in a session, with the time in ms after which it comes back, by rating. */
export type SessionCard = CardFace & { readonly next: Readonly<Record<CardRating, number>> }
