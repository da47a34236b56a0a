import { describe, expect, it } from 'vitest'
import { makeDrill, makeSubmission } from '#tests/factories/compiled-drill.ts'
import { bundleFormat, readBundle, rerunBundle } from './bundle.ts'
import { scoreSubmission } from './score-submission.ts'
import { seedOfSubmission } from './seed.ts'

const timeline = { firstMinutes: {}, questions: [], curveballs: [] }
const drill = makeDrill([
  { kind: 'present', part: 'api', dimension: 'architecture' },
  { kind: 'estimate', target: 'qps', dimension: 'estimates' },
])
const submission = makeSubmission({ api: [{ path: '/x' }], answers: [{ target: 'qps', stated: '100M /month' }] })

function bundleOf(change: object = {}, reportChange: object = {}) {
  const seed = seedOfSubmission(submission)
  const report = { ...scoreSubmission(drill, { submission, timeline }, { seed }), ...reportChange }
  return { format: bundleFormat, engine: report.engine, seed, submission, timeline, drill, report, ...change }
}

function rerun(bundle: ReturnType<typeof bundleOf>) {
  const read = readBundle(JSON.parse(JSON.stringify(bundle)))
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return rerunBundle(read.bundle, JSON.stringify(bundle.report))
}

describe('a bundle', () => {
  it('gives the same bytes when it is re-run', () => {
    const bundle = bundleOf()
    expect(rerun(bundle)).toEqual({ bytes: JSON.stringify(bundle.report), differences: [] })
  })

  it('names the engine, the content and the seed that differ', () => {
    const { differences } = rerun(bundleOf({ engine: '0.1.0', seed: 1 }, { content: 'other', engine: '0.1.0' }))
    expect(differences).toEqual([
      expect.stringMatching(/^engine: the bundle was scored by 0\.1\.0; this is \d/),
      'content: the report was made of other; the drill in the bundle is test',
      expect.stringMatching(/^seed: the bundle says 1; its submission gives \d+$/),
    ])
  })

  it('names the criteria and bands that were claimed and do not come out', () => {
    const [first, ...others] = bundleOf().report.criteria
    if (!first) throw new Error('no criterion')
    const criteria = [{ ...first, verdict: 'missed' as const, earned: 0 }, ...others]
    const { differences } = rerun(bundleOf({}, { criteria, bands: { L6: 'above', L7: 'not measured' } }))
    expect(differences).toEqual([
      'L6: claimed above, comes out not measured',
      'criterion c1: claimed missed (0 of 2), comes out met (2 of 2)',
    ])
  })

  it('names any other part of the report that was changed, and an order that is not ours', () => {
    expect(rerun(bundleOf({}, { estimates: [] })).differences).toEqual(['report.estimates: says something else'])
    const { report } = bundleOf()
    const turned = Object.fromEntries(Object.entries(report).reverse())
    expect(rerun(bundleOf({ report: turned })).differences[0]).toMatch(/another order/)
  })

  it('refuses what is no bundle, with the place', () => {
    const placesOf = (value: unknown) => {
      const read = readBundle(value)
      return read.ok ? [] : read.problems.map(({ path }) => path.join('.'))
    }
    expect(placesOf({ ...bundleOf(), format: 'tenfold/bundle/9' })).toEqual(['format'])
    expect(placesOf({ ...bundleOf(), submission: { api: [{ colour: 'red' }] } })).toEqual(['submission.api.0.colour'])
    expect(placesOf({ ...bundleOf(), timeline: { firstMinutes: { a: 'x' } } })).toEqual([
      'timeline.firstMinutes.a',
      'timeline.questions',
    ])
    expect(placesOf(7)).toEqual([''])
  })
})
