import { describe, expect, it } from 'vitest'
import { dimensionIds, makeDrill, makeSubmission } from '#tests/factories/compiled-drill.ts'
import { kinds } from '#tests/factories/simulated-design.ts'
import { scoreSubmission } from '../score-submission.ts'
import { bestEdits } from './best-edits.ts'

// Nine of the ten are enough for a level to be measured.
const dimensions = dimensionIds.slice(0, 9)
const rollback = { kind: 'consistent', rule: 'rollback-schema-compatible' }
const decided = { kind: 'decided', needs: ['alternative', 'gives-up', 'driver', 'reversal'] }
const objective = { requirements: { nonFunctional: [{ id: 'fast', quality: 'latency', target: '100 ms' }] } }

const propose = (criteria: readonly object[], parts: object = {}) => {
  const compiled = { ...makeDrill(criteria), kinds }
  const submission = makeSubmission(parts)
  const report = scoreSubmission(compiled, { submission }, { seed: 1 })
  return { report, proposal: bestEdits(compiled, { submission }, report, { seed: 1, level: 'L6' }) }
}
/** One plain criterion in each of the dimensions, so that a level is measured. */
const everywhere = (own: object, at: string) =>
  dimensions.map(dimension =>
    dimension === at ? { dimension, ...own } : { dimension, kind: 'present', part: 'security', where: { threat: 'abuse' } },
  )

describe('bestEdits', () => {
  it('proposes nothing where everything is met', () => {
    const { proposal } = propose([{ kind: 'present', part: 'worksheet' }])
    expect(proposal.edits).toEqual([])
    expect(proposal.after.band).toBe(proposal.band)
  })

  it('finds one edit that mends many criteria at once, and says what it gives', () => {
    const { proposal } = propose(everywhere({ kind: 'estimate', target: 'qps' }, 'estimates'))
    expect(proposal.band).toBe('below')
    expect(proposal.edits[0]).toMatchObject({ minutes: 2 })
    expect(proposal.edits[0]?.raises).toHaveLength(8)
    expect(proposal.after).toEqual({ band: 'above', score: 1 })
  })

  it('puts a right estimate, a whole decision and a rollback in the place of what lacks', () => {
    for (const [own, at] of [
      [{ kind: 'estimate', target: 'qps' }, 'estimates'],
      [rollback, 'operations'],
      [decided, 'tradeoffs'],
    ] as const) {
      const { proposal } = propose([{ dimension: at, ...own }, ...everywhere(own, at).filter(c => c.dimension !== at)], objective)
      expect(
        proposal.edits.flatMap(e => e.raises),
        at,
      ).toContain('c1')
    }
  })

  it('adds machines where the run lacks them', () => {
    const design = {
      architecture: {
        components: [
          { id: 'users', kind: 'client' },
          { id: 'web', kind: 'service', replicas: 1 },
        ],
        links: [{ from: 'users', to: 'web' }],
        flows: [{ id: 'read', route: ['users', 'web'], rate: '5000 /s' }],
      },
    }
    const { proposal } = propose(everywhere({ kind: 'simulated', check: { is: 'carries' } }, 'architecture'), design)
    expect(proposal.edits.find(e => e.id === 'enough-replicas')?.raises).toEqual(['c3'])
  })

  it('mends a must-have first: it is what holds the band down', () => {
    const criteria = everywhere({ kind: 'estimate', target: 'qps', must: ['L6'] }, 'estimates')
    const abuse = { security: [{ threat: 'abuse', component: '', control: 'limits' }] }
    const { report, proposal } = propose(criteria, abuse)
    expect(report.levels.L6).toMatchObject({ band: 'near', cappedBy: ['c2'] })
    expect(proposal.edits[0]).toMatchObject({ id: 'c2', raises: ['c2'] })
    expect(proposal.after.band).toBe('above')
  })

  it('gives the same proposal each time', () => {
    const once = () => JSON.stringify(propose(everywhere(decided, 'tradeoffs'), objective).proposal)
    expect(once()).toBe(once())
  })
})
