import { describe, expect, it } from 'vitest'
import type { SearchKind } from './entry.ts'
import { groupHits, snippet } from './results.ts'

const hit = (kind: SearchKind, id: string, score: number) => ({
  id,
  kind,
  title: id,
  heading: '',
  text: '',
  href: '/',
  score,
  terms: [],
})
const plain = (text: string, terms: string[]) =>
  snippet(text, terms)
    .map(({ text: piece, marked }) => (marked ? `[${piece}]` : piece))
    .join('')

describe('groupHits', () => {
  it('puts the kind with the best hit first and counts what it leaves out', () => {
    const groups = groupHits([hit('lesson', 'a', 2), hit('number', 'b', 9), hit('lesson', 'c', 5), hit('lesson', 'd', 1)], 2)
    expect(groups.map(({ kind, hits, more }) => [kind, hits.map(({ id }) => id), more])).toEqual([
      ['number', ['b'], 0],
      ['lesson', ['c', 'a'], 1],
    ])
    expect(groupHits([], 5)).toEqual([])
  })
})

describe('snippet', () => {
  it('marks whole words, whatever their case, and signs as themselves', () => {
    expect(plain('A cache hides the store; caches lie.', ['cache'])).toBe('A [cache] hides the store; caches lie.')
    expect(plain('Shard by C++ (not by a date).', ['c++'])).toBe('Shard by [C++] (not by a date).')
  })

  it('begins near the first term and cuts at words', () => {
    const text = `${'long '.repeat(60)}quorum ${'tail '.repeat(60)}`.trim()
    const shown = plain(text, ['quorum'])
    expect(shown).toMatch(/^… long .*\[quorum\] .*tail …$/)
    expect(shown.length).toBeLessThan(200)
  })

  it('shows the beginning when no term stands in the text', () => {
    expect(plain('Only this.', ['that'])).toBe('Only this.')
    expect(plain('Only this.', [])).toBe('Only this.')
  })
})
