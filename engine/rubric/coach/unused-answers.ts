import type { Submission } from '../../design/submission.ts'
import { references } from '../../worksheet/worksheet.ts'

/** Stated answers that drive no decision and that no expression of another part uses. */
export function unusedAnswers(submission: Submission): Submission['answers'] {
  const drivers = new Set(submission.decisions.map(d => d.driver))
  const { answers, worksheet: _sheet, ...rest } = submission
  const used = new Set(expressionsIn(rest).flatMap(text => references(text)))
  return answers.filter(
    ({ target, stated }) => stated.trim() !== '' && !drivers.has(target) && !references(stated).some(name => used.has(name)),
  )
}

/** Every short text of a design that could be an expression. */
function expressionsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.length > 0 && value.length <= 200 ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(expressionsIn) : []
}
