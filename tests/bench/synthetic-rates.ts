import { diagnose } from '#engine/sizing/slips/diagnose.ts'
import { evaluateWorksheet } from '#engine/worksheet/worksheet.ts'
import type { SyntheticSheet } from './synthetic-sheets.ts'

export type SyntheticRates = {
  readonly cases: number
  /** The injected mistake comes first by its id. */
  readonly byId: number
  /** By its id, or a slip that names the same factor. */
  readonly byIdOrFactor: number
  readonly missed: readonly string[]
  readonly right: number
  readonly falseOff: readonly string[]
  /** Wrong by no known mistake, and given one all the same. */
  readonly random: number
  readonly invented: readonly string[]
}

/** Ratios that no single common mistake gives. */
const ODD_RATIOS = [1.37, 0.71, 1.83, 0.43, 2.63, 0.31, 17.3, 0.0571]

/** The number as a person would state it: three figures in the unit of the answer. */
function stateOf(sheet: string, expression: string): string {
  const { lines } = evaluateWorksheet(`${sheet}\n${expression}`)
  const line = lines.at(-1)
  if (!line?.text) throw new Error(`${expression}: ${line?.error?.message ?? 'no value'}`)
  return line.text.replaceAll(',', '')
}

/** What the detective makes of made-up sheets. */
export function syntheticRates(sheets: readonly SyntheticSheet[]): SyntheticRates {
  const missed: string[] = []
  const falseOff: string[] = []
  const invented: string[] = []
  let cases = 0
  let byId = 0
  let byIdOrFactor = 0
  let right = 0
  let random = 0
  for (const { id, lines, wrong, right: rights } of sheets) {
    const worksheet = lines.join('\n')
    for (const [name, operator, expression, factor] of wrong) {
      cases++
      const result = diagnose({ worksheet, name, stated: stateOf(worksheet, expression) })
      const first = result.ok ? result.diagnosis.slips[0] : undefined
      const sameId = first?.id === operator
      const sameFactor = factor !== undefined && first?.explanation.includes(`\`${factor}\``) === true
      if (sameId) byId++
      if (sameId || sameFactor) byIdOrFactor++
      else {
        const got = result.ok
          ? `${result.diagnosis.verdict} ${first?.id ?? 'nothing'} ${first?.explanation ?? ''}`
          : result.message
        missed.push(`${id} ${name}: ${operator} (${expression}) got ${got}`)
      }
    }
    for (const [name, stated] of rights) {
      right++
      const result = diagnose({ worksheet, name, stated })
      if (!result.ok || result.diagnosis.verdict === 'off') falseOff.push(`${id} ${name} ${stated}`)
    }
    for (const name of new Set(wrong.map(([each]) => each))) {
      for (const ratio of ODD_RATIOS) {
        random++
        const result = diagnose({ worksheet, name, stated: stateOf(worksheet, `${name} * ${ratio}`) })
        const [first] = result.ok ? result.diagnosis.slips : []
        if (first) invented.push(`${id} ${name} x${ratio}: ${first.id} ${first.explanation}`)
      }
    }
  }
  return { cases, byId, byIdOrFactor, missed, right, falseOff, random, invented }
}
