import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeConventions, namedConventions } from '#engine/quantity/conventions.ts'
import { dimensionName, INFORMATION } from '#engine/quantity/dimension.ts'
import { quantity } from '#engine/quantity/quantity.ts'
import { explain } from './explain.ts'
import { evaluateExpression, evaluateWorksheet, MAX_LINES, references } from './worksheet.ts'

/** The text beside the last line, or its error. */
function answer(source: string, options = {}): string {
  const last = evaluateWorksheet(source, options).lines.at(-1)
  return last?.text ?? last?.error?.message ?? ''
}

const base = (source: string, name: string, options = {}) => evaluateWorksheet(source, options).values.get(name)?.quantity.base

const DESIGN = `urls = 100M /month                       # 38.6 /s
redirects = urls * 100                   # 3,858 /s
peak = redirects * 3
record = 500 B
stored = urls * record * 5 years         # 3.04 TB (3 TB at twelve months a year)
shards = ceil(stored / 50 GB)
cache = 20% * redirects * 1 day * record in GB   # upper bound: as if every redirect were another url`

describe('the design example', () => {
  test('gives the answer of each line', () => {
    const { lines, errors, warnings } = evaluateWorksheet(DESIGN)
    expect(lines.map(line => line.text)).toEqual(['38.6 /s', '3,858 /s', '11.6K /s', '500 B', '3.04 TB', '61', '33.3 GB'])
    expect([errors, warnings]).toEqual([[], []])
  })

  test('is exact in base units', () => {
    const { values } = evaluateWorksheet(DESIGN)
    expect(values.get('urls')?.quantity.base).toBe(1e8 / 2_592_000)
    expect(values.get('stored')?.quantity.base).toBeCloseTo((1e8 / 2_592_000) * 500 * 5 * 31_536_000, 0)
    expect(dimensionName(values.get('stored')?.quantity.dimension ?? INFORMATION)).toBe('bytes')
    expect(values.get('shards')?.quantity.base).toBe(61)
  })

  test('is 3 TB at twelve months a year, by convention or by a line of the sheet', () => {
    const twelve = namedConventions.find(c => c.id === 'twelve-months')?.conventions
    expect(base(DESIGN, 'stored', { conventions: twelve })).toBeCloseTo(3e12, 0)
    expect(base(`year = 12 months\n${DESIGN}`, 'stored')).toBeCloseTo(3e12, 0)
  })
})

