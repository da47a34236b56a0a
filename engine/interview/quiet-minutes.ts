/** One stretch of a sitting and what the draft at its end earned. */
export type ScoredMinute = {
  readonly from: number
  readonly to: number
  /** Points of the draft at the end of it. */
  readonly earned: number
  /** Parts that were written in it; none: nothing was saved. */
  readonly changed: readonly string[]
}

export type QuietMinutes = {
  readonly from: number
  readonly to: number
  /** idle: nothing was written. unpaid: what was written raised no point. */
  readonly why: 'idle' | 'unpaid'
  readonly parts: readonly string[]
}

/** The minutes that earned nothing, stretches of the same reason joined. Minutes must be in order and without gaps. */
export function quietMinutes(minutes: readonly ScoredMinute[]): readonly QuietMinutes[] {
  const quiet: QuietMinutes[] = []
  let before = 0
  for (const { from, to, earned, changed } of minutes) {
    const raised = earned > before
    before = earned
    if (raised) continue
    const why = changed.length === 0 ? 'idle' : 'unpaid'
    const last = quiet.at(-1)
    if (last?.why === why && last.to === from) quiet[quiet.length - 1] = { ...last, to, parts: joined(last.parts, changed) }
    else quiet.push({ from, to, why, parts: changed })
  }
  return quiet
}

const joined = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])]
