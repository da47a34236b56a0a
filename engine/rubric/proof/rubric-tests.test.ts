import { describe, expect, it } from 'vitest'
import { makeDrill, makeSubmission } from '#tests/factories/compiled-drill.ts'
import { exemplarSchema } from '../rubric.ts'
import { mutations } from './mutations.ts'
import { rubricTestsSchema, runRubricTests } from './rubric-tests.ts'

const drill = makeDrill(
  [
    { id: 'key', kind: 'present', part: 'data', where: { partitionKey: { filled: true } } },
    { id: 'early', kind: 'foreseen', curveball: 'hot', part: 'data', where: { hotKey: 'cache' } },
  ],
  { curveballs: [{ id: 'hot', minute: 30, text: 'Hot?', debrief: 'x' }] },
)
const exemplars = {
  solid: exemplarSchema.parse({
    title: 'S',
    about: 'a',
    expects: { bands: { L6: 'not measured', L7: 'not measured' }, verified: [0, 100] },
    submission: { data: [{ id: 'urls', entity: 'link', partitionKey: 'code' }] },
  }),
}
const run = (...tests: object[]) => {
  const parsed = rubricTestsSchema.parse({ tests: tests.map(test => ({ about: 'a', ...test })) })
  return runRubricTests(drill, exemplars, parsed.tests).flatMap(r => r.faults)
}

describe('the own tests of a rubric', () => {
  it('begin with an exemplar or with nothing, and change a place by the id of its record', () => {
    expect(run({ start: 'solid', expects: { key: 'met' } }, { expects: { key: 'missed' } })).toEqual([])
    expect(run({ start: 'solid', change: { 'data.urls.partitionKey': '' }, expects: { key: 'missed' } })).toEqual([])
    expect(run({ change: { 'data.new.partitionKey': 'code' }, expects: { key: 'met' } })).toEqual([])
  })

  it('let a curveball land before the change or after it', () => {
    const change = { 'data.urls.hotKey': 'cache' }
    expect(run({ start: 'solid', change, landed: { hot: 'after' }, expects: { early: 'met' } })).toEqual([])
    expect(run({ start: 'solid', change, landed: { hot: 'before' }, expects: { early: 'partly' } })).toEqual([])
    expect(run({ start: 'solid', change, expects: { early: 'unsure' } })).toEqual([])
  })

  it('say what went wrong: another verdict, an unknown criterion, an unknown exemplar, a broken change', () => {
    expect(run({ start: 'solid', expects: { key: 'missed' } })[0]).toBe('key gets "met" (It is there.); "missed" is expected')
    expect(run({ expects: { nothing: 'met' } })[0]).toContain('which the rubric does not have')
    expect(run({ start: 'gone', expects: { key: 'met' } })[0]).toBe(
      'starts from "gone", which does not exist; use one of: empty, solid',
    )
    expect(run({ change: { 'data.urls.hotKey': 'magic' }, expects: { key: 'met' } })[0]).toContain(
      'its change makes no submission',
    )
  })
})

describe('mutations', () => {
  it('delete each part that is there, and tell what falls with it', () => {
    const submission = makeSubmission({ data: [{ partitionKey: 'code' }], security: [{ threat: 'abuse' }] })
    expect(mutations(drill, submission)).toEqual([
      { part: 'data', lost: 2, fell: ['key'], rose: [] },
      { part: 'security', lost: 0, fell: [], rose: [] },
    ])
  })
})
