import { compatible, type Quantity } from '../quantity/quantity.ts'
import { evaluateExpression, evaluateWorksheet, formatValue } from '../worksheet/worksheet.ts'
import type { Chooser, ChooserQuestion, ChooserResult } from './chooser.ts'

/** What a reader answered: an option by the id of its question, and a text by the name of a number. */
export type Answers = Readonly<Record<string, string>>

export type ChosenNumber = { readonly name: string; readonly text: string; readonly error: string | undefined }

export type Choice = {
  readonly numbers: readonly ChosenNumber[]
  readonly shows: readonly { readonly label: string; readonly text: string }[]
  /** The option of each question, where there is one; those of computed questions follow from the numbers. */
  readonly picked: Readonly<Record<string, string>>
  /** The row that decided, and what it chooses; null while an answer is missing. */
  readonly decided: { readonly row: number; readonly result: ChooserResult } | null
  /** The question on which it hangs; null when it is decided, or when a number cannot be read. */
  readonly asks: ChooserQuestion | null
  /** What cannot be computed in the table itself; empty in content that passed its check. */
  readonly errors: readonly string[]
}

const MAX_TEXT = 100

/** Takes from an address what a chooser asks for; anything else, and an option that it does not have, is left out. */
export function readAnswers(chooser: Chooser, given: Readonly<Record<string, string | readonly string[] | undefined>>): Answers {
  const first = (key: string) => {
    const value = given[key]
    return (typeof value === 'string' ? value : (value?.[0] ?? '')).slice(0, MAX_TEXT)
  }
  const options = chooser.questions.flatMap(({ id, value, options }) =>
    value === undefined && options.some(o => o.id === first(id)) ? [[id, first(id)] as const] : [],
  )
  const numbers = chooser.numbers.flatMap(({ name }) => (first(name).trim() === '' ? [] : [[name, first(name)] as const]))
  return Object.fromEntries([...options, ...numbers])
}

/** Computes what follows from the answers: the first row of the table that holds. Never throws; a number that cannot be read says why. */
export function choose(chooser: Chooser, answers: Answers): Choice {
  const given: Record<string, Quantity> = {}
  const numbers = chooser.numbers.map(({ name, start }): ChosenNumber => {
    const text = answers[name] ?? start
    const read = evaluateExpression(text)
    const kind = evaluateExpression(start)
    if (!read.ok) return { name, text, error: [read.error.message, read.error.mend].filter(Boolean).join('; ') }
    if (kind.ok && !compatible(read.value.quantity, kind.value.quantity))
      return { name, text, error: `is of another kind than ${start}; give it with a unit of that kind` }
    given[name] = read.value.quantity
    return { name, text, error: undefined }
  })
  const unread = numbers.some(({ error }) => error !== undefined)
  const sheet = evaluateWorksheet(unread ? '' : chooser.lines, { given })
  const picked: Record<string, string> = {}
  const errors = sheet.errors.map(({ line, message }) => `line ${line}: ${message}`)
  for (const { id, value, options } of chooser.questions) {
    if (value === undefined) {
      const option = answers[id]
      if (option !== undefined) picked[id] = option
    } else if (!unread) {
      const found = sheet.values.get(value)?.quantity ?? given[value]
      const option = found && options.find(({ below }) => below === undefined || isBelow(found, below, sheetScope(sheet, given)))
      if (option) picked[id] = option.id
      else errors.push(`${id}: "${value}" cannot be computed`)
    }
  }
  const { decided, asks } = firstRow(chooser, picked)
  return {
    numbers,
    shows: chooser.shows.flatMap(({ name, label }) => {
      const value = sheet.values.get(name)
      return value ? [{ label, text: formatValue(value) }] : []
    }),
    picked,
    decided,
    asks: asks?.value === undefined ? asks : null,
    errors,
  }
}

type Sheet = ReturnType<typeof evaluateWorksheet>

const sheetScope = (sheet: Sheet, given: Readonly<Record<string, Quantity>>): Readonly<Record<string, Quantity>> => ({
  ...given,
  ...Object.fromEntries([...sheet.values].map(([name, { quantity }]) => [name, quantity])),
})

function isBelow(value: Quantity, below: string, given: Readonly<Record<string, Quantity>>): boolean {
  const bound = evaluateExpression(below, { given })
  if (!bound.ok || !compatible(value, bound.value.quantity)) return false
  // 7,000 of 10,000 is not below 70%, whatever the last binary digit says.
  return bound.value.quantity.base - value.base > 1e-9 * Math.abs(bound.value.quantity.base)
}

/** Rows are tried in their order; one that hangs on an answer that is missing stops the search. */
function firstRow(chooser: Chooser, picked: Readonly<Record<string, string>>): Pick<Choice, 'decided' | 'asks'> {
  for (const [index, { when, choose: id }] of chooser.rows.entries()) {
    const conditions = Object.entries(when)
    if (conditions.some(([question, wanted]) => !mayBe(wanted, picked[question]))) continue
    const open = conditions.find(([question]) => picked[question] === undefined)
    if (open) return { decided: null, asks: chooser.questions.find(q => q.id === open[0]) ?? null }
    const result = chooser.results.find(r => r.id === id)
    return { decided: result ? { row: index, result } : null, asks: null }
  }
  return { decided: null, asks: null }
}

const mayBe = (wanted: string | readonly string[], picked: string | undefined) =>
  picked === undefined || (typeof wanted === 'string' ? wanted === picked : wanted.includes(picked))
