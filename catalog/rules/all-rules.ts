import { cards } from './cards.ts'
import { checklists } from './checklists.ts'
import { choosers } from './choosers.ts'
import { computes } from './computes.ts'
import { criteriaNames } from './criteria-names.ts'
import { drillFormulas } from './drill-formulas.ts'
import { drillShape } from './drill-shape.ts'
import { exemplars } from './exemplars.ts'
import { lessonChecks } from './lesson-checks.ts'
import { lessonIds } from './lesson-ids.ts'
import { lessonSubstance } from './lesson-substance.ts'
import { links } from './links.ts'
import { planMinutes } from './plan-minutes.ts'
import { planNames } from './plan-names.ts'
import { planOnce } from './plan-once.ts'
import { references } from './references.ts'
import { rubricTests } from './rubric-tests.ts'
import type { Rule } from './rule.ts'
import { sizing } from './sizing.ts'
import { uniqueNames } from './unique-names.ts'

/** Every rule of content. A new one is a file beside this one, its test, and a line here. */
export const allRules: readonly Rule[] = [
  planNames,
  planOnce,
  planMinutes,
  lessonChecks,
  lessonIds,
  lessonSubstance,
  links,
  references,
  uniqueNames,
  cards,
  choosers,
  checklists,
  drillShape,
  drillFormulas,
  criteriaNames,
  computes,
  sizing,
  exemplars,
  rubricTests,
]
