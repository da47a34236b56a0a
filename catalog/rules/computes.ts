import type { ComponentKind } from '#engine/architecture/component-kinds.ts'
import { checkSchema } from '#engine/lesson/check.ts'
import { judgeNumber } from '#engine/lesson/judge-number.ts'
import { explore } from '#engine/lesson/live/explore.ts'
import { simulateProblems } from '#engine/lesson/live/simulate.ts'
import { strangers } from '#engine/lesson/live/stepper.ts'
import { evaluateExpression, evaluateWorksheet } from '#engine/worksheet/worksheet.ts'
import type { UsedPart } from '../lesson/guard-content.ts'
import { lessonParts } from '../lesson/parts.ts'
import type { Problem } from '../problem.ts'
import type { Content } from '../source/content.ts'
import { inText, problemAt, type Rule } from './rule.ts'

/** Everything that a page computes can be computed: worksheets, values in the text, answers of checks, facts. */
export const computes: Rule = content => [
  ...content.lessons.flatMap(lesson => lesson.mdx.parts.flatMap(part => partProblems(lesson.file, part, kindsOf(content)))),
  ...content.drills.flatMap(drill =>
    drill.prompt.mdx.parts.flatMap(part => partProblems(drill.prompt.file, part, kindsOf(content))),
  ),
  ...content.facts.flatMap(({ fact, document, path }) => {
    const result = evaluateExpression(fact.value)
    if (result.ok) return []
    return [
      problemAt(
        'computes',
        document.at([...path, 'value']),
        `"${fact.value}" cannot be read: ${result.error.message}`,
        mendOf(result.error.mend),
      ),
    ]
  }),
]

const kindsOf = (content: Content) => content.kinds?.value.kinds ?? []

const mendOf = (mend: string | undefined) => mend ?? 'correct the expression'

function partProblems(file: string, part: UsedPart, kinds: readonly ComponentKind[]): Problem[] {
  const at = inText(file, part)
  if (part.name === 'Worksheet') {
    const { source, title } = lessonParts.Worksheet.parse(part.props)
    return evaluateWorksheet(source).errors.map(error =>
      problemAt('computes', at, `line ${error.line} of the worksheet "${title}": ${error.message}`, mendOf(error.mend)),
    )
  }
  if (part.name === 'Value') {
    const { of } = lessonParts.Value.parse(part.props)
    const result = evaluateExpression(of)
    return result.ok
      ? []
      : [problemAt('computes', at, `"${of}" cannot be computed: ${result.error.message}`, mendOf(result.error.mend))]
  }
  if (part.name === 'Explore')
    return explore(lessonParts.Explore.parse(part.props)).errors.map(error =>
      problemAt('computes', at, `in the part to try, ${error}`, 'correct the slider, the line or the sentence'),
    )
  if (part.name === 'Simulate')
    return simulateProblems(lessonParts.Simulate.parse(part.props), kinds).map(problem =>
      problemAt('computes', at, `in the design that runs, ${problem}`, 'correct the design'),
    )
  if (part.name === 'Stepper')
    return strangers(lessonParts.Stepper.parse(part.props)).map(actor =>
      problemAt('computes', at, `a step says what "${actor}" holds, which is no actor`, 'name it among the actors'),
    )
  return part.name === 'Check' ? checkProblems(at, part) : []
}

function checkProblems(at: ReturnType<typeof inText>, part: UsedPart): Problem[] {
  const check = checkSchema.parse(part.props)
  if (check.kind !== 'number') return []
  const own = judgeNumber(check, check.answer)
  if (own.verdict !== 'right') {
    return [
      problemAt(
        'computes',
        at,
        `the answer of the check "${check.id}" is not right by its own rule: ${own.message}`,
        'correct the answer',
      ),
    ]
  }
  return check.slips.flatMap(slip => {
    const verdict = judgeNumber(check, slip.answer)
    if (verdict.verdict === 'wrong') return []
    return [
      problemAt(
        'computes',
        at,
        `the slip "${slip.answer}" of the check "${check.id}" is not a wrong answer: ${verdict.message}`,
        'correct the slip or the tolerance',
      ),
    ]
  })
}
