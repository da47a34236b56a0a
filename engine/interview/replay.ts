import type { Level } from '../drill/drill.ts'
import type { ScoreReport } from '../rubric/score-report.ts'
import type { Pacing } from './pacing.ts'
import type { QuietMinutes, ScoredMinute } from './quiet-minutes.ts'

/** One stretch of the sitting: what was written in it, and the score of the draft at its end. Minutes count from the start; `to` is not in it. */
export type ReplayPoint = ScoredMinute & {
  /** The newest revision at its end; 0 when nothing was saved yet. */
  readonly seq: number
  readonly possible: number
  /** Share of the weighted points, 0 to 1; null where the level is not measured. */
  readonly scores: Readonly<Record<Level, number | null>>
  readonly bands: ScoreReport['bands']
}

/** A sitting as it can be watched again. */
export type Replay = {
  readonly minutes: number
  readonly level: Level
  readonly phases: readonly { readonly title: string; readonly from: number; readonly to: number }[]
  /** The shares from which a band begins. */
  readonly cuts: { readonly near: number; readonly at: number; readonly above: number }
  readonly questions: readonly { readonly minute: number; readonly text: string; readonly answered: boolean }[]
  readonly curveballs: readonly { readonly minute: number; readonly text: string }[]
  /** What the interviewer of a mock asked about the design. */
  readonly probes: readonly { readonly minute: number; readonly text: string }[]
  readonly points: readonly ReplayPoint[]
  readonly quiet: readonly QuietMinutes[]
  /** Where the time went, against the plan. */
  readonly pacing: Pacing
}
