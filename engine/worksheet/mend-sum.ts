import { quote } from '#engine/quantity/cursor.ts'
import {
  combineDimensions,
  type Dimension,
  dimensionName,
  INFORMATION,
  isCount,
  sameDimension,
} from '#engine/quantity/dimension.ts'
import type { Amount } from './amount.ts'
import type { Node } from './ast.ts'

type Sheet = {
  readonly line: string
  readonly names: () => Iterable<readonly [string, Amount]>
}

/** The name whose value is the smallest of its kind: a record rather than all that is stored. */
function smallestNamed(sheet: Sheet, dimension: Dimension): string | null {
  let best: { readonly name: string; readonly base: number } | null = null
  for (const [name, { quantity }] of sheet.names()) {
    if (sameDimension(quantity.dimension, dimension) && (!best || quantity.base < best.base)) best = { name, base: quantity.base }
  }
  return best?.name ?? null
}

/** A literal without a unit most likely lacks the unit of the other side. */
function bareNumber(node: Node): boolean {
  return node.kind === 'literal' && isCount(node.literal.unit.dimension)
}

const UNIT_SPELLINGS: Readonly<Record<string, string>> = {
  '1/s': '/s',
  bytes: 'B',
  USD: 'USD',
  s: 's',
  'bytes/s': 'B/s',
  'USD/s': 'USD/month',
}

/**
 * What would make the two sides of a sum the same kind: a unit for a bare number, a time when only time is missing
 * (`* 1 day`), a size of the sheet when bytes are, both when a rate meets bytes. Undefined when nothing simple does.
 */
export function mendForSum(sheet: Sheet, node: Node & { kind: 'binary' }, left: Dimension, right: Dimension): string | undefined {
  const leftText = sheet.line.slice(node.left.start, node.left.end)
  const rightText = sheet.line.slice(node.right.start, node.right.end)
  const bare = bareNumber(node.right) ? ([rightText, left] as const) : bareNumber(node.left) ? ([leftText, right] as const) : null
  if (bare) {
    const unit = UNIT_SPELLINGS[dimensionName(bare[1])]
    return unit && `did you mean ${quote(`${bare[0]} ${unit}`)}?`
  }
  const missing = combineDimensions(right, left, -1)
  if (left.money !== 0 || right.money !== 0 || Math.abs(missing.information) > 1 || Math.abs(missing.time) > 1) return undefined
  // Factors must stand on one side: bytes missing on the left and seconds on the right is no simple mend.
  if (missing.information * missing.time < 0) return undefined
  const size = missing.information === 0 ? '' : smallestNamed(sheet, INFORMATION)
  if (size === null) return undefined
  const side = missing.information > 0 || missing.time > 0 ? leftText : rightText
  const factors = [side, size, missing.time === 0 ? '' : '1 day'].filter(factor => factor !== '')
  return `did you mean ${quote(factors.join(' * '))}?`
}
