import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completionsAt } from './completions.ts'
import { marksOf } from './line-marks.ts'

const shown = (line: string, names: readonly string[] = []) =>
  marksOf(line, word => names.includes(word)).map(({ from, to, kind }) => `${kind} ${line.slice(from, to)}`)

describe('marksOf', () => {
  it('tells names, numbers, units, functions and comments apart', () => {
    expect(shown('peak = ceil(urls * 3.5K /s) in GB/s # why', ['urls'])).toEqual([
      'defined peak',
      'function ceil',
      'name urls',
      'number 3.5',
      'number K',
      'unit s',
      'keyword in',
      'unit GB',
      'unit s',
      'comment # why',
    ])
  })

  it('never overlaps and stays in the line, whatever the line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), line => {
        let end = 0
        for (const mark of marksOf(line, () => false)) {
          expect(mark.from).toBeGreaterThanOrEqual(end)
          expect(mark.to).toBeGreaterThan(mark.from)
          end = mark.to
        }
        expect(end).toBeLessThanOrEqual(line.length)
      }),
    )
  })
})

describe('completionsAt', () => {
  const names: readonly (readonly [string, string])[] = [
    ['redirects', '3,858 /s'],
    ['record', '500 B'],
  ]
  const labels = (before: string) => completionsAt(before, names)?.options.map(o => o.label) ?? null

  it('offers names and functions where a value stands, units after a number', () => {
    expect(labels('peak = re')).toEqual(['redirects', 'record'])
    expect(labels('x = ce')).toEqual(['ceil(', 'ceil_pow2('])
    expect(labels('5 g')).toEqual(['GB', 'GiB', 'Gbps'])
    expect(labels('stored in T')).toEqual(['TB', 'TiB'])
    expect(labels('100M /mo')).toEqual(['month'])
  })

  it('offers nothing in a comment, after a space, or when the word is complete', () => {
    expect(labels('x = 3 # re')).toBeNull()
    expect(labels('x = ')).toBeNull()
    expect(labels('x = record')).toBeNull()
  })
})
