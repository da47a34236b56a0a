import { describe, expect, it } from 'vitest'
import { makeDrill, makeSubmission } from '#tests/factories/compiled-drill.ts'
import { scoreSubmission } from '../../score-submission.ts'

const whole = {
  aspect: 'partitioning',
  chosen: 'one primary',
  alternatives: [{ option: 'sixteen shards', rejectedOn: 'simplicity' }],
  givesUp: { quality: 'throughput', amount: '50%' },
  driver: 'qps',
  door: 'two-way',
  reverseWhen: 'Writes pass five thousand a second for a week.',
}
const verdict = (criterion: object, ...decisions: object[]) =>
  scoreSubmission(
    makeDrill([{ kind: 'decided', ...criterion }]),
    { submission: makeSubmission({ decisions, answers: [{ target: 'qps', stated: '40 /s' }] }) },
    { seed: 1 },
  ).criteria[0]

describe('scoreDecided', () => {
  const criterion = {
    aspects: ['partitioning'],
    drivers: ['qps'],
    needs: ['alternative', 'gives-up-amount', 'driver', 'reversal'],
  }

  it('is met by a decision with alternative, price, driver and reversal', () => {
    expect(verdict(criterion, whole)).toMatchObject({
      verdict: 'met',
      evidence: [{ at: '/decisions/decisions-1', text: 'one primary' }],
    })
  })

  it('names what is still lacking', () => {
    const found = verdict(criterion, { ...whole, givesUp: { quality: 'throughput' } })
    expect(found).toMatchObject({ verdict: 'partly' })
    expect(found?.reason).toContain('how much is given up')
  })

  it('takes an alternative that repeats the choice, or a driver that does not exist, for nothing', () => {
    const hollow = {
      ...whole,
      alternatives: [{ option: 'One primary', rejectedOn: 'cost' }],
      driver: 'made-up',
      door: '',
      givesUp: {},
    }
    expect(verdict(criterion, hollow)?.verdict).toBe('missed')
  })

  it('looks only at decisions about the aspect', () => {
    expect(verdict(criterion, { ...whole, aspect: 'caching' })?.verdict).toBe('missed')
  })

  it('counts different choices, not repetitions', () => {
    expect(verdict({ ...criterion, min: 2 }, whole, whole)?.verdict).toBe('partly')
    expect(verdict({ ...criterion, min: 2 }, whole, { ...whole, chosen: 'hash by code' })?.verdict).toBe('met')
  })
})