describe('numbers and units', () => {
  test.each([
    ['1 + 2 * 3', '7'],
    ['(1 + 2) * 3', '9'],
    ['2 ^ 3 ^ 2', '512'],
    ['-2 ^ 2', '-4'],
    ['2^-1', '0.5'],
    ['10 / 2 / 5', '1'],
    ['10 - 2 - 5', '3'],
    ['100 GB / 1 GB/s', '1.67 min'],
    ['stored = 1 TB\nstored / 50 GB', '20'],
    ['(3 + 2) GB', '5 GB'],
    ['x = 3\nx GB', '3 GB'],
    ['1.5 million users * 2 posts/user/day', '34.7 /s'],
    ['20% of 50 GB', '10 GB'],
    ['100 MB per second', '100 MB/s'],
    ['(50 + 50) MB per second', '100 MB/s'],
    ['10 GB / day', '116 KB/s'],
    ['1 GB/s in Gbps', '8 Gbps'],
    ['1 GB/s to Gbit/s', '8 Gbit/s'],
    ['3858 /s in /day', '333M /day'],
    ['3858 /s in 1/day', '333M /day'],
    ['0.2 in %', '20%'],
    ['5000 in K', '5 K'],
    ['$5K /month in USD/year', '$60.8K /year'],
    ['$0.023 /GB/month * 10 PB', '$230K /month'],
    ['$0.023/GB-month * 10 PB', '$230K /month'],
    ['1,000,000 + 1', '1M'],
    ['max(1, 2, 3)', '3'],
    ['1 KiB - 1 KB', '24 B'],
    ['2 × 3 ÷ 4', '1.5'],
    ['99.9% * 99.9% in %', '99.8%'],
    ['1 / 0.5 s', '2 /s'],
    ['7 × 24 h', '7 days'],
  ])('%s is %s', (source, text) => {
    expect(answer(source)).toBe(text)
  })

  test.each([
    ['ceil(2.1)', '3'],
    ['ceil(0.1 * 3 / 0.1)', '3'],
    ['floor(2.9)', '2'],
    ['round(2.5)', '3'],
    ['sqrt(16)', '4'],
    ['sqrt(16 s * 1 s)', '4 s'],
    ['log2(1024)', '10'],
    ['pow2(10)', '1,024'],
    ['ceil_pow2(1000)', '1,024'],
    ['ceil_pow2(1024)', '1,024'],
    ['min(3 GB, 2 GB)', '2 GB'],
    ['sum(1 s, 2 min)', '2.02 min'],
    ['avg(1, 2, 6)', '3'],
    ['downtime(99.9%)', '43.2 min'],
    ['downtime(99.99%)', '4.32 min'],
    ['downtime(99.9%, 1 year)', '8.76 hours'],
    ['erlang_c(2, 75%)', '0.643'],
  ])('%s is %s', (source, text) => {
    expect(answer(source)).toBe(text)
  })

  test('a name wins over the count noun of the same spelling', () => {
    expect(answer('users = 4\n100 / users')).toBe('25')
    expect(answer('years = 3\n12 * years')).toBe('36')
    expect(answer('years = 3\n5 years')).toBe('5 years')
  })

  test('a letter that is also a unit can be a name, with a warning', () => {
    const { lines } = evaluateWorksheet('s = 5\n10 / s\n10 GB/s')
    expect(lines.map(line => line.text)).toEqual(['5', '2', '10 GB/s'])
    expect(lines[0]?.warnings[0]?.message).toContain('`s` is also a unit')
  })

  test('warns where a number is read in a way that may surprise', () => {
    const warnings = (source: string) => evaluateWorksheet(source).warnings.map(w => w.message)
    expect(warnings('500B')).toEqual(['`500B` is read as 500 billion'])
    expect(warnings('100 + 20%')).toEqual(['`20%` is 0.2 here, not a share of `100`'])
    expect(warnings('5 widgets')).toEqual(['`widgets` is not a unit: it is read as a count noun'])
    expect(warnings('a = 1\na = 2')).toEqual(['`a` already has a value from line 1: the lines below use this one'])
    expect(warnings('max(1,000, 2)')).toEqual(['inside a call a comma separates the arguments'])
  })
})

describe('conventions', () => {
  test('a line of the sheet overrides the length of a month from there on', () => {
    const { lines } = evaluateWorksheet('100M /month\nmonth = 2.5M s\n100M /month\nday = 100K s\n100M /day')
    expect(lines.map(line => line.text)).toEqual(['38.6 /s', '28.9 days', '40 /s', '1 day', '1,000 /s'])
  })

  test('are options too', () => {
    expect(base('x = 100M /day', 'x', { conventions: { day: 100_000 } })).toBe(1000)
    expect(base('x = 100M /month', 'x', { conventions: makeConventions({ month: 2_500_000 }) })).toBe(40)
  })

  test('refuse what is not a length of time', () => {
    expect(answer('month = 30')).toBe('`month` is a length of time, this is a plain count')
    expect(answer('day = 0 s')).toBe('the length of a day must be above zero')
  })
})

