import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluateWorksheet } from '#engine/worksheet/worksheet.ts'
import { diagnose } from './diagnose.ts'

const SHEET = `urls = 100M /month
ratio = 100
redirects = urls * ratio
peak_factor = 3
peak = redirects * peak_factor
record = 500 B
years = 5
stored = urls * record * years * 1 year
copies = 3
replicated = stored * copies
egress = redirects * record in Gbps
total_users = 500M users
dau = 50M users
posts = dau * 2 posts/user/day
hot = 20%
cache = hot * redirects * record * 1 day
shards = ceil(replicated / 500 GB)
bill = stored * $0.023 /GB/month`

function ask(name: string, stated: string, worksheet = SHEET) {
  const result = diagnose({ worksheet, name, stated })
  if (!result.ok) throw new Error(result.message)
  return result.diagnosis
}

describe('diagnose', () => {
  test.each([
    ['urls', '38.6 /s', 'agrees'],
    ['urls', '100M /month', 'agrees'],
    ['stored', '3.04 TB', 'agrees'],
    ['stored', '3 TB', 'agrees'],
    ['urls', '40 /s', 'convention'],
    ['posts', '1,000 /s', 'convention'],
    ['stored', '2.77 TiB', 'agrees'],
    ['stored', '3.34 TB', 'convention'],
    ['redirects', '4K /s', 'convention'],
    ['shards', '20', 'rounded'],
    ['cache', '35 GB', 'convention'],
    ['posts', '1.2K /s', 'rounded'],
    ['bill', '$70 /month', 'agrees'],
  ] as const)('%s stated as %s: %s', (name, stated, verdict) => {
    const diagnosis = ask(name, stated)
    expect([diagnosis.verdict, diagnosis.slips]).toEqual([verdict, []])
  })

  test.each([
    ['stored', '3.04 PB', 'prefix_1000'],
    ['stored', '608 GB', 'omitted_factor'],
    ['stored', '15.2 TB', 'double_count'],
    ['stored', '24.3 TB', 'bits_bytes'],
    ['egress', '1.93 Mbps', 'bits_bytes'],
    ['peak', '3,858 /s', 'peak_avg'],
    ['peak', '34.7K /s', 'peak_avg'],
    ['replicated', '3.04 TB', 'replication'],
    ['redirects', '38.6 /s', 'rw_mix'],
    ['posts', '11.6K /s', 'wrong_population'],
    ['cache', '3.33 GB', 'percent'],
    ['redirects', '116K /s', 'period'],
    ['stored', '1.2 TB/s', 'dimensional'],
    ['stored', '3.04 GB/s', 'unit_label_only'],
  ] as const)('%s stated as %s is off: %s', (name, stated, slip) => {
    const diagnosis = ask(name, stated)
    expect(diagnosis.verdict).toBe('off')
    expect(diagnosis.slips.map(s => s.id)[0], JSON.stringify(diagnosis.slips)).toBe(slip)
  })

  test('gives the line that went wrong, the wrong arithmetic and the right one', () => {
    expect(ask('stored', '608 GB').slips[0]).toMatchObject({
      explanation: '`years` was left out',
      line: 7,
      wrong: 'stored = 608 GB',
      corrected: 'stored = 38.6 /s * 500 B * 5 * 1 year = 3.04 TB',
    })
  })

  test('says that no known slip explains it rather than inventing one', () => {
    const diagnosis = ask('stored', '4.6 TB')
    expect([diagnosis.verdict, diagnosis.slips]).toEqual(['off', []])
  })

  test('names a part that was left out of a sum', () => {
    const sheet = 'compute = 15810 USD\nstorage = 29760 USD\nnetwork = 500 USD\ntotal = compute + storage + network'
    const [slip] = ask('total', '$16,310', sheet).slips
    expect(slip).toMatchObject({ id: 'omitted_factor', explanation: '`storage` left out of the sum' })
  })

  test('reads a period that the sheet leaves unsaid, and a bare number in the unit of the answer', () => {
    const sheet = 'dau = 100M users\nvideo = 10 MB\nper_day = dau * video'
    expect(ask('per_day', '1 PB/day', sheet).verdict).toBe('agrees')
    expect(ask('stored', '3.04').verdict).toBe('agrees')
    expect(ask('per_day', '1 TB/day', sheet).slips[0]?.id).toBe('prefix_1000')
  })

  test('refuses what it cannot read, with the reason', () => {
    expect(diagnose({ worksheet: SHEET, name: 'nothing', stated: '3 TB' })).toEqual({
      ok: false,
      message: 'the worksheet gives no value to `nothing`',
    })
    expect(diagnose({ worksheet: 'x = 1 +', name: 'x', stated: '3' })).toMatchObject({
      ok: false,
      message: 'line 1: a value is missing after `+`',
    })
    expect(diagnose({ worksheet: SHEET, name: 'stored', stated: 'lots' })).toMatchObject({
      ok: false,
      message: expect.stringContaining('the stated answer:'),
    })
  })

  test('never gives a right answer a slip, however many digits are stated', () => {
    const names = ['urls', 'redirects', 'peak', 'stored', 'replicated', 'posts', 'cache', 'shards', 'bill']
    const { values } = evaluateWorksheet(SHEET)
    const units = {
      urls: '/s',
      redirects: '/s',
      peak: '/s',
      stored: 'B',
      replicated: 'B',
      posts: '/s',
      cache: 'B',
      shards: '',
      bill: 'USD/s',
    }
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.integer({ min: 2, max: 6 }), (name, digits) => {
        const base = values.get(name)?.quantity.base ?? 0
        const unit = Object.entries(units).find(([key]) => key === name)?.[1] ?? ''
        const diagnosis = ask(name, `${Number(base.toPrecision(digits))} ${unit}`)
        expect(diagnosis.verdict).not.toBe('off')
        expect(diagnosis.slips).toEqual([])
      }),
    )
  })

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('stored', 'peak', 'x'), fc.string(), (line, name, stated) => {
        diagnose({ worksheet: `${SHEET}\n${line}`, name, stated })
        diagnose({ worksheet: line, name, stated: '3 TB' })
      }),
      { numRuns: 100 },
    )
  })
})

