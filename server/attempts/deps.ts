import type { Submission } from '#engine/design/submission.ts'
import type { CompiledDrill } from '#engine/rubric/rubric.ts'
import type { Database } from '../db/client.ts'
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

/** A pinned drill's JSON, which only `canonicalJson` ever writes. */
export function readPinned(json: string): CompiledDrill {
  const compiled: CompiledDrill = JSON.parse(json)
  return compiled
}
