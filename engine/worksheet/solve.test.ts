import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COUNT, RATE } from '#engine/quantity/dimension.ts'
import { quantity } from '#engine/quantity/quantity.ts'
import { solve } from './solve.ts'
import { evaluateWorksheet } from './worksheet.ts'

const SHEET = `urls = 100M /month
redirects = urls * 100
peak = redirects * 3
record = 500 B
stored = urls * record * 5 years
shards = ceil(stored / 50 GB)
misses = 1 - 90%
left = 10 TB - stored`

const last = (line: string, sheet = SHEET) => {
  const { lines } = evaluateWorksheet(`${sheet}\n${line}`)
  const at = lines.at(-1)
  return at?.text ?? at?.error?.message
}

describe('a solve line', () => {
  test('works the sheet backwards for any name that the target depends on', () => {
    expect(last('solve peak = 50K /s for urls')).toBe('urls = 167 /s')
    expect(last('solve stored = 10 TB for record')).toBe('record = 1.64 KB')
    expect(last('solve left = 0 TB for record')).toBe('record = 1.64 KB')
    expect(last('solve shards = 10 for urls')).toBe('urls = 6.34 /s')
  })

  test.each([
    ['solve peak = 50 GB for urls', '`peak` is 1/s, what it shall be is bytes'],
    ['solve peak = 50K /s for record', '`peak` does not depend on `record`'],
    ['solve peak = -1 /s for urls', 'no value of `urls` makes `peak` that'],
    ['solve peek = 50K /s for urls', '`peek` has no value'],
    ['solve peak = 50K /s for url', '`url` has no value'],
    ['solve peak = 50K /s', '`solve` needs the name to solve for'],
    ['solve peak = 50K /s for', 'a name is missing after `for`'],
    ['solve peak = for urls', '`for` needs a value before it'],
    ['solve peak = 1 /s for urls urls', 'an operator is missing between `urls` and `urls`'],
  ])('says what is wrong with %s', (line, message) => {
    expect(last(line)).toBe(message)
  })

  test('leaves the name `solve` free', () => {
    expect(last('solve = 3')).toBe('3')
  })

  test('is refused by name beyond ten', () => {
    const { errors } = evaluateWorksheet(`${SHEET}\n${'solve peak = 1 /s for urls\n'.repeat(12)}`)
    expect(errors.map(e => e.message)).toEqual(new Array(2).fill('a worksheet solves at most 10 times'))
  })
})

describe('solve', () => {
  test('says so when the target does not move steadily', () => {
    const bump = 'x = 1\ny = x - 10 * max(0, x - 3) + 20 * max(0, x - 5)'
    const result = solve(bump, { target: 'y', wanted: quantity(100, COUNT), unknown: 'x' })
    expect(result).toMatchObject({ ok: false, message: expect.stringContaining('does not rise or fall steadily') })
  })

  test('gives the name the value that makes the target so, for any wanted value', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e9, noNaN: true }), wanted => {
        const result = solve(SHEET, { target: 'peak', wanted: quantity(wanted, RATE), unknown: 'urls' })
        if (!result.ok) throw new Error(result.message)
        expect((result.amount.quantity.base * 300) / wanted).toBeCloseTo(1, 9)
      }),
      { numRuns: 50 },
    )
  })

  test('solves for a given name', () => {
    const given = { users: quantity(100) }
    const result = solve('load = users * 2 /s', { target: 'load', wanted: quantity(500, RATE), unknown: 'users' }, { given })
    expect(result.ok && result.amount.quantity.base).toBeCloseTo(250, 9)
  })
})
