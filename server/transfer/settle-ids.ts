import { createHash } from 'node:crypto'

export type KnownId = { readonly id: string; readonly mine: boolean }
export type Settled = { readonly id: string; readonly here: boolean }

/** The id that a row gets in this person's account when its own is taken by somebody else: always the same one, so that it is known again. */
const derivedId = (userId: string, id: string) => createHash('sha256').update(`${userId}:${id}`).digest('base64url').slice(0, 16)

/** SQLite takes so many values in one query. */
const CHUNK = 1000

/** A list in pieces that one statement can take. */
export function* chunks<T>(list: readonly T[], size = CHUNK): Generator<T[]> {
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size)
}

/**
 * For each id of a file: under which id its row is this person's (`here`), or under which one it can be added. `find` answers which of some ids are
 * taken, and whether by this person.
 */
export async function settleIds(
  userId: string,
  ids: readonly string[],
  find: (ids: string[]) => Promise<readonly KnownId[]>,
): Promise<ReadonlyMap<string, Settled>> {
  const known = new Map<string, boolean>()
  for (const some of chunks(ids.flatMap(id => [id, derivedId(userId, id)])))
    for (const { id, mine } of await find(some)) known.set(id, mine)
  return new Map(
    ids.map((id): [string, Settled] => {
      const derived = derivedId(userId, id)
      if (known.get(id)) return [id, { id, here: true }]
      if (known.get(derived)) return [id, { id: derived, here: true }]
      return [id, { id: known.has(id) ? derived : id, here: false }]
    }),
  )
}
