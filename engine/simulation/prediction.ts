/** When a component is full: the multiple of the design's own load; null when it never is. */
export type FullAt = { readonly id: string; readonly fullAt: number | null }

/** How a prediction of what breaks first came out, and what is full first as the load grows. */
export type JudgedPrediction = {
  /**
   * `right`: it is full first, or so close to it that the order is not known. `by-then`: another is first, but it is full as well by a hundred times.
   * `no-limit`: nothing in the design has a limit. `unnamed`: nothing was predicted.
   */
  readonly verdict: 'right' | 'by-then' | 'wrong' | 'no-limit' | 'unnamed'
  readonly first: { readonly id: string; readonly at: number } | null
  /** The multiple at which the one that was named is full; null: never, or it is not in the run. */
  readonly ownAt: number | null
}

/** Within a quarter of the load at which the first is full, the order is not known well enough to call a prediction wrong. */
const CLOSE = 1.25

/** Judges which component was said to break first at ten or a hundred times the load. `named` is its id, empty when nothing was said. */
export function judgePrediction(components: readonly FullAt[], named: string, times: 10 | 100): JudgedPrediction {
  let first: JudgedPrediction['first'] = null
  for (const { id, fullAt } of components) {
    if (fullAt !== null && fullAt < (first?.at ?? Number.POSITIVE_INFINITY)) first = { id, at: fullAt }
  }
  const ownAt = components.find(c => c.id === named)?.fullAt ?? null
  return { verdict: verdictOf(first, named, ownAt, times), first, ownAt }
}

function verdictOf(
  first: JudgedPrediction['first'],
  named: string,
  ownAt: number | null,
  times: 10 | 100,
): JudgedPrediction['verdict'] {
  if (named === '') return 'unnamed'
  if (first === null) return 'no-limit'
  if (ownAt !== null && ownAt <= first.at * CLOSE) return 'right'
  // At a hundred times the load all that is full at ten is long gone: what is full by then is right, if not first.
  return times === 100 && ownAt !== null && ownAt <= 100 * CLOSE ? 'by-then' : 'wrong'
}
