import type { Submission } from '../design/submission.ts'
import type { Quantity } from '../quantity/quantity.ts'
import type { Graph } from './graph.ts'

/** What a rule may look at. `read` reads a quantity of the design; undefined when it is empty or cannot be read. */
export type DesignView = {
  readonly graph: Graph
  readonly submission: Pick<Submission, 'architecture' | 'data' | 'organization' | 'requirements'>
  readonly read: (text: string) => Quantity | undefined
}

/** One fault of a drawn design: the parts it is about, what is wrong, and the mend. */
export type GraphFinding = {
  readonly rule: string
  /** Ids of components, links or flows. */
  readonly parts: readonly string[]
  readonly message: string
  readonly mend: string
}

export type GraphRule = {
  readonly id: string
  readonly title: string
  readonly check: (view: DesignView) => readonly Omit<GraphFinding, 'rule'>[]
}

/** The name of a component as the candidate wrote it, else its id. */
export const nameOf = ({ components }: Graph, id: string) => components.get(id)?.name || id
