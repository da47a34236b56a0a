import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { fingerprintsOf } from '#engine/rationale/fingerprint.ts'
import { framesSchema } from '#engine/rationale/frame.ts'
import { makeDrill, makeSubmission } from '#tests/factories/compiled-drill.ts'
import { scoreSubmission } from '../../score-submission.ts'

const root = join(import.meta.dirname, '../../../..')
const frames = framesSchema.parse(parse(readFileSync(join(root, 'content/rationale/frames.yaml'), 'utf8')))
const good =
  'Asynchronous replication keeps p99 writes under 10 ms, at the cost of losing up to five seconds of acknowledged data if the primary dies before it ships its log.'

const report = (risk: string, copied: readonly string[] = []) => {
  const criterion = { kind: 'said', frame: 'tradeoff_cost', in: ['decisions.impact.risk', 'decisions.impact.customer'] }
  const drill = { ...makeDrill([criterion]), frames, copied: fingerprintsOf(copied) }
  const submission = makeSubmission({ decisions: [{ id: 'd1' }, { id: 'd2', impact: { risk } }] })
  return scoreSubmission(drill, { submission }, { seed: 1 })
}

describe('scoreSaid', () => {
  it('awards what a frame recognizes, with its words, in a tier of its own', () => {
    const scored = report(good)
    expect(scored.criteria[0]).toMatchObject({ verdict: 'met', tier: 'claimed', earned: 2 })
    expect(scored.criteria[0]?.evidence[0]?.at).toBe('/decisions/d2/impact/risk')
    expect(good).toContain(scored.criteria[0]?.evidence[0]?.text)
    expect(scored.tiers).toMatchObject({ verified: { earned: 0, possible: 0 }, claimed: { earned: 2, possible: 2 } })
  })

  it('is never missed: what it does not recognize is not sure', () => {
    for (const text of [
      '',
      'We like it very much.',
      'We chose it because [reason].',
      'There is no downside and no user notices it at all, 99%.',
    ])
      expect(report(text).criteria[0]).toMatchObject({ verdict: 'unsure', earned: 0 })
  })

  it('does not take a text that stands in a lesson or an exemplar', () => {
    expect(report(good, [`Before it. ${good} After it.`]).criteria[0]).toMatchObject({
      verdict: 'unsure',
      reason: expect.stringContaining('lesson, prompt or exemplar'),
    })
  })

  it('believes the typed fields where they contradict the text', () => {
    const unless = { part: 'data', where: { 'replication.mode': 'synchronous' }, why: 'the store is replicated synchronously' }
    const criterion = { kind: 'said', frame: 'tradeoff_cost', in: ['decisions.impact.risk'], unless }
    const of = (mode: string) =>
      scoreSubmission(
        { ...makeDrill([criterion]), frames },
        { submission: makeSubmission({ decisions: [{ impact: { risk: good } }], data: [{ replication: { mode } }] }) },
        { seed: 1 },
      ).criteria[0]
    expect(of('asynchronous')?.verdict).toBe('met')
    expect(of('synchronous')).toMatchObject({ verdict: 'unsure', reason: expect.stringContaining('replicated synchronously') })
  })

  it('says so when the drill brought no frames', () => {
    const drill = makeDrill([{ kind: 'said', frame: 'tradeoff_cost', in: ['worksheet'] }])
    const scored = scoreSubmission(drill, { submission: makeSubmission({ worksheet: good }) }, { seed: 1 })
    expect(scored.criteria[0]).toMatchObject({
      verdict: 'unsure',
      reason: 'No rule for this text is at hand. Look for yourself.',
    })
  })
})
