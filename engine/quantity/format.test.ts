import { describe, expect, test } from 'vitest'
import { makeConventions } from './conventions.ts'
import { COUNT, type Dimension, INFORMATION, INFORMATION_RATE, MONEY, MONEY_RATE, RATE, TIME } from './dimension.ts'
import { formatNumber, formatQuantity, formatQuantityParts } from './format.ts'
import { quantity } from './quantity.ts'

const show = (base: number, dimension: Dimension) => formatQuantity(quantity(base, dimension))

describe('formatQuantity', () => {
  test.each<[number, Dimension, string]>([
    [38.58024, RATE, '38.6 /s'],
    [3858.024, RATE, '3,858 /s'],
    [11_574.07, RATE, '11.6K /s'],
    [0, RATE, '0 /s'],
    [2 / 86_400, RATE, '2 /day'],
    [1 / 31_536_000, RATE, '1 /year'],
    [3.0417e12, INFORMATION, '3.04 TB'],
    [33.33e9, INFORMATION, '33.3 GB'],
    [500, INFORMATION, '500 B'],
    [999.6e6, INFORMATION, '1 GB'],
    [0.125, INFORMATION, '0.125 B'],
    [16.6e6, INFORMATION_RATE, '16.6 MB/s'],
    [172_800, TIME, '2 days'],
    [86_400, TIME, '1 day'],
    [2592, TIME, '43.2 min'],
    [157_680_000, TIME, '5 years'],
    [31_536_000, TIME, '1 year'],
    [0.0012, TIME, '1.2 ms'],
    [3e-8, TIME, '30 ns'],
    [0, TIME, '0 s'],
    [5400, TIME, '1.5 hours'],
    [61, COUNT, '61'],
    [100e6, COUNT, '100M'],
    [12_345, COUNT, '12,345'],
    [-1234, COUNT, '-1,234'],
    [0.2, COUNT, '0.2'],
    [1e18, COUNT, '1e18'],
    [6.172e-8, COUNT, '6.17e-8'],
    [0.0000123, COUNT, '0.0000123'],
    [1234, MONEY, '$1,234'],
    [12.5, MONEY, '$12.50'],
    [-5, MONEY, '-$5'],
    [437e6, MONEY, '$437M'],
    [1500 / 2_592_000, MONEY_RATE, '$1,500 /month'],
    [0.09e-9, { ...MONEY, information: -1 }, '$0.09 /GB'],
    [0.023 / 1e9 / 2_592_000, { money: 1, information: -1, time: -1 }, '$0.023 /GB/month'],
    [3, { ...TIME, time: 2 }, '3 s^2'],
    [3, { ...MONEY, money: -1 }, '3 /USD'],
  ])('shows %d %o as %s', (base, dimension, text) => {
    expect(show(base, dimension)).toBe(text)
  })

  test('uses the unit that is asked for', () => {
    expect(formatQuantity(quantity(33.3e9, INFORMATION), { hint: { text: 'GiB', scale: 2 ** 30 } })).toBe('31 GiB')
    expect(formatQuantity(quantity(0.2), { hint: { text: '%', scale: 0.01 } })).toBe('20%')
    expect(formatQuantity(quantity(1500, MONEY_RATE), { hint: { text: 'USD/s', scale: 1 } })).toBe('$1,500 /s')
  })

  test('shows years as long as the conventions say', () => {
    expect(formatQuantity(quantity(360 * 86_400, TIME), { conventions: makeConventions({ year: 360 * 86_400 }) })).toBe('1 year')
  })

  test('names what is counted when asked to', () => {
    const posts = quantity(40, RATE, { post: 1, user: -1 })
    expect(formatQuantity(posts, { labels: true })).toBe('40 post/s/user')
    expect(formatQuantityParts(posts)).toEqual({ number: '40', unit: '/s' })
  })

  test('keeps three figures and never prints a long tail', () => {
    expect([0.1 + 0.2, 999.95, 9999, 9999.9, 999_999, 1e-7].map(n => formatNumber(n))).toEqual([
      '0.3',
      '1,000',
      '9,999',
      '10K',
      '1M',
      '1e-7',
    ])
  })
})
