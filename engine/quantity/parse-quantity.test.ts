import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeConventions } from './conventions.ts'
import { dimensionName } from './dimension.ts'
import { formatQuantity } from './format.ts'
import { parseQuantity } from './parse-quantity.ts'

function read(text: string): readonly [number, string] | string {
  const parsed = parseQuantity(text)
  return parsed.ok
    ? [Number(parsed.quantity.base.toPrecision(12)), dimensionName(parsed.quantity.dimension)]
    : parsed.error.message
}

describe('parseQuantity', () => {
  test.each([
    ['3.86K /s', 3860, '1/s'],
    ['500 B', 500, 'bytes'],
    ['20%', 0.2, 'count'],
    ['$1.5K /month', 1500 / 2_592_000, 'USD/s'],
    ['100M /month', 1e8 / 2_592_000, '1/s'],
    ['5 years', 157_680_000, 's'],
    ['2 posts/user/day', 2 / 86_400, '1/s'],
    ['~450 GB', 450e9, 'bytes'],
    ['about 3 TB', 3e12, 'bytes'],
    ['≈ 5.8 GB/s', 5.8e9, 'bytes/s'],
    ['10 Gbps', 1.25e9, 'bytes/s'],
    ['10 Gbit/s', 1.25e9, 'bytes/s'],
    ['1,157 /s', 1157, '1/s'],
    ['100 thousand /s', 100_000, '1/s'],
    ['360 million', 360e6, 'count'],
    ['$0.023 /GB/month', 0.023 / 1e9 / 2_592_000, 'USD/bytes/s'],
    ['$0.023/GB-month', 0.023 / 1e9 / 2_592_000, 'USD/bytes/s'],
    ['-3 s', -3, 's'],
    ['1e9', 1e9, 'count'],
    ['1_000_000', 1e6, 'count'],
    ['3 requests per second per user', 3, '1/s'],
    ['100KB', 100_000, 'bytes'],
    ['100K B', 100_000, 'bytes'],
    ['$3B', 3e9, 'USD'],
  ])('reads %s', (text, base, dimension) => {
    expect(read(text)).toEqual([Number(base.toPrecision(12)), dimension])
  })

  test('warns that a touching B is a billion, and only where it could be bytes', () => {
    const warnings = (text: string) => {
      const parsed = parseQuantity(text)
      return parsed.ok ? parsed.warnings.map(w => w.message) : parsed
    }
    expect(warnings('500B')).toEqual(['`500B` is read as 500 billion'])
    expect(warnings('500 B')).toEqual([])
    expect(warnings('3B users')).toEqual([])
    expect(warnings('$3B')).toEqual([])
  })

  test.each([
    ['', 'a quantity is missing'],
    ['abc', 'a quantity starts with a number, not with `abc`'],
    ['5 yeers', '`yeers` is not a unit'],
    ['5 GB 3', '`3` is left over after the quantity'],
    ['$', 'a number is missing after `$`'],
    ['5m', '`m` is not a magnitude'],
    ['9'.repeat(10_000), 'a quantity has at most 1000 characters'],
    ['1e999', 'this number is too large to compute with'],
  ])('refuses %s', (text, message) => {
    expect(read(text)).toBe(message)
  })

  test('uses the conventions that it is given', () => {
    const parsed = parseQuantity('100M /day', makeConventions({ day: 100_000 }))
    expect(parsed.ok && parsed.quantity.base).toBe(1000)
  })

  test('counts the digits as stated', () => {
    const digits = (text: string) => {
      const parsed = parseQuantity(text)
      return parsed.ok ? parsed.digits : 0
    }
    expect(['3.04 TB', '400 /s', '~4K', '0.50', '1,157 /s', '1e9'].map(digits)).toEqual([3, 1, 1, 2, 4, 1])
  })

  test('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), text => {
        parseQuantity(text)
      }),
      { numRuns: 2000 },
    )
  })

  test('reads back what it formats, to three digits', () => {
    const unit = fc.constantFrom('', '/s', '/day', 'KB', 'GB', 'MB/s', 's', 'days', 'years', 'ms', 'USD', 'USD/month')
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e13, noNaN: true }), unit, (amount, name) => {
        const first = parseQuantity(`${amount} ${name}`)
        if (!first.ok) throw new Error(first.error.message)
        const again = parseQuantity(formatQuantity(first.quantity))
        if (!again.ok) throw new Error(`${formatQuantity(first.quantity)}: ${again.error.message}`)
        expect(again.quantity.dimension).toEqual(first.quantity.dimension)
        expect(Math.abs(again.quantity.base / first.quantity.base - 1)).toBeLessThan(0.006)
      }),
      { numRuns: 500 },
    )
  })
})
