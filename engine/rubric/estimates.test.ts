import { describe, expect, it } from 'vitest'
import { makeDrill, makeSubmission } from '#tests/factories/compiled-drill.ts'
import { scoreSubmission } from './score-submission.ts'

const compiled = makeDrill()
const mark = (answers: Record<string, string>, assumptions: Record<string, string> = {}, worksheet = '') => {
  const submission = makeSubmission({
    worksheet,
    answers: Object.entries(answers).map(([target, stated]) => ({ target, stated })),
    assumptions: Object.entries(assumptions).map(([slot, value]) => ({ slot, value })),
  })
  const { estimates } = scoreSubmission(compiled, { submission }, { seed: 1 })
  return Object.fromEntries(estimates.map(e => [e.target, e]))
}

describe('markEstimates', () => {
  it('meets a target that agrees with the reference, in any unit', () => {
    expect(mark({ qps: '38.6 /s' }).qps?.verdict).toBe('met')
    expect(mark({ qps: '3.33M /day' }).qps?.verdict).toBe('met')
    expect(mark({ stored: '3000 GB' }).stored?.verdict).toBe('met')
  })

  it('reads a worksheet name as an answer', () => {
    expect(mark({ qps: 'rate' }, {}, 'rate = 100M /month').qps).toMatchObject({ verdict: 'met', text: { stated: '38.6 /s' } })
  })

  it('accepts the result of every named convention', () => {
    // 3.04 TB with 365-day years, 3 TB at twelve months a year, 2.5M seconds a month: 40 a second.
    for (const stated of ['3.04 TB', '3 TB']) expect(mark({ stored: stated }).stored?.verdict).toBe('met')
    expect(mark({ qps: '40 /s' }).qps?.verdict).toBe('met')
  })

  it('takes one mark for one slip: what follows from the wrong number is right', () => {
    const estimates = mark({ qps: '386 /s', peak: '1158 /s' }, { peak_factor: '3' })
    expect(estimates.qps).toMatchObject({ verdict: 'missed', slip: { id: 'power_of_ten' } })
    expect(estimates.peak).toMatchObject({ verdict: 'met', reason: 'It follows from your own earlier numbers.' })
  })

  it('does not follow an assumption that is outside its plausible range', () => {
    expect(mark({ qps: '38.6 /s', peak: '38.6K /s' }, { peak_factor: '1000' }).peak).toMatchObject({
      verdict: 'missed',
      recomputed: null,
    })
  })

  it('does not follow an input that is not stated', () => {
    expect(mark({ peak: '386 /s' }, { peak_factor: '10' }).peak?.recomputed).toBeNull()
  })

  it('judges a bounded target by what holds, at the own shard size', () => {
    expect(mark({ stored: '3 TB', shards: '16' }, { shard_size: '200 GB' }).shards?.verdict).toBe('met')
    expect(mark({ stored: '3 TB', shards: '16' }, { shard_size: '50 GB' }).shards).toMatchObject({
      verdict: 'missed',
      reason: 'By your own numbers it takes at least 60.',
    })
    expect(mark({ stored: '3 TB', shards: '1000' }, { shard_size: '200 GB' }).shards?.verdict).toBe('partly')
  })

  it('says when an answer is of another kind than the question', () => {
    expect(mark({ qps: '40 GB' }).qps).toMatchObject({ verdict: 'missed', ratio: null })
  })

  it('counts a range that holds the value, unless it is too wide to mean anything', () => {
    expect(mark({ qps: '30 /s to 60 /s' }).qps?.verdict).toBe('met')
    expect(mark({ qps: '1 /s to 10000 /s' }).qps?.verdict).not.toBe('met')
  })

  it('leaves what is not stated or cannot be read as not stated', () => {
    expect(mark({}).qps?.verdict).toBe('not stated')
    expect(mark({ qps: 'a lot' }).qps?.verdict).toBe('not stated')
    expect(mark({ qps: '1/0' }).qps?.verdict).toBe('not stated')
  })
})
