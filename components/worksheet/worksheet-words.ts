import { formatValue, type Worksheet } from '#engine/worksheet/worksheet.ts'

/** The result of a worksheet in one or two sentences: its last value, its spread, and how many lines are wrong. */
export function worksheetInWords(sheet: Worksheet): string {
  const last = sheet.lines.findLast(line => line.value !== undefined)
  const count = sheet.errors.length
  const errors = count === 0 ? '' : count === 1 ? 'One line has an error.' : `${count} lines have an error.`
  if (!last?.value) return errors || 'No line has a value yet.'
  const subject = last.name ? `\`${last.name}\`` : 'The last line'
  const { range, quantity, unitHint } = last.value
  if (!range) return `${subject} is ${last.text}. ${errors}`.trim()
  const at = (base: number) => formatValue({ quantity: { ...quantity, base }, ...(unitHint && { unitHint }) })
  const spread = `about ${at(range.p50)}; four cases out of five lie between ${at(range.p10)} and ${at(range.p90)}`
  return `${subject} is ${spread}. ${errors}`.trim()
}
