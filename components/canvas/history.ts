/** What can be undone and redone. Steps that carry the same `key` one after the other (typing into one field) are one step. */
export type History<T> = { readonly past: readonly T[]; readonly now: T; readonly future: readonly T[]; readonly key: string }

const longest = 200

export const begin = <T>(now: T): History<T> => ({ past: [], now, future: [], key: '' })

/** Goes on to a new state; the same state is no step. An empty key is never joined with the step before it. */
export function step<T>(history: History<T>, next: T, key = ''): History<T> {
  if (next === history.now) return history
  const joined = key !== '' && key === history.key
  return { past: joined ? history.past : [...history.past, history.now].slice(-longest), now: next, future: [], key }
}

export function undo<T>({ past, now, future, key }: History<T>): History<T> {
  const last = past.at(-1)
  return last === undefined
    ? { past, now, future, key }
    : { past: past.slice(0, -1), now: last, future: [now, ...future], key: '' }
}

export function redo<T>({ past, now, future, key }: History<T>): History<T> {
  const [next, ...rest] = future
  return next === undefined ? { past, now, future, key } : { past: [...past, now], now: next, future: rest, key: '' }
}
