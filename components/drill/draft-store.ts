import type { Draft } from './autosave.ts'

const key = (attemptId: string) => `tenfold:draft:${attemptId}`

/** Keeps the draft of an attempt in this browser; a full or forbidden store costs the copy, not the sitting. */
export function keepDraft(attemptId: string, draft: Draft | null): void {
  try {
    if (draft) localStorage.setItem(key(attemptId), JSON.stringify(draft))
    else localStorage.removeItem(key(attemptId))
  } catch {
    // The server's copy is the one that counts.
  }
}

/** The draft that an earlier page left, or null. What cannot be read is not a draft; the server checks the rest. */
export function leftDraft(attemptId: string): Draft | null {
  try {
    const draft: Draft | null = JSON.parse(localStorage.getItem(key(attemptId)) ?? 'null')
    return draft && typeof draft.id === 'string' && typeof draft.submission === 'object' ? draft : null
  } catch {
    return null
  }
}