describe('diagnose, by structure rather than by names', () => {
  const SHEET_2 = `a = 40M
b1 = 6 /day
c = a * b1
m = 250 KB
v = c * m * 2 years
w = v * 3
starts = 900 /s
length = 7 min
together = starts * length
near = 85%
through = c * (1 - near)
price = $0.05 /hour
bill = 40 * price
wide = c * 8   # the busiest minute
narrow = c * m`

  test.each([
    ['c', '66.7K /s', 'period', '`b1` read in per hour'],
    ['w', '43.8 PB', 'replication', '`3` was left out'],
    ['together', '900', 'dimensional', "Little's law"],
    ['through', '2361 /s', 'percent', '`near` itself was taken'],
    ['through', '2778 /s', 'percent', '`near` was left out'],
    ['bill', '$60 /month', 'period', '`price` read in per day'],
    ['wide', '2778 /s', 'peak_avg', '`8` was left out'],
    ['narrow', '5.56 GB/s', 'peak_avg', '`wide` taken for `c`'],
  ] as const)('%s stated as %s: %s', (name, stated, id, explanation) => {
    const [slip] = ask(name, stated, SHEET_2).slips
    expect([slip?.id, slip?.explanation]).toEqual([id, expect.stringContaining(explanation)])
  })

  test('names two conventions in one sheet', () => {
    const sheet = 'rate = 25M / 1 day\nlog = rate * 1.2 KB * 90 days'
    expect(ask('log', '2.33 TB', sheet).slips[0]).toMatchObject({
      id: 'convention_mix',
      explanation: expect.stringContaining('10^5 seconds a day'),
    })
    expect(ask('rate', '250 /s', sheet).verdict).toBe('convention')
  })

  test('names a slip in front of a number that was rounded up to a whole one', () => {
    expect(ask('n', '4', 'stored = 30 TB\ncopies = 3\nn = ceil(stored * copies / 8 TB)').slips[0]?.id).toBe('replication')
  })
})
