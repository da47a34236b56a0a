import { isCount, sameDimension } from '#engine/quantity/dimension.ts'
import type { Amount } from '#engine/worksheet/amount.ts'
import type { Node } from '#engine/worksheet/ast.ts'
import { chainOf } from '#engine/worksheet/chain.ts'
import { evaluateSheet, type Worksheet, type WorksheetLine, type WorksheetOptions } from '#engine/worksheet/evaluate-sheet.ts'
import { type FactorRole, isPowerOfThousand, type SlipCandidate, type SlipId } from './known-slips.ts'
import { roleOfWords } from './roles.ts'

const MANY = 1000
/** Lines looked into: those nearest to the answer, and as many that may have been taken for each. */
const MAX_RIGHT = 20
const MAX_TAKEN = 40
/** Lines computed in all, so that a long sheet does not take seconds. */
const MAX_COMPUTED = 6000

const isInput = ({ expression }: WorksheetLine) => expression?.kind === 'literal' || expression?.kind === 'range'

type Kind = { readonly id: SlipId; readonly weight: number; readonly by?: string }

const IDS: Partial<Record<FactorRole, SlipId>> = { peak: 'peak_avg', replication: 'replication', 'read-write': 'rw_mix' }

function roleOfLine(line: WorksheetLine, texts: readonly string[]): FactorRole | null {
  const text = texts[line.line - 1] ?? ''
  const comment = text.includes('#') ? text.slice(text.indexOf('#') + 1) : ''
  return roleOfWords(line.name ?? '') ?? (comment === '' ? null : roleOfWords(comment))
}

/** Two inputs of one kind: users of one sort for users of another, else a number copied from the wrong line. */
function kindOfInputs(right: WorksheetLine, taken: WorksheetLine, texts: readonly string[]): Kind | null {
  const [a, b] = [right.value?.quantity, taken.value?.quantity]
  if (!a || !b) return null
  if (!isCount(a.dimension)) return { id: 'stale_copy', weight: 0.72 }
  const people = [right, taken].map(line => roleOfLine(line, texts) === 'population')
  if (people.every(Boolean)) return { id: 'wrong_population', weight: 0.95 }
  if (Math.min(a.base, b.base) < MANY) return null
  return people.some(Boolean) || sameNouns(right, taken)
    ? { id: 'wrong_population', weight: 0.88 }
    : { id: 'wrong_population', weight: 0.7 }
}

function sameNouns(a: WorksheetLine, b: WorksheetLine): boolean {
  const [one, other] = [a, b].map(line => Object.keys(line.value?.quantity.labels ?? {}).join())
  return one !== '' && one === other
}

/** One line for another that is computed from it: the peak for the average, reads for writes, with copies for without. */
function kindOfDerived(sheet: Worksheet, right: WorksheetLine, taken: WorksheetLine, texts: readonly string[]): Kind | null {
  const rightChain = new Set(chainOf(sheet, right.line))
  const takenChain = new Set(chainOf(sheet, taken.line))
  if (!(takenChain.has(right.line) || rightChain.has(taken.line))) return null
  const between = sheet.lines.filter(
    line => line.name !== undefined && isInput(line) && rightChain.has(line.line) !== takenChain.has(line.line),
  )
  const factor = between.find(line => IDS[roleOfLine(line, texts) ?? 'other'])
  const role = roleOfLine(factor ?? taken, texts) ?? roleOfLine(right, texts)
  const by = (factor ?? between[0])?.name
  const named = role ? IDS[role] : undefined
  const rate = right.value?.quantity.dimension.time === -1
  const ratio =
    Math.max(...[taken, right].map(line => line.value?.quantity.base ?? 0)) /
    Math.min(...[taken, right].map(line => line.value?.quantity.base ?? 1))
  const id = named ?? (rate ? (ratio <= 10 ? 'peak_avg' : 'rw_mix') : 'stale_copy')
  return { id, weight: named ? 0.87 : 0.78, ...(by !== undefined && { by }) }
}

/** Of the same kind, with another value. */
function isOther(right: WorksheetLine, taken: WorksheetLine): boolean {
  const [a, b] = [right.value?.quantity, taken.value?.quantity]
  if (!a || !b || taken.name === right.name || !sameDimension(a.dimension, b.dimension)) return false
  return a.base > 0 && b.base > 0 && Math.abs(a.base / b.base - 1) >= 0.02
}

/** The value of a line when another line is given a value. */
function resultWith(source: string, line: number, right: WorksheetLine, base: number, options: WorksheetOptions): number | null {
  const whole = right.expression
  const at = (node: Node, amount: Amount, on: number): Amount =>
    on === right.line && node.kind === whole?.kind && node.start === whole.start && node.end === whole.end
      ? { ...amount, quantity: { ...amount.quantity, base } }
      : amount
  return evaluateSheet(source, { ...options, probe: { smooth: true, at } }).lines[line - 1]?.value?.quantity.base ?? null
}

/** Another line of the sheet taken for one that this line depends on. `source` holds the lines that `line` depends on. */
export function swappedLines(
  source: string,
  whole: string,
  sheet: Worksheet,
  line: number,
  expected: number,
  options: WorksheetOptions,
): readonly SlipCandidate[] {
  const texts = whole.split('\n')
  const used = new Set(chainOf(sheet, line))
  const named = sheet.lines.filter(each => each.name !== undefined && each.value && each.line !== line)
  const rights = named.filter(right => used.has(right.line)).slice(-MAX_RIGHT)
  const pairs = rights.flatMap(right =>
    named
      .filter(taken => isOther(right, taken))
      .slice(-MAX_TAKEN)
      .map(taken => ({ right, taken })),
  )
  const most = Math.max(MAX_TAKEN, Math.floor(MAX_COMPUTED / used.size))
  return pairs.slice(-most).flatMap(({ right, taken }): SlipCandidate[] => {
    const base = taken.value?.quantity.base ?? 0
    // What is in the sheet beside this line can be taken for it; what is in its own chain only when it is computed from it.
    const kind =
      isInput(right) && isInput(taken)
        ? used.has(taken.line)
          ? null
          : kindOfInputs(right, taken, texts)
        : kindOfDerived(sheet, right, taken, texts)
    if (!kind) return []
    const result = resultWith(source, line, right, base, options)
    if (result === null || !(result > 0)) return []
    const multiplier = result / expected
    // A thousandth more or less is sooner a lost prefix than another line.
    const weight = kind.weight < 0.9 && isPowerOfThousand(multiplier) ? kind.weight * 0.8 : kind.weight
    const by = kind.by === undefined ? '' : ` (by \`${kind.by}\`)`
    return [
      {
        id: kind.id,
        multiplier,
        weight,
        explanation: `\`${taken.name ?? ''}\` taken for \`${right.name ?? ''}\`${by}`,
        own: true,
        exact: true,
        factor: taken.name ?? '',
      },
    ]
  })
}
