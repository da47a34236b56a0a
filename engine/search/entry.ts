/** The kinds of thing that can be found, in the order in which they are shown. */
export const searchKinds = ['lesson', 'chooser', 'formula', 'number', 'card', 'drill', 'checklist'] as const
export type SearchKind = (typeof searchKinds)[number]

export const searchKindTitles: Readonly<Record<SearchKind, string>> = {
  lesson: 'Lessons',
  chooser: 'Choosers',
  formula: 'Formulas',
  number: 'Numbers',
  card: 'Cards',
  drill: 'Drills',
  checklist: 'Checklists',
}

/** One thing that can be found: a section of a lesson, a number, a card. */
export type SearchEntry = {
  readonly id: string
  readonly kind: SearchKind
  /** The page: a lesson, a drill. */
  readonly title: string
  /** The place on it; empty for the page itself. */
  readonly heading: string
  readonly text: string
  readonly href: string
}

/** How the index is made and must be read again. Plain data: the engine that searches is the caller's. */
export const searchIndexOptions = {
  idField: 'id',
  fields: ['title', 'heading', 'text'],
  storeFields: ['kind', 'title', 'heading', 'text', 'href'],
  searchOptions: { boost: { title: 3, heading: 2 }, prefix: true, fuzzy: 0.15, combineWith: 'AND' },
} as const

/** A search takes so many characters; the rest is left off. */
export const MAX_QUERY = 200
