import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COUNT, dimensionName, INFORMATION, INFORMATION_RATE, MONEY, RATE, TIME } from './dimension.ts'
import { add, compatible, convert, divide, multiply, quantity, raise } from './quantity.ts'

describe('quantity', () => {
  test('adds two amounts of one kind', () => {
    expect(add(quantity(2, TIME), quantity(3, TIME))?.base).toBe(5)
  })

  test('returns null when the kinds differ', () => {
    expect(add(quantity(2, TIME), quantity(3, INFORMATION))).toBeNull()
    expect(convert(quantity(2, TIME), quantity(3, INFORMATION))).toBeNull()
    expect(compatible(quantity(2, TIME), quantity(3, INFORMATION))).toBe(false)
  })

  test('cancels dimensions and nouns in a product', () => {
    const users = quantity(10, COUNT, { user: 1 })
    const posts = quantity(2, RATE, { post: 1, user: -1 })
    expect(multiply(users, posts)).toEqual({ base: 20, dimension: RATE, labels: { post: 1 } })
    expect(divide(users, users).dimension).toEqual(COUNT)
  })

  test('names dimensions in base units', () => {
    expect([COUNT, TIME, RATE, INFORMATION, INFORMATION_RATE, MONEY].map(dimensionName)).toEqual([
      'count',
      's',
      '1/s',
      'bytes',
      'bytes/s',
      'USD',
    ])
    expect(dimensionName({ money: 1, information: -1, time: -1 })).toBe('USD/bytes/s')
    expect(dimensionName({ money: 0, information: 1, time: 2 })).toBe('bytes*s^2')
  })

  test('gives back what was divided, for any amounts', () => {
    const amount = fc.record({ base: fc.double({ min: 1e-6, max: 1e12, noNaN: true }), time: fc.integer({ min: -2, max: 2 }) })
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const left = quantity(a.base, { ...COUNT, time: a.time })
        const right = quantity(b.base, { ...COUNT, time: b.time })
        const back = multiply(divide(left, right), right)
        expect(back.dimension).toEqual(left.dimension)
        expect(back.base / left.base).toBeCloseTo(1, 9)
      }),
    )
  })

  test('raises the dimension with the amount', () => {
    expect(raise(quantity(3, TIME), 2)).toEqual({ base: 9, dimension: { ...TIME, time: 2 }, labels: {} })
  })
})
