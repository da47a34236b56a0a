import type { Graph } from '../architecture/graph.ts'
import type { Submission } from '../design/submission.ts'
import type { Model } from '../simulation/model.ts'
import type { Read } from '../simulation/read-figure.ts'

/** What a probe may look at: the design as it stands. */
export type ProbeView = {
  readonly submission: Submission
  readonly graph: Graph
  readonly read: Read
  /** The design made ready to be run; made once, when first asked for. */
  readonly model: () => Model
}

/** One thing that an interviewer asks about when it is missing. */
export type ProbeRule = {
  readonly id: string
  /** Share of the time before which it is too early to miss it. */
  readonly after: number
  /** Share of the time after which nobody would ask any more; until the end where it is not said. */
  readonly until?: number
  /** What is missing, and the question in words that fit any design: for a person who holds the interview. */
  readonly missing: string
  readonly words: string
  /** The question in the interviewer's words, or undefined when there is nothing to ask: it is there, or what it builds on is not yet. */
  readonly ask: (view: ProbeView) => string | undefined
}

/** A component as the candidate calls it. */
export const calledIn = ({ graph }: ProbeView, id: string) => graph.components.get(id)?.name || id