describe('ranges', () => {
  const spread = (source: string, name = 'x') => {
    const range = evaluateWorksheet(source).values.get(name)?.range
    return range && [range.p10, range.p50, range.p90].map(p => Number(p.toPrecision(3)))
  }

  test('give their own ends back as p10 and p90', () => {
    expect(spread('x = 25..35')).toEqual([25, 29.6, 35])
    expect(spread('x = 20 MB to 80 MB')).toEqual([20e6, 40e6, 80e6])
    expect(spread('x = 20..80 MB')).toEqual([20e6, 40e6, 80e6])
    expect(spread('x = -10..10')).toEqual([-10, 0, 10])
    expect(answer('25..35 * 2')).toBe('59.2 (50 to 70)')
    expect(answer('10%..40%')).toBe('20% (10% to 40%)')
  })

  test('keep what depends on the same range together', () => {
    expect(spread('a = 10..100\nx = a / a')).toEqual([1, 1, 1])
    expect(spread('a = 10..100\nx = a - a')).toEqual([0, 0, 0])
  })

  test('spread independent ranges as theory says', () => {
    // A product of lognormals is lognormal: the logarithmic spreads add in squares.
    const sigma = Math.log(4) / 2
    const p90 = 10 * 10 * Math.exp(Math.sqrt(2) * sigma)
    const range = evaluateWorksheet('a = 5..20\nb_ = 5..20\nx = a * b_').values.get('x')?.range
    expect(Math.abs((range?.p90 ?? 0) / p90 - 1)).toBeLessThan(0.06)
  })

  test('are the same for the same seed, and stay the same when a comment is added above', () => {
    const x = (source: string, seed: number) => evaluateWorksheet(source, { seed }).values.get('x')?.range?.sample
    expect(x('x = 1..2 * 3..4', 7)).toEqual(x('# note\nx = 1..2 * 3..4', 7))
    expect(x('x = 1..2 * 3..4', 7)).not.toEqual(x('x = 1..2 * 3..4', 8))
  })

  test('give a percentile', () => {
    expect(answer('x = 25..35\npercentile(x, 90%)')).toBe('35')
    expect(answer('percentile(7, 99)')).toBe('7')
  })
})

describe('a worksheet with errors', () => {
  test('goes on after a bad line and says where it is', () => {
    const { lines, errors } = evaluateWorksheet('a = 1\nb_ = a +\nc = a + 1')
    expect(lines.map(line => line.kind)).toEqual(['assignment', 'error', 'assignment'])
    expect(errors).toEqual([
      {
        line: 2,
        column: 8,
        endColumn: 9,
        message: 'a value is missing after `+`',
        mend: 'write a number, a name or a parenthesis',
      },
    ])
  })

  test('names the line that a missing value depends on', () => {
    expect(answer('a = 1 +\na * 2')).toBe('`a` has no value because line 1 has an error')
    expect(evaluateWorksheet('total = part * 2\npart = 3').errors[0]?.message).toBe(
      '`part` is used here, but gets its value only on line 2',
    )
    expect(answer('total = total + 1')).toBe('`total` is defined by itself')
  })

  test('never ends in a loop when lines need each other', () => {
    expect(evaluateWorksheet('p = q\nq = p').errors.map(e => e.message)).toEqual([
      '`q` is used here, but gets its value only on line 2',
      '`p` has no value because line 1 has an error',
    ])
  })

  test('is refused by name beyond 500 lines', () => {
    const sheet = evaluateWorksheet('1\n'.repeat(MAX_LINES + 10))
    expect(sheet.lines).toHaveLength(MAX_LINES + 1)
    expect(sheet.errors[0]).toMatchObject({ line: 501, message: expect.stringContaining('at most 500 lines') })
    expect(evaluateWorksheet('1\n'.repeat(MAX_LINES - 1)).errors).toEqual([])
  })
})

