import { describe, expect, it } from 'vitest'
import { emptySubmission } from '#engine/design/submission.ts'
import { timelineOf } from './timeline.ts'

const MINUTE = 60_000

describe('timelineOf', () => {
  it('keeps the first minute of each record and of each fact that was asked for', () => {
    const decision = { id: 'd1', question: 'Which store?' }
    const timeline = timelineOf(
      1000,
      [
        { atMs: 1000 + MINUTE, submission: { ...emptySubmission, worksheet: 'a = 1' } },
        { atMs: 1000 + 5 * MINUTE, submission: { ...emptySubmission, worksheet: 'a = 2', decisions: [decision] } },
        {
          atMs: 1000 + 9 * MINUTE,
          submission: { worksheet: '', decisions: [decision, { id: 'd2' }], answers: [{ target: 'peak', stated: '' }] },
        },
      ],
      [
        { atMs: 1000 + 2 * MINUTE, factId: 'expiry' },
        { atMs: 1000 + 3 * MINUTE, factId: null },
      ],
    )
    expect(timeline).toEqual({
      firstMinutes: { '/worksheet': 1, '/decisions/d1': 5, '/decisions/d2': 9, '/answers/peak': 9 },
      questions: [{ fact: 'expiry', minute: 2 }],
      curveballs: [],
    })
  })

  it('sees nothing in an empty submission', () => {
    expect(timelineOf(0, [{ atMs: MINUTE, submission: emptySubmission }], [])).toEqual({
      firstMinutes: {},
      questions: [],
      curveballs: [],
    })
  })
})
