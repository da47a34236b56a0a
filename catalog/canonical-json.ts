import { createHash } from 'node:crypto'

/**
 * JSON with the keys of every mapping in order and no spaces, so that equal values give equal text. Properties that are undefined are
 * left out, as JSON does.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
