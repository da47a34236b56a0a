import type { Submission } from '../design/submission.ts'
import type { Drill } from '../drill/drill.ts'

/** Fewer strange names than this are slips of the pen. */
const FEWEST = 3

/**
 * Why a submission cannot be about this drill, or undefined. Targets, slots and facts are named by the drill and offered as choices, so a
 * submission most of whose names the drill does not have was made for another one, however good it is there.
 */
export function otherDrill({ targets, slots, facts }: Drill, submission: Submission): string | undefined {
  const known = {
    targets: new Set(targets.map(target => target.id)),
    slots: new Set(slots.map(slot => slot.id)),
    facts: new Set(facts.map(fact => fact.id)),
  }
  const named = [
    ...submission.answers.map(answer => known.targets.has(answer.target)),
    ...submission.assumptions.map(assumption => known.slots.has(assumption.slot)),
    ...submission.questions.filter(question => question.fact !== '').map(question => known.facts.has(question.fact)),
  ]
  const strange = named.filter(isKnown => !isKnown).length
  if (strange < FEWEST || strange * 2 <= named.length) return undefined
  return `It was made for another drill: ${strange} of its ${named.length} answers, assumptions and questions are about what is not asked here.`
}
