/** A new id that no record of the list has: short, and stable for as long as the record lives. */
export function nextId(prefix: string, taken: readonly { readonly id: string }[]): string {
  let n = taken.length + 1
  while (taken.some(t => t.id === `${prefix}-${n}`)) n += 1
  return `${prefix}-${n}`
}
