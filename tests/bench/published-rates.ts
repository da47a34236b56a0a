import { diagnose } from '#engine/sizing/slips/diagnose.ts'
import { evaluateWorksheet } from '#engine/worksheet/worksheet.ts'
import { type PublishedAnswer, publishedSources, toBase, toStated, toWorksheet } from './published-worksheets.ts'

/** What the estimator makes of the published estimates. */
export type PublishedRates = {
  readonly answers: number
  /** Answers whose recomputed value is off by more than 0.1%. */
  readonly wrongValues: readonly string[]
  readonly right: number
  /** Right answers (exact, rounding, convention) that were called off. */
  readonly falseOff: readonly string[]
  /** Right answers that were given a slip. */
  readonly falseSlips: readonly string[]
  readonly rootErrors: number
  /** Root errors whose published operator comes first. */
  readonly named: number
  readonly missed: readonly string[]
}

/** A part left out of a sum is an omitted factor here; for an unexplained number "no known slip" is the right answer. */
function isNamed(answer: PublishedAnswer, slips: readonly { readonly id: string; readonly explanation: string }[]): boolean {
  const operators = answer.diagnosis.map(({ operator }) => operator)
  const [first] = slips
  if (!first) return operators.includes('unexplained')
  return (
    operators.includes(first.id) || (operators.includes('component_omitted') && first.explanation.includes('left out of the sum'))
  )
}

export function publishedRates(): PublishedRates {
  const wrongValues: string[] = []
  const falseOff: string[] = []
  const falseSlips: string[] = []
  const missed: string[] = []
  let answers = 0
  let right = 0
  let rootErrors = 0
  for (const source of publishedSources) {
    const worksheet = toWorksheet(source)
    const { values } = evaluateWorksheet(worksheet)
    for (const answer of source.answers) {
      const id = `${source.id} ${answer.name}`
      const name = `answer_${answer.name}`
      const value = values.get(name)?.quantity.base ?? Number.NaN
      answers++
      if (!(Math.abs(value / toBase(answer) - 1) <= 0.001)) wrongValues.push(id)
      const result = diagnose({ worksheet, name, stated: toStated(answer) })
      const diagnosis = result.ok ? result.diagnosis : null
      if (answer.verdict !== 'wrong') {
        right++
        if (diagnosis?.verdict === 'off' || !diagnosis) falseOff.push(id)
        if (diagnosis && diagnosis.slips.length > 0) falseSlips.push(id)
      }
      if (answer.root_error) {
        rootErrors++
        if (!diagnosis || !isNamed(answer, diagnosis.slips)) missed.push(id)
      }
    }
  }
  return { answers, wrongValues, right, falseOff, falseSlips, rootErrors, named: rootErrors - missed.length, missed }
}
