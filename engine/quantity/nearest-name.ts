/** Optimal string alignment distance (insert, delete, replace, swap neighbours), bounded: returns `limit + 1` beyond it. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let beforePrevious: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforePrevious[j - 2] ?? 0) + 1)
      }
      current.push(best)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[b.length] ?? limit + 1
}

/**
 * The candidate that the word was most likely meant to be: the same letters in another case, a plural, or at most one
 * typing mistake (two from six letters on). Null when nothing is near. Words over 64 letters have no near name.
 */
export function nearestName(word: string, candidates: Iterable<string>): string | null {
  if (word.length > 64) return null
  const lower = word.toLowerCase()
  const limit = word.length <= 2 ? 0 : word.length < 6 ? 1 : 2
  let best: string | null = null
  let bestDistance = limit + 1
  for (const candidate of candidates) {
    const other = candidate.toLowerCase()
    const distance = other === lower ? 0 : editDistance(lower, other, limit)
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}
