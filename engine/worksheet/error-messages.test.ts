import { describe, expect, test } from 'vitest'
import { evaluateWorksheet, type WorksheetError } from './worksheet.ts'

/** Lines that every case may use. */
const SHEET = `urls = 100M /month
redirects = urls * 100
peak = redirects * 3
record = 500 B
stored = urls * record * 5 years
users = 10M users
price = $0.023 /GB/month
spread = 25..35
bad = 1 +
`

const CASES: readonly string[] = [
  // Kinds of quantity that do not fit
  'peak + stored',
  'stored + peak',
  'stored - 5 years',
  'urls + 5',
  '5 + urls',
  'record + urls',
  '$5 + stored',
  'stored + 20%',
  'stored - 20%',
  'price + $5',
  'peak in GB',
  'stored in s',
  'record in GB/s',
  'peak * record in GB',
  '5 GB..10 s',
  'spread..40',
  '35..25',
  '1..2..3',
  'stored ^ 0.3',
  'stored ^ record',
  'stored ^ 99',
  'month = 30',
  'day = -1 s',
  'year = 365',
  // Names
  'peek * 2',
  'redirect * 2',
  'nothing * 2',
  'shared / servers',
  'later * 2\nlater = 3',
  'own = own + 1',
  'bad * 2',
  'q + 1',
  'ceil + 1',
  'downtme(99%)',
  'frobnicate(3)',
  'users(3)',
  'rps * 2',
  'b + 1',
  'in = 3',
  'per = 3',
  `${'n'.repeat(70)} = 3`,
  // Functions
  'ceil()',
  'ceil(1, 2)',
  'ceil(stored)',
  'ceil(5 years)',
  'round(price)',
  'max()',
  'max(1 GB, 2 s)',
  'sqrt(-1)',
  'log2(0)',
  'log2(stored)',
  'pow2(5000)',
  'downtime(99.9)',
  'downtime(99.9%, 5)',
  'erlang_c(2, 120%)',
  'erlang_c(1.5, 50%)',
  'erlang_c(2, -1)',
  'percentile(spread, 200)',
  // Numbers and units
  '5 yeers',
  '5 gb',
  '5mb/s',
  '5m',
  '5G',
  '5peak',
  '5 peak',
  '5 per',
  '5 per yeer',
  '100 /gb',
  '€5',
  '£5 + 1',
  '$',
  '1e999',
  '9'.repeat(400),
  '1 / 0',
  '1 / (urls - urls)',
  '10 / -10..10 * 0',
  '1e300 * 1e300',
  '(0 - 8) ^ 0.5',
  '0 ^ (0 - 1)',
  // Form
  '1 +',
  '* 2',
  '2 * * 3',
  '(1 + 2',
  '1 + 2)',
  '()',
  '1,2',
  'max(1, 2',
  'max(1, )',
  'a b',
  'peak stored',
  '2 3',
  '(1)(2)',
  '5 = x',
  'a = b = c',
  'solve peak = 3 GB for urls',
  'solve peak = 3 /s',
  'solve peak = 3 /s for record',
  'a == 3',
  'a =',
  '= 3',
  'peak reads = 3',
  'a: 3',
  'peak %',
  '[1, 2]',
  '{ 3 }',
  'x & y',
  '"text"',
  '..5',
  '5..',
  '5 in',
  'in GB',
  'to 5',
  'stored in 5',
  'stored in gb',
  '1 . 2',
  `${'('.repeat(70)}1${')'.repeat(70)}`,
  `1${' + 1'.repeat(300)}`,
]

function point(source: string, error: WorksheetError): string {
  const text = source.split('\n')[0] ?? ''
  const shown = text.length > 80 ? `${text.slice(0, 77)}...` : text
  const width = Math.min(error.endColumn, 81) - error.column
  const marks = error.column <= 80 ? `\n  ${' '.repeat(error.column - 1)}${'^'.repeat(Math.max(1, width))}` : ''
  return `  ${shown}${marks}\n  ${error.column}-${error.endColumn}: ${error.message}${error.mend ? `\n  ${error.mend}` : ''}\n`
}

function report(source: string): string {
  const first = SHEET.split('\n').length
  const { errors } = evaluateWorksheet(SHEET + source)
  const error = errors.find(e => e.line === first)
  return error ? point(source, error) : `  ${source}\n  (no error)\n`
}

describe('error messages', () => {
  test('name both sides, the place and the mend, as in the snapshot', async () => {
    expect(CASES.length).toBeGreaterThan(60)
    await expect(CASES.map(report).join('\n')).toMatchFileSnapshot('error-messages.snapshot.txt')
  })

  test('every case is an error, points into its line and is one short sentence', () => {
    for (const source of CASES) {
      const { errors } = evaluateWorksheet(SHEET + source)
      const error = errors.find(e => e.line === SHEET.split('\n').length)
      expect(error, source).toBeDefined()
      expect(error?.endColumn, source).toBeGreaterThan(error?.column ?? 0)
      expect(error?.column, source).toBeLessThanOrEqual((source.split('\n')[0]?.length ?? 0) + 1)
      expect(error?.message.length, source).toBeLessThan(200)
      expect(error?.message, source).not.toMatch(/undefined|NaN|\[object/)
    }
  })
})
