import { describe, expect, it } from 'vitest'
import { seedOf, seedOfSubmission } from './seed.ts'

describe('seedOf', () => {
  it('agrees with the published FNV-1a values', () => {
    expect(seedOf('')).toBe(0x811c9dc5)
    expect(seedOf('a')).toBe(0xe40c292c)
    expect(seedOf('foobar')).toBe(0xbf9cf968)
  })
})

describe('seedOfSubmission', () => {
  it('does not depend on the order of fields, nor on fields that are absent', () => {
    expect(seedOfSubmission({ a: 1, b: [{ c: 2, d: 'x' }] })).toBe(
      seedOfSubmission({ b: [{ d: 'x', c: 2, e: undefined }], a: 1 }),
    )
    expect(seedOfSubmission({ a: 1 })).not.toBe(seedOfSubmission({ a: 2 }))
  })
})
