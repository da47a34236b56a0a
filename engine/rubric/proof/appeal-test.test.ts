import { describe, expect, it } from 'vitest'
import { makeDrill, makeSubmission } from '#tests/factories/compiled-drill.ts'
import { scoreSubmission } from '../score-submission.ts'
import { appealTest } from './appeal-test.ts'
import { rubricTestsSchema, runRubricTests } from './rubric-tests.ts'

const noTimeline = { firstMinutes: {}, questions: [], curveballs: [] }

describe('appealTest', () => {
  it('makes a test that fails with the verdict expected and holds with the one given', () => {
    const compiled = makeDrill([{ kind: 'present', part: 'api', min: 2, dimension: 'architecture' }])
    const submission = makeSubmission({ worksheet: 'a = 1', api: [{ path: '/x' }], failures: [{ what: 'a zone' }] })
    const report = scoreSubmission(compiled, { submission }, { seed: 1 })
    const [criterion, judged] = [compiled.criteria[0], report.criteria[0]]
    if (!criterion || !judged) throw new Error('no criterion')
    const sitting = { submission, timeline: noTimeline }
    const appeal = appealTest(criterion, judged, sitting, { verdict: 'met', reason: 'One call is enough here.' })
    expect(Object.keys(appeal.change)).toEqual(['worksheet', 'api'])
    expect(rubricTestsSchema.safeParse({ tests: [appeal] }).success).toBe(true)
    const [result] = runRubricTests(compiled, {}, [appeal])
    expect(result?.faults).toEqual([expect.stringContaining('"met" is expected')])
    const conceded = appealTest(criterion, judged, sitting, { verdict: judged.verdict, reason: 'It was right.' })
    expect(runRubricTests(compiled, {}, [conceded])[0]?.faults).toEqual([])
  })

  it('says whether the design stood there before its curveball landed', () => {
    const compiled = makeDrill([{ kind: 'foreseen', curveball: 'gone', part: 'failures', dimension: 'reliability' }], {
      curveballs: [{ id: 'gone', minute: 20, text: 'A zone is gone.', debrief: 'Say how.' }],
    })
    const submission = makeSubmission({ failures: [{ what: 'a zone' }] })
    const judge = (draft: object) => {
      const timeline = { ...noTimeline, curveballs: [{ id: 'gone', minute: 20, draft }] }
      const report = scoreSubmission(compiled, { submission, timeline }, { seed: 1 })
      const [criterion, judged] = [compiled.criteria[0], report.criteria[0]]
      if (!criterion || !judged) throw new Error('no criterion')
      const appeal = appealTest(criterion, judged, { submission, timeline }, { verdict: judged.verdict, reason: 'x' })
      return { landed: appeal.landed, faults: runRubricTests(compiled, {}, [appeal])[0]?.faults }
    }
    expect(judge(makeSubmission({}))).toEqual({ landed: { gone: 'before' }, faults: [] })
    expect(judge(submission)).toEqual({ landed: { gone: 'after' }, faults: [] })
  })
})
