import { CALENDAR, makeConventions } from '#engine/quantity/conventions.ts'
import {
  combineDimensions,
  type Dimension,
  dimensionInWords,
  dimensionName,
  isCount,
  sameDimension,
} from '#engine/quantity/dimension.ts'
import { formatQuantity } from '#engine/quantity/format.ts'
import { type ParsedQuantity, parseQuantity } from '#engine/quantity/parse-quantity.ts'
import type { Quantity } from '#engine/quantity/quantity.ts'
import { chainOf, lineOfName, onlyLines } from '#engine/worksheet/chain.ts'
import { evaluateSheet, rememberingLines, type Worksheet, type WorksheetOptions } from '#engine/worksheet/evaluate-sheet.ts'
import { explain } from '#engine/worksheet/explain.ts'
import { evaluateWorksheet } from '#engine/worksheet/worksheet.ts'
import { type Agreement, conventionFactors, judgeAgreement, type Stated, type Verdict } from './agreement.ts'
import { findSlips } from './find-slips.ts'
import type { SlipId } from './known-slips.ts'
import { forgottenDurations, misreadPeriods, misreadRests, mixedConventions, wholeDays } from './misread-inputs.ts'
import { computedFactors, factorsElsewhere, factorsOf, inputEffects, partialSums } from './sheet-factors.ts'
import { swappedLines } from './swaps.ts'

type DiagnosedSlip = {
  readonly id: SlipId
  readonly explanation: string
  /** The line that went wrong; the line asked about when it is no single other one. */
  readonly line: number
  /** The arithmetic that gives the stated number, and the right one. */
  readonly wrong: string
  readonly corrected: string
  readonly confidence: number
}

type Diagnosis = {
  readonly verdict: Verdict
  /** Stated over expected. */
  readonly ratio: number
  readonly expected: { readonly base: number; readonly dimension: string; readonly text: string }
  readonly stated: { readonly base: number; readonly dimension: string; readonly text: string }
  readonly reason: string
  readonly convention?: string
  readonly slips: readonly DiagnosedSlip[]
}

export type DiagnosisResult =
  | { readonly ok: true; readonly diagnosis: Diagnosis }
  | { readonly ok: false; readonly message: string; readonly mend?: string }

export type DiagnosisQuestion = { readonly worksheet: string; readonly name: string; readonly stated: string }

type Reading = Stated & { readonly note: string | null }

/** Seconds in the period of a stated rate: 86,400 for `750 TB/day`. Null when it is no rate over one period, or one a second: that is never left unsaid. */
function periodOf(stated: ParsedQuantity): number | null {
  const { unit } = stated
  if (unit.dimension.time !== -1 || unit.dimension.information < 0 || unit.dimension.money < 0) return null
  const period = unit.divisor * CALENDAR.day ** -unit.day * CALENDAR.month ** -unit.month * CALENDAR.year ** -unit.year
  return period >= 3600 ? period : null
}

/** The period in which a rate of this kind is spoken of. */
function usualPeriod(dimension: Dimension): number {
  return dimension.money !== 0 ? CALENDAR.month : 1
}

/**
 * The stated number in the kind of quantity that is expected. A rate may be stated for an amount that is per period without
 * saying so in the sheet (`750 TB/day` for `users * 1 MB`), and the other way round; a bare number is read in the unit in
 * which the answer is shown.
 */
function readAs(stated: ParsedQuantity, expected: Quantity): Reading | null {
  const { quantity, number, digits } = stated
  const reading = (base: number, note: string | null): Reading => ({ base, number, digits, note })
  if (sameDimension(quantity.dimension, expected.dimension)) return reading(quantity.base, null)
  const missing = combineDimensions(quantity.dimension, expected.dimension, -1)
  const onlyTime = missing.information === 0 && missing.money === 0
  const period = periodOf(stated)
  if (onlyTime && missing.time === -1 && period !== null) {
    return reading(
      quantity.base * period,
      'the sheet counts per period without saying so; the period that was stated is taken for it',
    )
  }
  if (onlyTime && missing.time === 1 && expected.dimension.time === -1 && !isCount(quantity.dimension)) {
    const usual = usualPeriod(expected.dimension)
    return reading(quantity.base / usual, `no period was stated: ${usual === 1 ? 'a second' : 'a month'} is taken for it`)
  }
  if (isCount(quantity.dimension) && !isCount(expected.dimension)) {
    const shown = parseQuantity(formatQuantity(expected))
    if (!shown.ok || shown.number === 0) return null
    const note = 'no unit was stated: the unit of the right answer is taken for it'
    return reading((quantity.base * shown.quantity.base) / shown.number, note)
  }
  return null
}

function isInputLine(sheet: Worksheet, line: number): boolean {
  const { expression } = sheet.lines[line - 1] ?? {}
  return expression?.kind === 'literal' || expression?.kind === 'range' || expression?.kind === 'name'
}

/** What can go wrong with a number that is not computed. */
const OF_ONE_NUMBER: ReadonlySet<SlipId> = new Set<SlipId>(['prefix_1000', 'bits_bytes', 'power_of_ten', 'period', 'percent'])

type Found = Omit<DiagnosedSlip, 'wrong' | 'corrected'>

