import type { LiveRun } from '#engine/simulation/live-run.ts'
import { type JudgedPrediction, judgePrediction } from '#engine/simulation/prediction.ts'
import { inUse, times as multiple, rate } from '../simulation/figures.ts'

export type PredictionTimes = 10 | 100

export type PredictionWords = {
  readonly verdict: JudgedPrediction['verdict']
  /** What is full first, and at which load. */
  readonly found: string
  /** "Right.", or "Not Web: Postgres broke first." */
  readonly judged: string
  /** What would carry that load; empty when it is carried. */
  readonly mend: string
}

/**
 * What the run says beside what was said to break first. `base` is the run at the load that the flows state, from which the order is read;
 * `at` the run at ten or a hundred times that. `named` is the id of the component that was named, `nameOf` what a component is called.
 */
export function predictionWords(
  base: LiveRun,
  at: LiveRun,
  named: string,
  times: PredictionTimes,
  nameOf: (id: string) => string,
): PredictionWords {
  const { verdict, first, ownAt } = judgePrediction(base.components, named, times)
  const own = nameOf(named)
  if (first === null) {
    const judged = named === '' ? 'You named nothing.' : `You said ${own}; nothing can break in this run.`
    return { verdict, found: 'Nothing in the design has a limit to reach.', judged, mend: '' }
  }
  const breaks = nameOf(first.id)
  const load = `${times}x`
  const found =
    first.at <= times
      ? `By ${load} ${breaks} has broken first: it is full at ${multiple(first.at)}.`
      : `At ${load} nothing is full yet; ${breaks} would be first, at ${multiple(first.at)}.`
  const ownWords = ownAt === null ? `${own} is never full` : `${own} is full at ${multiple(ownAt)}`
  const close = named === first.id || ownAt === null ? '' : ` (${ownWords}: too close to tell apart)`
  const judged: Record<JudgedPrediction['verdict'], string> = {
    right: `You said ${own}: right${close}.`,
    'by-then': `You said ${own}: full by then (${multiple(ownAt ?? 0)}), but ${breaks} broke first.`,
    wrong: `You said ${own}. Not: ${breaks} ${first.at <= times ? 'broke' : 'breaks'} first; ${ownWords}.`,
    unnamed: `You named nothing; ${breaks} ${first.at <= times ? 'broke' : 'breaks'} first.`,
    'no-limit': '',
  }
  return { verdict, found, judged: judged[verdict], mend: mendOf(base, at, first.id, breaks, load) }
}

/** How much of what broke is needed, and what gave it away before. */
function mendOf(base: LiveRun, at: LiveRun, id: string, name: string, load: string): string {
  const now = at.components.find(c => c.id === id)
  const before = base.components.find(c => c.id === id)
  if (!now || !before || now.capacity === null || now.capacity <= 0 || now.offered <= now.capacity) return ''
  const needed = multiple(now.offered / now.capacity)
  return `At ${load} ${rate(now.offered)} reach ${name} and it serves ${rate(now.capacity)}: it needs ${needed} of what is drawn, or fewer requests. At 1x it is ${inUse(before)} in use, more than anything else.`
}