describe('given names', () => {
  test('have a value before the first line and may be set anew', () => {
    const given = { record: quantity(500, INFORMATION) }
    expect(answer('record * 2', { given })).toBe('1 KB')
    expect(answer('record = 1 KB\nrecord * 2', { given })).toBe('2 KB')
  })

  test('evaluateExpression computes over them', () => {
    const result = evaluateExpression('record * 3 /s', { given: { record: quantity(500, INFORMATION) } })
    expect(result.ok && result.value.quantity.base).toBe(1500)
    expect(evaluateExpression('a = 3')).toMatchObject({ ok: false, error: { message: 'an expression has no `=`' } })
    expect(evaluateExpression('')).toMatchObject({ ok: false, error: { message: 'an expression is missing' } })
    expect(evaluateExpression('nothing * 2')).toMatchObject({ ok: false, error: { line: 1, column: 1, endColumn: 8 } })
  })

  test('references lists the names that an expression uses', () => {
    expect(references('urls * record * 5 years + max(urls, ceil(peak / 3)) in GB')).toEqual(['urls', 'record', 'peak'])
    expect(references('x = a + b_')).toEqual(['a', 'b_'])
    expect(references('1 +')).toEqual([])
    expect(references('100M /user', ['user'])).toEqual(['user'])
  })
})

describe('any input', () => {
  const word = fc.constantFrom(
    'a',
    'b',
    'peak',
    '5',
    '1.5K',
    '100M',
    '/month',
    'GB',
    'GB/s',
    '%',
    '$',
    '(',
    ')',
    '+',
    '-',
    '*',
    '/',
    '^',
    '..',
    'to',
    'in',
    'per',
    'of',
    ',',
    '=',
    '#',
    'max(',
    'ceil(',
    'users',
    '1e308',
    '1e-308',
    '0',
    '€',
    '\n',
    '²',
    'B',
    'day',
    'percentile(',
    'downtime(',
    'solve',
    'for',
    '\nsolve a = 3 for b',
  )
  const sheet = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 100 }),
    fc.array(word, { maxLength: 40 }).map(words => words.join(' ')),
    fc.array(word, { maxLength: 40 }).map(words => words.join('')),
  )

  test('never throws and never gives a number that is not finite', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(sheet, source => {
        for (const line of evaluateWorksheet(source).lines) {
          if (line.value && !Number.isFinite(line.value.quantity.base)) throw new Error(`${source}: ${line.text}`)
          if (line.value && line.line <= 3) explain(source, line.line)
          if (line.error && (line.error.column < 1 || line.error.endColumn <= line.error.column))
            throw new Error(`${source}: place`)
        }
      }),
      { numRuns: 20_000 },
    )
  })

  test('a range whose sample cannot be held is an error, and one that can be held has a finite middle', () => {
    const wide = evaluateWorksheet('a = -1e308 to 1e308\nb = 1 to 1.7e308\nc = -2e307 to 2e307').lines
    expect(wide.map(line => line.error?.message)).toEqual([
      'this range is too wide to compute with',
      'this range is too wide to compute with',
      undefined,
    ])
    expect(Math.abs(wide[2]?.value?.quantity.base ?? Number.NaN)).toBeLessThan(1e307)
  })

  test.each([
    ['deep parentheses', '('.repeat(50_000)],
    ['deep parentheses in a short line', '('.repeat(900)],
    ['many signs', '-'.repeat(900)],
    ['many powers', '2^'.repeat(400)],
    ['a 10,000-digit number', '9'.repeat(10_000)],
    ['a 900-digit number', '9'.repeat(900)],
    ['a 10,000-character name', `${'n'.repeat(10_000)} = 1`],
    ['a long sum', `1${'+1'.repeat(499)}`],
    ['a megabyte of one line', 'x'.repeat(1_000_000)],
    ['a megabyte of lines', 'x = 1\n'.repeat(170_000)],
    ['unicode', '𝔘 = 5 \u{1F600}\nпользователи = 5\nпользователи * 2'],
    ['prototype names', '__proto__ = 5\nconstructor * 2\ntoString(1)\n5 __proto__'],
  ])('stands %s', (_title, source) => {
    const started = performance.now()
    evaluateWorksheet(source)
    expect(performance.now() - started).toBeLessThan(1000)
  })

  test('computes names in other alphabets', () => {
    expect(answer('пользователи = 5\nпользователи * 2')).toBe('10')
  })
})
