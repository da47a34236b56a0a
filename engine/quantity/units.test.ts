import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CALENDAR, makeConventions, namedConventions } from './conventions.ts'
import { nearestName } from './nearest-name.ts'
import { lookupNoun } from './nouns.ts'
import { parseQuantity } from './parse-quantity.ts'
import { isAmbiguousUnit, lookupUnit, unitSpellings } from './unit-index.ts'
import { UNITS } from './units.ts'

/** Base units (s, bytes, USD, 1) of one of each, for every row of the table. */
const EXAMPLES: readonly (readonly [string, number])[] = [
  ['1 s', 1],
  ['1 ms', 1e-3],
  ['1 us', 1e-6],
  ['1 ns', 1e-9],
  ['1 microsecond', 1e-6],
  ['1 min', 60],
  ['1 h', 3600],
  ['2 hours', 7200],
  ['1 d', 86_400],
  ['1 wk', 604_800],
  ['1 mo', 2_592_000],
  ['1 quarter', 7_776_000],
  ['1 yr', 31_536_000],
  ['1 B', 1],
  ['1 KB', 1000],
  ['1 kB', 1000],
  ['1 KiB', 1024],
  ['1 GiB', 1_073_741_824],
  ['2 megabytes', 2e6],
  ['1 gibibyte', 1_073_741_824],
  ['8 b', 1],
  ['8 bits', 1],
  ['8 Gbit', 1e9],
  ['8 bps', 1],
  ['10 Gbps', 1.25e9],
  ['10 gbps', 1.25e9],
  ['1 Bps', 1],
  ['1 USD', 1],
  ['3 dollars', 3],
  ['1 cent', 0.01],
  ['20 percent', 0.2],
  ['3x', 3],
  ['3 times', 3],
  ['40 qps', 40],
  ['10K IOPS', 10_000],
  ['120 rpm', 2],
]

const baseOf = (text: string) => {
  const parsed = parseQuantity(text)
  return parsed.ok ? parsed.quantity.base : parsed.error.message
}

describe('units', () => {
  test.each(EXAMPLES)('reads %s as %d base units', (text, base) => {
    const parsed = parseQuantity(text)
    expect(parsed.ok && parsed.quantity.base).toBeCloseTo(base, 9)
  })

  test('every row has an example, a source and a positive factor', () => {
    const shown = EXAMPLES.map(([text]) => text.replace(/^[\d.]+[KMBT]? ?/, ''))
    for (const row of UNITS) {
      expect(
        [row.symbol, ...row.aliases, ...row.words].some(name => shown.includes(name)),
        row.symbol,
      ).toBe(true)
      expect(row.source).not.toBe('')
      expect(row.factor).toBeGreaterThan(0)
    }
  })

  test('tells bits from bytes by case and refuses spellings that could be both', () => {
    expect(lookupUnit('Gb')?.factor).toBe(1.25e8)
    expect(lookupUnit('GB')?.factor).toBe(1e9)
    expect(lookupUnit('gb')).toBeNull()
    expect(isAmbiguousUnit('gb')).toBe(true)
    expect(baseOf('3 mb')).toBe('`mb` could be bits or bytes')
  })

  test('has no spelling that is a count noun as well', () => {
    expect(unitSpellings().filter(name => lookupNoun(name) !== null)).toEqual([])
  })

  test('knows plurals and short forms of nouns', () => {
    expect(['users', 'reqs', 'queries', 'boxes', 'DAU', 'people'].map(lookupNoun)).toEqual([
      'user',
      'request',
      'query',
      'box',
      'user',
      'people',
    ])
  })
})

describe('conventions', () => {
  test('a month follows the day and a year the day, unless given', () => {
    expect(makeConventions({ day: 100_000 })).toEqual({ day: 100_000, month: 3_000_000, year: 36_500_000 })
    expect(makeConventions({ month: 2_500_000 })).toEqual({ day: 86_400, month: 2_500_000, year: 31_536_000 })
  })

  test('the first named convention is the one that is computed with', () => {
    expect(namedConventions[0]?.conventions).toEqual(CALENDAR)
    expect(new Set(namedConventions.map(c => c.id)).size).toBe(namedConventions.length)
  })
})

describe('nearestName', () => {
  test('finds one typing mistake, a plural, another case', () => {
    expect(nearestName('peek', ['peak', 'stored'])).toBe('peak')
    expect(nearestName('URLS', ['urls'])).toBe('urls')
    expect(nearestName('redirect', ['redirects'])).toBe('redirects')
    expect(nearestName('recrod', ['record'])).toBe('record')
  })

  test('returns null when nothing is near', () => {
    expect(nearestName('x', ['y'])).toBeNull()
    expect(nearestName('zebra', ['peak', 'stored'])).toBeNull()
    expect(nearestName('a'.repeat(10_000), ['a'.repeat(9999)])).toBeNull()
  })

  test('never throws', () => {
    fc.assert(fc.property(fc.string(), fc.array(fc.string()), (word, names) => void nearestName(word, names)))
  })
})
