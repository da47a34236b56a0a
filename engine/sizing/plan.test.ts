import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { evaluateWorksheet } from '#engine/worksheet/worksheet.ts'
import type { Demand } from './demand.ts'
import { size } from './plan.ts'
import { sizingRulesSchema } from './rules.ts'

const file = join(resolve(import.meta.dirname, '../..'), 'content', 'reference', 'sizing.yaml')
const rules = sizingRulesSchema.parse(parse(readFileSync(file, 'utf8')))

const plan = (demand: Demand) => size(demand, rules, [])
const text = (demand: Demand, name: string) => plan(demand).rows.find(row => row.name === name)?.text
const base = (demand: Demand, name: string) => plan(demand).rows.find(row => row.name === name)?.base ?? Number.NaN

/** A demand whose stored bytes are these. */
const storing = (gigabytes: number): Demand => ({ writes: `${gigabytes} /day`, record: '1 GB', retention: '1 day' })

describe('size', () => {
  test('turns the demand of a URL shortener into its plan', () => {
    const demand = { writes: '100M /month', reads_per_write: 100, record: '500 B', retention: '5 years' }
    const found = Object.fromEntries(plan(demand).rows.map(row => [row.name, row.text]))
    expect(found).toMatchObject({
      reads: '3,858 /s',
      peak_reads: '11.6K /s',
      stored: '3.04 TB',
      replicated: '9.13 TB',
      shards: '60',
      shards_ceil: '61',
      shards_by_writes: '1',
      read_share: '99%',
    })
    expect(plan(demand).problems).toEqual([])
  })

  test('takes rates from people when they are not stated', () => {
    expect(text({ daily_users: '10M', writes_per_user: '2 /day', reads_per_user: '20 /day' }, 'rate')).toBe('2,546 /s')
    expect(text({ daily_users: '10M', writes_per_user: '2 /day', writes: '5 /s' }, 'rate')).toBe('5 /s')
  })

  // The figures were computed by hand from the rules as the seed documents print them.
  test.each([
    [99, 1, 99],
    [100, 2, 50],
    [149, 2, 74.5],
    [400, 8, 50],
    [999, 32, 31.2],
    [1000, 20, 50],
    [3040, 60, 50.7],
    [50_000, 1000, 50],
  ])('the shard rule gives %i GB %i shards of %f GB', (gigabytes, shards, each) => {
    expect(base(storing(gigabytes), 'shards')).toBe(shards)
    expect(base(storing(gigabytes), 'shard_bytes') / 1e9).toBeCloseTo(each, 0)
  })

  test('shows both branches of the shard rule, and warns at the step, over 64, and above the size', () => {
    const says = (gigabytes: number) =>
      plan(storing(gigabytes))
        .warnings.filter(({ rule }) => rule === 'shard-count')
        .map(warning => warning.says.slice(0, 20))
    expect(says(149)).toEqual(['Shards come out larg'])
    expect(says(400)).toEqual([])
    expect(says(999)).toEqual(['Near the step at 1 T'])
    expect(says(50_000)).toEqual(['More than 64 shards:'])
    const row = plan(storing(999)).rows.find(({ name }) => name === 'shards_power_of_two')
    expect(row?.disagrees).toMatchObject([{ id: 'E-CAP64', with: [{ name: 'shards_floor', text: '19' }] }])
    expect(plan(storing(149)).rows.find(({ name }) => name === 'shards')?.disagrees?.[0]?.id).toBe('E-FLOOR')
  })

  test('sets the tier thresholds against what fetching costs', () => {
    const demand = { ...storing(1_000_000), set_reads: '300 /month', touched: '1%' }
    const rows = plan(demand).rows
    const byThreshold = rows.find(({ name }) => name === 'total_by_threshold')
    expect(byThreshold?.note).toBe('under 1,000 requests a month: warm')
    expect(byThreshold?.disagrees?.[0]?.id).toBe('E-TIER')
    expect(['break_even_warm', 'break_even_cold', 'break_even_archive'].map(name => text(demand, name))).toEqual([
      '1.05 /month',
      '0.425 /month',
      '0.15 /month',
    ])
    expect(text(storing(10_000_000), 'cost_hot')).toBe('$230K /month')
    expect(text(storing(10_000_000), 'cost_split')).toBe('$123K /month')
  })

  test('knows the other rules of the inventory', () => {
    const demand: Demand = {
      users: '2B',
      writes: '10K /s',
      growth: 8,
      capacity: '40K /s',
      availability: '99.9%',
      part_availability: ['99.9%', '99.9%'],
      rto: '300 s',
      rpo: '15 min',
      backup_interval: '4 hours',
      latency: '100 ms',
      arrivals: '500 /s',
      session: '10 s',
      app_instances: 15,
      voters: 5,
      code_length: 7,
      regions: 4,
      compute_bill: '100K USD/month',
      cache_hits: ['30%', '50%', '70%', '90%'],
      reads: '1000 /s',
    }
    const found = Object.fromEntries(plan(demand).rows.map(row => [row.name, row.text]))
    expect(found).toMatchObject({
      cells: '1,000',
      blast_radius: '0.1%',
      regions_least: '5',
      regions_most: '20',
      vertical_cost: '15.6',
      horizontal_cost: '8',
      scaling_time: '15 min',
      downtime_month: '43.2 min',
      series_shown: '99.8%',
      detection: '1.5 min',
      failover: '2.5 min',
      loss_by_backup: '4 hours',
      in_flight: '3,300',
      concurrent: '5,000',
      servers: '5',
      connections: '1,050',
      majority: '3',
      tolerated: '2',
      codes: '3.52T',
      streams: '12',
      compute_mixed: '$50K /month',
      cache_hit: '99%',
      headroom_of_load: '21.2%',
      headroom_of_capacity: '17.5%',
      stress_test: '49.5K /s',
      endurance_test: '32K /s',
    })
    const warned = new Set(plan(demand).warnings.map(({ rule }) => rule))
    for (const rule of ['availability', 'recovery', 'connections', 'read-nodes', 'auto-scaling']) expect(warned).toContain(rule)
  })

  test('shows the keys that move by remainder and on a ring', () => {
    const rows = plan({ ...storing(160), shard_size: '10 GB' }).rows
    const moved = (name: string) => rows.find(row => row.name === name)
    expect(moved('moved_modulo')?.text).toBe('94.1%')
    expect(moved('moved_ring')?.text).toBe('5.88%')
    expect(moved('moved_modulo')?.disagrees?.[0]?.id).toBe('E-MOD')
  })

  test('says which inputs are assumed, and what a rule without a say would need', () => {
    const { inputs, unused } = plan({ writes: '5 /s' })
    expect(inputs.find(({ name }) => name === 'writes')?.origin).toBe('stated')
    expect(inputs.find(({ name }) => name === 'peak_factor')?.origin).toBe('assumed')
    expect(unused.find(({ rule }) => rule === 'little')?.needs).toEqual(['latency'])
    const fromFacts = size({ writes: '5 /s' }, rules, [{ id: 'shard-size', value: '70 GB' }])
    expect(fromFacts.inputs.find(({ name }) => name === 'shard_size')).toMatchObject({ text: '70 GB', origin: 'reference' })
  })

  test('names every fault of a demand at once and computes the rest', () => {
    const { problems, rows } = plan({
      writes: '5 GB',
      recrod: '500 B',
      reads: '100 /s',
      cache_hits: ['30%', 'lots'],
      users: ['1', '2'],
    })
    expect(problems.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['recrod', 'is not something that a demand says'],
      ['users', 'is a list; one value is expected'],
      ['writes', '"5 GB" is bytes; writes is 1/s'],
      ['cache_hits.1', '"lots" cannot be read: `lots` has no value'],
    ])
    expect(problems[0]?.mend).toBe('did you mean record?')
    expect(rows.find(({ name }) => name === 'peak_reads')?.text).toBe('300 /s')
  })

  test('is a worksheet that computes, ranges and all', () => {
    const { worksheet, rows } = plan({ writes: '50..200 /s', record: '1 KB', retention: '1 year' })
    const sheet = evaluateWorksheet(worksheet)
    expect(sheet.errors).toEqual([])
    const stored = rows.find(({ name }) => name === 'stored')
    expect(stored?.base).toBe(sheet.values.get('stored')?.quantity.base)
    expect((stored?.p90 ?? 0) / (stored?.p10 ?? 1)).toBeCloseTo(4, 1)
  })

  test('never throws', () => {
    const names = fc.constantFrom(...rules.inputs.map(({ name }) => name), '__proto__', 'constructor', 'nothing')
    const value = fc.oneof(fc.string(), fc.double(), fc.constantFrom('0', '0 B', '1 /s', '5 years', '1e308', '-1', '1..2', '#'))
    fc.assert(
      fc.property(fc.dictionary(names, fc.oneof(value, fc.array(value, { maxLength: 3 }))), demand => {
        for (const row of plan(demand).rows) expect(Number.isFinite(row.base)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})
