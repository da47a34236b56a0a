import { tokenize } from '#engine/quantity/tokens.ts'
import { KEYWORDS } from '#engine/quantity/unit-expression.ts'
import { lookupUnit } from '#engine/quantity/unit-index.ts'
import { FUNCTIONS } from '#engine/worksheet/functions.ts'

/** What a stretch of a line is, for its colour. Offsets are into the line. */
export type Mark = { readonly from: number; readonly to: number; readonly kind: keyof typeof markClass }

/** Number and name carry the line; units stand back, comments further. Never by hue alone: the text says it too. */
export const markClass = {
  number: 'text-info',
  unit: 'text-quiet',
  name: 'text-ink',
  defined: 'text-accent',
  function: 'text-info',
  keyword: 'text-quiet',
  comment: 'text-faint',
} as const

/** The marks of one line, left to right, by the worksheet's own tokens. */
export function marksOf(line: string, isName: (word: string) => boolean): Mark[] {
  const marks: Mark[] = []
  const tokens = tokenize(line)
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1]
    const { start: from, end: to, text } = token
    if (token.kind === 'number') marks.push({ from, to, kind: 'number' })
    else if (token.kind === 'symbol' && (text === '$' || text === '%')) marks.push({ from, to, kind: 'number' })
    else if (token.kind === 'word') {
      const touchesNumber = tokens[index - 1]?.kind === 'number' && !token.spaced
      if (index === 0 && next?.text === '=') marks.push({ from, to, kind: 'defined' })
      else if (KEYWORDS.has(text)) marks.push({ from, to, kind: 'keyword' })
      else if (next?.text === '(' && FUNCTIONS.has(text)) marks.push({ from, to, kind: 'function' })
      else if (touchesNumber && !lookupUnit(text)) marks.push({ from, to, kind: 'number' })
      else marks.push({ from, to, kind: isName(text) || !lookupUnit(text) ? 'name' : 'unit' })
    }
  }
  const end = tokens.at(-1)?.end ?? line.length
  if (end < line.length) marks.push({ from: end, to: line.length, kind: 'comment' })
  return marks
}
