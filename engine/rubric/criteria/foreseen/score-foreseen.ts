import { parseSubmission } from '../../../design/parse-submission.ts'
import { type Context, toContext } from '../../context.ts'
import { type Finding, met, missed, partly, unmeasured } from '../../criterion.ts'
import type { CriterionOf } from '../../rubric.ts'
import { scorePresent } from '../present/score-present.ts'

/**
 * Looks whether the design as it stood when the curveball landed had an answer already. Judged by the draft of that minute, so that a
 * record that was made early and filled in late is not foreseen. Unmeasured without a timeline, or when the curveball never landed.
 */
export function scoreForeseen(criterion: CriterionOf<'foreseen'>, context: Context): Finding {
  const landed = context.timeline?.curveballs.find(c => c.id === criterion.curveball)
  if (!landed) return unmeasured('No curveball of this kind landed in this sitting, so it is not measured.')
  const { kind: _, curveball: _c, ...rest } = criterion
  const wanted = { ...rest, kind: 'present' } as const
  const minute = Math.round(landed.minute)
  const before = parseSubmission(landed.draft)
  const early = before.ok
    ? scorePresent(wanted, toContext(context.compiled, before.submission, undefined, context.seed))
    : undefined
  const now = scorePresent(wanted, context)
  if (early?.verdict === 'met' && now.verdict === 'met')
    return met(`It stood there before it was asked at minute ${minute}.`, now.evidence)
  if (now.verdict === 'met') return partly(`It was answered after it was asked at minute ${minute}.`, now.evidence)
  return missed(`It was asked at minute ${minute}, and nothing in this part answers it.`, now.evidence)
}
