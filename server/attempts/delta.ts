import { isDeepStrictEqual } from 'node:util'
import { diff_match_patch } from '@dmsnell/diff-match-patch'
import { type Delta, DiffPatcher } from 'jsondiffpatch'

/** A text comparison may take this long; past it, the difference is coarser, never wrong. */
const TEXT_DIFF_SECONDS = 0.01

class BoundedTextDiff extends diff_match_patch {
  constructor() {
    super()
    this.Diff_Timeout = TEXT_DIFF_SECONDS
  }
}

/** What a record is known by: its own id, or the slot or target that it is about. */
function identityOf(item: object): string | undefined {
  const name = 'id' in item ? item.id : 'slot' in item ? item.slot : 'target' in item ? item.target : undefined
  return typeof name === 'string' ? name : undefined
}

const patcher = new DiffPatcher({
  // Records keep their identity when one is put before them.
  objectHash(item, index) {
    return identityOf(item) ?? `at:${index}`
  },
  textDiff: { diffMatchPatch: BoundedTextDiff, minLength: 60 },
  arrays: { detectMove: true, includeValueOnMove: false },
  omitRemovedValues: true,
  cloneDiffValues: false,
})

/**
 * The difference from one JSON document to another, as JSON text; `null` when it could not be expressed exactly (then store the document).
 * The result is proven before it is returned: applied to `before` it gives `after`. `before` is used up by that.
 */
export function deltaBetween(before: unknown, after: unknown): string | null {
  const text = JSON.stringify(patcher.diff(before, after) ?? null)
  try {
    return isDeepStrictEqual(applyDelta(before, text), after) ? text : null
  } catch {
    return null
  }
}

/** Applies a delta to a document, which it may change in place, and returns the result. Throws on a delta of another document: our own bug. */
export function applyDelta(document: unknown, delta: string): unknown {
  // What deltaBetween wrote: the library's own format, which it does not export a check for.
  const parsed: Delta | null = JSON.parse(delta)
  return parsed === null ? document : patcher.patch(document, parsed)
}
