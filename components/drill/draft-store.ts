import type { Draft } from './autosave.ts'

// Each page has a place of its own: of two windows with the same attempt, neither writes over what the other has not sent yet.
const prefix = (attemptId: string) => `tenfold:draft:${attemptId}`
const placeOf = (attemptId: string, page: string) => `${prefix(attemptId)}:${page}`

/** Replaces the drafts that a page keeps in this browser. False when the store is full or forbidden: then only the page has them. */
export function keepDrafts(attemptId: string, page: string, drafts: readonly Draft[]): boolean {
  try {
    const place = placeOf(attemptId, page)
    if (drafts.length > 0) localStorage.setItem(place, JSON.stringify(drafts))
    else localStorage.removeItem(place)
    return true
  } catch {
    return false
  }
}

/** The drafts of an attempt that pages left in this browser. What cannot be read is not a draft; the server checks the rest. */
export const leftDrafts = (attemptId: string): readonly Draft[] => placesOf(attemptId).flatMap(draftsAt)

/** Forgets a draft, whichever page left it. */
export function dropDraft(attemptId: string, draftId: string, exceptPage?: string): void {
  for (const place of placesOf(attemptId)) {
    if (exceptPage !== undefined && place === placeOf(attemptId, exceptPage)) continue
    const all = draftsAt(place)
    const rest = all.filter(({ id }) => id !== draftId)
    if (rest.length === all.length) continue
    if (rest.length > 0) localStorage.setItem(place, JSON.stringify(rest))
    else localStorage.removeItem(place)
  }
}

function placesOf(attemptId: string): readonly string[] {
  try {
    const own = prefix(attemptId)
    return Object.keys(localStorage).filter(place => place === own || place.startsWith(`${own}:`))
  } catch {
    return []
  }
}

function draftsAt(place: string): readonly Draft[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(place) ?? '[]')
    return (Array.isArray(stored) ? stored : [stored]).filter(isDraft)
  } catch {
    return []
  }
}

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'submission' in value &&
  typeof value.submission === 'object' &&
  'writtenAtMs' in value &&
  typeof value.writtenAtMs === 'number'
