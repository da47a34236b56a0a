import type { CompiledDrill } from '#engine/rubric/rubric.ts'
import type { ScoreReport } from '#engine/rubric/score-report.ts'

/** What a candidate looks at with a checklist. */
export type SelfCriterion = {
  readonly id: string
  readonly question: string
  readonly checklist: readonly string[]
  /** Why no rule could tell; none for what nothing typed can decide. */
  readonly why?: string
}

/** What nothing typed decides, then what a frame was not sure of, with the criterion's checklist or else the frame's. */
export function selfCriteriaOf(
  { criteria, frames }: Pick<CompiledDrill, 'criteria' | 'frames'>,
  report: ScoreReport | undefined,
): readonly SelfCriterion[] {
  const unsure = new Map(report?.criteria.filter(c => c.tier === 'claimed' && c.verdict === 'unsure').map(c => [c.id, c.reason]))
  return criteria.flatMap(c => {
    if (c.kind === 'self') return [{ id: c.id, question: c.question, checklist: c.checklist }]
    const why = unsure.get(c.id)
    if (c.kind !== 'said' || why === undefined) return []
    const ofFrame = frames?.frames.find(({ id }) => id === c.frame)?.checklist ?? []
    const checklist = c.checklist.length > 0 ? c.checklist : ofFrame
    return checklist.length > 0 ? [{ id: c.id, question: c.question, checklist, why }] : []
  })
}