function searchSlips(
  question: DiagnosisQuestion,
  sheet: Worksheet,
  line: number,
  expected: Quantity,
  stated: ParsedQuantity,
  base: number,
  options: WorksheetOptions,
): readonly Found[] {
  const chain = chainOf(sheet, line)
  const source = onlyLines(question.worksheet, chain)
  const smooth = evaluateSheet(source, { ...options, probe: { smooth: true } }).lines[line - 1]?.value?.quantity.base
  const exact = smooth ?? expected.base
  const effects = inputEffects(source, sheet, line, options)
  const factors = factorsOf(sheet, line, effects)
  const binaryUnit = /[KMGTPE]i/.test(stated.unit.text)
  const slips = findSlips({
    stated: base,
    expected: expected.base,
    dimension: expected.dimension,
    digits: stated.digits,
    ...(smooth !== undefined && smooth !== expected.base && { unrounded: smooth }),
    factors: [...factors, ...computedFactors(source, line, options), ...factorsElsewhere(sheet, chain)],
    more: [
      ...misreadPeriods(effects),
      ...wholeDays(effects),
      ...forgottenDurations(effects, expected),
      ...misreadRests(source, line, exact, options),
      ...swappedLines(source, question.worksheet, sheet, line, exact, options),
      ...partialSums(source, line, exact, options),
      ...mixedConventions(source, line, exact, options),
    ],
    conventions: [
      ...conventionFactors(source, line, expected.base, options),
      ...(binaryUnit ? [1.024, 1.024 ** 2, 1.024 ** 3, 1.024 ** 4, 1.024 ** 5] : []),
    ],
  })
  const found = slips.map(({ id, explanation, confidence, uses }): Found => {
    const wrong = factors.find(factor => uses[0] === factor.name)
    return { id, explanation, confidence, line: wrong && wrong.line > 0 ? wrong.line : line }
  })
  if (!isInputLine(sheet, line)) return found
  const general = found.filter(slip => OF_ONE_NUMBER.has(slip.id))
  const copy: Found = {
    id: 'stale_copy',
    explanation: `the sheet says ${formatQuantity(expected)} for \`${question.name}\`: another value was copied`,
    confidence: 0.7,
    line,
  }
  return [...general, copy]
}

function wrongKind(question: DiagnosisQuestion, line: number, expected: Quantity, stated: ParsedQuantity): Found {
  const number = (text: string) => Number.parseFloat(text.replace(/[$,~]/g, ''))
  const same = Math.abs(number(formatQuantity(expected)) / number(formatQuantity(stated.quantity)) - 1) <= 0.02
  const kinds = `\`${question.name}\` is ${dimensionInWords(expected.dimension)}, the stated answer is ${dimensionInWords(stated.quantity.dimension)}`
  return same
    ? { id: 'unit_label_only', explanation: `the right number with the wrong unit: ${kinds}`, confidence: 0.9, line }
    : { id: 'dimensional', explanation: `another kind of quantity: ${kinds}`, confidence: 0.9, line }
}

/**
 * Whether a stated answer agrees with what the worksheet gives for a name, and if not, which known mistake explains it. In
 * order: agrees (2%), right by a named convention, rounded (to the digits stated, at most 10%), off. Only when it is off are
 * slips sought, the likeliest first; an empty list says that no known slip explains it. An unreadable question is refused
 * with the reason; never throws.
 */
export function diagnose(question: DiagnosisQuestion, given: WorksheetOptions = {}): DiagnosisResult {
  const options = rememberingLines(given)
  const sheet = evaluateWorksheet(question.worksheet, options)
  const at = lineOfName(sheet, question.name)
  if (!at?.value) {
    const error = sheet.lines.findLast(line => line.name === question.name)?.error
    const message = error ? `line ${error.line}: ${error.message}` : `the worksheet gives no value to \`${question.name}\``
    return { ok: false, message, ...(error?.mend && { mend: error.mend }) }
  }
  const stated = parseQuantity(question.stated, options.conventions ? makeConventions(options.conventions) : CALENDAR)
  if (!stated.ok)
    return {
      ok: false,
      message: `the stated answer: ${stated.error.message}`,
      ...(stated.error.mend && { mend: stated.error.mend }),
    }
  const expected = at.value.quantity
  const reading = readAs(stated, expected)
  const source = onlyLines(question.worksheet, chainOf(sheet, at.line))
  const base = reading?.base ?? stated.quantity.base
  const agreement: Agreement = reading
    ? judgeAgreement(source, at.line, expected, reading, options)
    : { verdict: 'off', reason: 'the stated answer is another kind of quantity' }
  const found =
    agreement.verdict !== 'off'
      ? []
      : reading
        ? searchSlips(question, sheet, at.line, expected, stated, base, options)
        : [wrongKind(question, at.line, expected, stated)]
  const step = found.length > 0 ? explain(question.worksheet, at.line, options)?.steps.at(-1) : undefined
  const right = `${question.name} = ${step?.substituted ?? ''} = ${at.text ?? ''}`
  const slips = found.map(
    (slip): DiagnosedSlip => ({ ...slip, wrong: `${question.name} = ${question.stated.trim()}`, corrected: right }),
  )
  return {
    ok: true,
    diagnosis: {
      verdict: agreement.verdict,
      ratio: base / expected.base,
      expected: { base: expected.base, dimension: dimensionName(expected.dimension), text: at.text ?? '' },
      stated: { base, dimension: dimensionName(stated.quantity.dimension), text: question.stated.trim() },
      reason: reading?.note ? `${agreement.reason} (${reading.note})` : agreement.reason,
      ...(agreement.convention && { convention: agreement.convention }),
      slips,
    },
  }
}
