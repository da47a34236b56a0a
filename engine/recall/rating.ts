/** How well a card was recalled, as ts-fsrs counts: again, hard, good, easy. */
export const ratings = [1, 2, 3, 4] as const
export type CardRating = (typeof ratings)[number]
export const ratingNames: Readonly<Record<CardRating, string>> = { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' }
