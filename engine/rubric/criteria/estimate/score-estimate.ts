import type { Context } from '../../context.ts'
import { type Finding, missed } from '../../criterion.ts'
import type { CriterionOf } from '../../rubric.ts'

/** The verdict of the target's line in the estimate table. */
export function scoreEstimate(criterion: CriterionOf<'estimate'>, context: Context): Finding {
  const estimate = context.estimates.get(criterion.target)
  if (!estimate || estimate.verdict === 'not stated') return missed('No number is stated for it.')
  const slip = estimate.slip ? ` ${estimate.slip.explanation}` : ''
  return {
    verdict: estimate.verdict,
    reason: `${estimate.reason}${slip}`,
    evidence: [{ at: `/answers/${criterion.target}`, text: estimate.text.stated }],
  }
}
