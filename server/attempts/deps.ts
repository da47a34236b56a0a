import type { Submission } from '#engine/design/submission.ts'
import type { CompiledDrill } from '#engine/rubric/rubric.ts'
import type { Database, Queries } from '../db/client.ts'
import type { Timeline } from './timeline.ts'

/** A drill as an attempt pins it. */
type PinnableDrill = { readonly hash: string; readonly canonicalJson: string }

/** What the attempts need from outside. Time is an argument here too, so that a test can let an hour pass. */
export type AttemptDeps = {
  readonly db: Database
  readonly now: () => number
  readonly findDrill: (slug: string) => Promise<PinnableDrill | undefined>
  /** Deterministic: the same drill, input and seed always give the same report. */
  readonly score: (
    drill: CompiledDrill,
    input: { submission: Submission; timeline: Timeline },
    options: { seed: number },
  ) => unknown
  /** The version of the engine, kept with each score. */
  readonly engine: string
}

/** The drills that open attempts have pinned are few. */
const PINNED_LIMIT = 16
const readBefore = new Map<string, CompiledDrill>()

/** A pinned drill's JSON, which only `canonicalJson` ever writes. The same text gives the same object: to look at only. */
export function readPinned(json: string): CompiledDrill {
  const known = readBefore.get(json)
  if (known) return known
  const compiled: CompiledDrill = JSON.parse(json)
  const oldest = readBefore.keys().next()
  if (readBefore.size >= PINNED_LIMIT && !oldest.done) readBefore.delete(oldest.value)
  readBefore.set(json, compiled)
  return compiled
}

const pinnedBefore = new Map<string, PinnableJson>()
type PinnableJson = { readonly hash: string; readonly json: string }

/** A pinned drill by its hash, which says what is in it: asked of the database once. Throws when it is not there, which would be our own bug. */
export async function pinnedOf(db: Queries, hash: string): Promise<PinnableJson> {
  const known = pinnedBefore.get(hash)
  if (known) return known
  const found = await db.pinnedDrill.findUniqueOrThrow({ where: { hash } })
  const oldest = pinnedBefore.keys().next()
  if (pinnedBefore.size >= PINNED_LIMIT && !oldest.done) pinnedBefore.delete(oldest.value)
  pinnedBefore.set(hash, found)
  return found
}
