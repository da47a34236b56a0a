import { describe, expect, test } from 'vitest'
import { quantity } from '#engine/quantity/quantity.ts'
import { explain, histogramOf } from './explain.ts'
import { evaluateWorksheet } from './worksheet.ts'

const SHEET = `urls = 100M /month            # new urls
unused = 7 GB
record = 500 B
stored = urls * record * 5 years
shards = ceil(stored / 50 GB)`

describe('explain', () => {
  test('gives the chain with names, numbers put in, units and results, and nothing else', () => {
    expect(explain(SHEET, 'stored')?.steps).toEqual([
      { line: 1, name: 'urls', formula: '100M /month', substituted: '100M /month', units: '1/s', result: '38.6 /s' },
      { line: 3, name: 'record', formula: '500 B', substituted: '500 B', units: 'bytes', result: '500 B' },
      {
        line: 4,
        name: 'stored',
        formula: 'urls * record * 5 years',
        substituted: '38.6 /s * 500 B * 5 years',
        units: '1/s * bytes * s = bytes',
        result: '3.04 TB',
      },
    ])
    expect(explain(SHEET, 'shards')?.steps.at(-1)).toMatchObject({
      substituted: 'ceil(3.04 TB / 50 GB)',
      units: 'count',
      result: '61',
    })
  })

  test('says what the shown answer rounds away', () => {
    const rounding = explain(SHEET, 'stored')?.rounding
    expect(rounding?.exact).toBe('3,041,666,666,670 bytes')
    expect(rounding?.share).toBeCloseTo(3.04e12 / 3.0416666666e12 - 1, 6)
  })

  test('ranks what the answer depends on', () => {
    const moves = explain('a = 4\nb_ = 9\nc = 1\nx = a ^ 2 * b_ / 3 + c', 'x')?.moves ?? []
    expect(moves.map(move => move.name ?? move.text).slice(0, 2)).toEqual(['2', 'a'])
    expect(moves.find(move => move.name === 'b_')?.change).toBeCloseTo(0.0979, 3)
    expect(moves.find(move => move.text === '3')?.change).toBeLessThan(0)
    expect(Math.abs(moves.at(-1)?.change ?? 1)).toBeLessThan(0.01)
  })

  test('counts a given name and a range as one input each', () => {
    const moves = explain('x = users * 2..8 * 3', 'x', { given: { users: quantity(100) } })?.moves ?? []
    expect(moves.map(move => [move.name ?? move.text, Math.round(move.change * 100)])).toEqual([
      ['2..8', 10],
      ['3', 10],
      ['users', 10],
    ])
  })

  test('gives the histogram of a range', () => {
    const histogram = explain('x = 20 MB to 80 MB', 'x')?.histogram ?? []
    expect(histogram).toHaveLength(20)
    expect(histogram.reduce((sum, bin) => sum + bin.share, 0)).toBeCloseTo(1, 9)
    expect(histogramOf(new Float64Array(5).fill(3))).toEqual([{ from: 3, to: 3, share: 1 }])
  })

  test('explains a line without a name, and nothing that has no value', () => {
    expect(explain('a = 2\na * 3', 2)?.steps.at(-1)?.substituted).toBe('2 * 3')
    expect(explain(SHEET, 'nothing')).toBeNull()
    expect(explain('x = 1 +', 'x')).toBeNull()
    expect(explain('', 1)).toBeNull()
  })

  test('uses the last value of a name that was set twice, and the one above where it is used', () => {
    const steps = explain('a = 2\nb_ = a * 10\na = 5\nc = a + b_', 'c')?.steps ?? []
    expect(steps.map(step => step.line)).toEqual([1, 2, 3, 4])
    expect(steps.at(-1)?.substituted).toBe('5 + 20')
  })

  test('finds the same answer as the sheet, for every line of it', () => {
    const { lines } = evaluateWorksheet(SHEET)
    for (const line of lines) expect(explain(SHEET, line.line)?.text).toBe(line.text)
  })
})
