import { CALENDAR, makeConventions } from '#engine/quantity/conventions.ts'
import { parseQuantity } from '#engine/quantity/parse-quantity.ts'
import { compatible, type Quantity } from '#engine/quantity/quantity.ts'
import { chainOf, lineOfName } from '#engine/worksheet/chain.ts'
import { evaluateSheet, type Worksheet, type WorksheetOptions } from '#engine/worksheet/evaluate-sheet.ts'
import { type DiagnosisResult, diagnose } from './slips/diagnose.ts'

/** One answer of a chain: the name that it is for, and the number as it was stated. */
export type StatedAnswer = { readonly name: string; readonly stated: string }

type Diagnosis = Extract<DiagnosisResult, { ok: true }>['diagnosis']

/** How one answer was judged: by the reference, and by the candidate's own earlier answers. */
export type MarkedAnswer = {
  readonly name: string
  readonly stated: string
  /**
   * `met` by the reference; `follows` when it is off by the reference and right by the earlier answers; `missed`; or `unreadable`. Only
   * what is missed costs a mark.
   */
  readonly mark: 'met' | 'follows' | 'missed' | 'unreadable'
  /** Against the worksheet as it stands. */
  readonly reference: Diagnosis | null
  /** Against the worksheet with the earlier stated answers in it; null when none of them enters this one. */
  readonly own: Diagnosis | null
  /** The earlier answers that entered. */
  readonly from: readonly string[]
  /** Right by the reference and off by the earlier answers: two slips that cancel. */
  readonly cancels: boolean
  readonly reason: string
}

export type FollowThrough = {
  readonly answers: readonly MarkedAnswer[]
  /** Marks lost by the reference alone, and with follow-through: one slip costs one. */
  readonly lost: { readonly byReference: number; readonly withFollowThrough: number }
}

const SHOWN_DIGITS = 12

/** The quantity as text that the worksheet reads back to the same value. */
function toLine(name: string, quantity: Quantity): string {
  const { dimension, base } = quantity
  const unit = formatUnit(dimension)
  return `${name} = ${Number(base.toPrecision(SHOWN_DIGITS))}${unit}`
}

function formatUnit({ time, information, money }: Quantity['dimension']): string {
  const factor = (unit: string, power: number) =>
    power === 0 ? '' : power > 0 ? ` * (1 ${unit})^${power}` : ` / (1 ${unit})^${-power}`
  return factor('USD', money) + factor('B', information) + factor('s', time)
}

/** The sheet with the lines of the earlier answers replaced by what was stated for them. */
function withAnswers(worksheet: string, sheet: Worksheet, earlier: ReadonlyMap<string, Quantity>): string {
  const lines = worksheet.split('\n')
  for (const [name, quantity] of earlier) {
    const at = lineOfName(sheet, name)
    if (at) lines[at.line - 1] = toLine(name, quantity)
  }
  return lines.join('\n')
}

/** The earlier answers that a line depends on without another of them in between. `own` is the sheet with all of them in it. */
function enteringOf(own: Worksheet, line: number, earlier: Iterable<string>): readonly string[] {
  const chain = new Set(chainOf(own, line))
  return [...earlier].filter(name => {
    const at = lineOfName(own, name)
    return at !== null && at.line !== line && chain.has(at.line)
  })
}

const isRight = (diagnosis: Diagnosis | null) => diagnosis !== null && diagnosis.verdict !== 'off'

function markOne(
  worksheet: string,
  sheet: Worksheet,
  answer: StatedAnswer,
  earlier: ReadonlyMap<string, Quantity>,
  options: WorksheetOptions,
): MarkedAnswer {
  const { name, stated } = answer
  const first = diagnose({ worksheet, name, stated }, options)
  if (!first.ok)
    return { name, stated, mark: 'unreadable', reference: null, own: null, from: [], cancels: false, reason: first.message }
  const reference = first.diagnosis
  const line = lineOfName(sheet, name)?.line ?? 0
  const others = new Map([...earlier].filter(([key]) => key !== name))
  const replaced = withAnswers(worksheet, sheet, others)
  const from = enteringOf(evaluateSheet(replaced, options), line, others.keys())
  const second = from.length === 0 ? null : diagnose({ worksheet: replaced, name, stated }, options)
  const own = second?.ok ? second.diagnosis : null
  const listed = from.map(each => `\`${each}\``).join(', ')
  if (isRight(reference)) {
    const cancels = own !== null && !isRight(own)
    const reason = cancels ? `right, though not by your own ${listed}: a second slip cancels the first` : reference.reason
    return { name, stated, mark: 'met', reference, own, from, cancels, reason }
  }
  if (isRight(own))
    return {
      name,
      stated,
      mark: 'follows',
      reference,
      own,
      from,
      cancels: false,
      reason: `right by your own ${listed}: the mistake is upstream`,
    }
  const closest = own && own.slips.length > 0 ? own : reference
  const why = closest.slips[0]?.explanation ?? 'no single known slip explains it'
  return { name, stated, mark: 'missed', reference, own, from, cancels: false, reason: why }
}

/**
 * Marks a chain of stated answers over a worksheet, each twice: by the worksheet, and by the candidate's own earlier answers put in its
 * place. An answer that is right by either is not missed, so a slip costs one mark and not every mark below it; and two slips that
 * cancel are both found, because each line is judged by the line before it. Answers are taken in the order of the sheet. One that cannot
 * be read, or whose name the sheet does not have, is `unreadable` and enters nothing. Never throws.
 */
export function followThrough(
  worksheet: string,
  answers: readonly StatedAnswer[],
  options: WorksheetOptions = {},
): FollowThrough {
  const sheet = evaluateSheet(worksheet, options)
  const conventions = options.conventions ? makeConventions(options.conventions) : CALENDAR
  const lineOf = ({ name }: StatedAnswer) => lineOfName(sheet, name)?.line ?? Number.MAX_SAFE_INTEGER
  const earlier = new Map<string, Quantity>()
  const marked = [...answers]
    .map((answer, index) => ({ answer, index }))
    .sort((a, b) => lineOf(a.answer) - lineOf(b.answer) || a.index - b.index)
    .map(({ answer, index }) => {
      const mark = markOne(worksheet, sheet, answer, earlier, options)
      const read = parseQuantity(answer.stated, conventions)
      const expected = lineOfName(sheet, answer.name)?.value?.quantity
      if (read.ok && expected && compatible(read.quantity, expected)) earlier.set(answer.name, read.quantity)
      return { mark, index }
    })
    .sort((a, b) => a.index - b.index)
    .map(({ mark }) => mark)
  return {
    answers: marked,
    lost: {
      byReference: marked.filter(({ reference }) => !isRight(reference)).length,
      withFollowThrough: marked.filter(({ mark }) => mark === 'missed' || mark === 'unreadable').length,
    },
  }
}
