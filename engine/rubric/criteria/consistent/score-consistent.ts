import type { Context } from '../../context.ts'
import { type Finding, missed } from '../../criterion.ts'
import type { CriterionOf } from '../../rubric.ts'
import { consistencyRule } from './rules.ts'

/** Applies the rule that the criterion names. An unknown rule is a content fault; the content check refuses it before this runs. */
export function scoreConsistent(criterion: CriterionOf<'consistent'>, context: Context): Finding {
  const rule = consistencyRule(criterion.rule)
  return rule ? rule.check(context, criterion.with) : missed(`This Tenfold does not know the rule "${criterion.rule}".`)
}
