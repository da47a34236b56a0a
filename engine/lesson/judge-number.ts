import { dimensionInWords } from '#engine/quantity/dimension.ts'
import { compatible, type Quantity } from '#engine/quantity/quantity.ts'
import { evaluateExpression, formatValue } from '#engine/worksheet/worksheet.ts'
import type { NumberCheck } from './check.ts'
import type { Judgement } from './judgement.ts'

const close = (stated: number, expected: number, tolerance: string): boolean => {
  if (expected === 0) return stated === 0
  const ratio = stated / expected
  if (tolerance.startsWith('x')) {
    const factor = Number(tolerance.slice(1)) * (1 + 1e-9)
    return ratio <= factor && ratio >= 1 / factor
  }
  // "exact" allows for the three digits that people write.
  const share = tolerance === 'exact' ? 0.005 : Number(tolerance.slice(0, -1)) / 100
  return Math.abs(ratio - 1) <= share + 1e-9
}

/**
 * Judges a number typed in the worksheet language ("38.6 /s", "100M /month"). What cannot be read is not ready, with the reason; a wrong
 * number that a known slip leads to gets that slip's explanation. A bare number is taken in the unit asked for.
 */
export function judgeNumber(check: NumberCheck, typed: string): Judgement {
  if (typed.trim() === '') return { verdict: 'not ready', message: `Type a number with its unit, such as "12 ${check.unit}".` }
  const expected = evaluateExpression(check.answer)
  if (!expected.ok)
    return { verdict: 'not ready', message: `The answer of this check cannot be computed: ${expected.error.message}.` }
  const read = readTyped(typed, check.unit, expected.value.quantity)
  if (!read.ok) return { verdict: 'not ready', message: read.message }
  const { quantity } = read
  if (!compatible(quantity, expected.value.quantity)) {
    const [got, want] = [quantity, expected.value.quantity].map(q => dimensionInWords(q.dimension))
    return { verdict: 'wrong', message: `That is ${got}; the question asks for ${want}.` }
  }
  if (close(quantity.base, expected.value.quantity.base, check.tolerance)) {
    return { verdict: 'right', message: `Right: ${showIn(check)}. ${check.why}` }
  }
  const slip = check.slips.find(candidate => {
    const value = evaluateExpression(candidate.answer)
    return value.ok && compatible(value.value.quantity, quantity) && close(quantity.base, value.value.quantity.base, '3%')
  })
  return { verdict: 'wrong', message: slip ? slip.why : tooFar(quantity.base / expected.value.quantity.base) }
}

function tooFar(ratio: number): string {
  if (!Number.isFinite(ratio) || ratio <= 0) return 'Not that: it must be above zero.'
  const factor = ratio >= 1 ? ratio : 1 / ratio
  const times = factor >= 10 ? Math.round(factor).toLocaleString('en-GB') : factor.toFixed(1)
  return `Not yet: that is ${times} times too ${ratio >= 1 ? 'large' : 'small'}. Check the units and the powers of ten.`
}

type Typed = { readonly ok: true; readonly quantity: Quantity } | { readonly ok: false; readonly message: string }

function readTyped(typed: string, unit: string, expected: Quantity): Typed {
  const result = evaluateExpression(typed.slice(0, 200))
  if (!result.ok)
    return {
      ok: false,
      message: `That cannot be read: ${result.error.message}${result.error.mend ? ` (${result.error.mend})` : ''}.`,
    }
  if (compatible(result.value.quantity, expected) || !/^[\d.,\s]+[KMBT]?$/i.test(typed))
    return { ok: true, quantity: result.value.quantity }
  const withUnit = evaluateExpression(`${typed} ${unit}`)
  return { ok: true, quantity: withUnit.ok ? withUnit.value.quantity : result.value.quantity }
}

/** The right answer in the unit of the check, as people write it. */
export function showIn(check: NumberCheck): string {
  const converted = evaluateExpression(`(${check.answer}) in ${check.unit}`)
  const value = converted.ok ? converted : evaluateExpression(check.answer)
  return value.ok ? formatValue(value.value) : check.answer
}
