import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handIn } from '#server/attempts/hand-in.ts'
import { loadAttempt } from '#server/attempts/load-attempt.ts'
import { exportAll } from '#server/transfer/export-all.ts'
import { createPerson } from '#tests/factories/attempt-deps.ts'
import { makeDrill } from '#tests/factories/compiled-drill.ts'
import { startSitting } from '#tests/factories/sitting.ts'
import { openTestDatabase, providers, type TestDatabase } from '#tests/factories/test-database.ts'
import {
  commentAsMentor,
  finishMentorReview,
  judgeAsMentor,
  listMentored,
  listMentors,
  mentorReviewsOf,
  mentorView,
  shareWithMentor,
  withdrawFromMentor,
} from './reviews.ts'

const drill = makeDrill([
  { kind: 'estimate', target: 'qps', dimension: 'estimates', question: 'Is the rate right?' },
  { kind: 'present', part: 'api', min: 2, dimension: 'architecture', question: 'Are there two calls?' },
  { kind: 'self', checklist: ['x'], dimension: 'data' },
])
const verdict = (criterionId: string, said: 'met' | 'partly' | 'missed') => ({
  criterionId,
  verdict: said,
  reason: 'as I see it',
  appealed: false,
})

describe.each(providers)('mentors on %s', provider => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(provider)
  })
  afterAll(() => database.close())

  const createMentor = async (name: string) => {
    const id = await createPerson(database.db, { name })
    await database.db.user.update({ where: { id }, data: { role: 'mentor' } })
    return id
  }

  async function shared() {
    const mentor = await createMentor('Mira Mentor')
    const sitting = await startSitting(database.db, drill)
    await sitting.saveParts({ answers: [{ target: 'qps', stated: '100M /month' }] }, null)
    await handIn(sitting.deps, sitting.userId, sitting.attemptId, {})
    expect(await shareWithMentor(sitting.deps, sitting.userId, sitting.attemptId, { mentorId: mentor })).toEqual({ ok: true })
    return { ...sitting, mentor }
  }

  it('score by hand, blind to the engine until they are done; then both stand beside each other', async () => {
    const { deps, userId, attemptId, mentor } = await shared()
    const before = await mentorView(deps, mentor, attemptId)
    expect(before).toMatchObject({
      candidate: 'A Person',
      engine: null,
      submission: { answers: [{ target: 'qps' }] },
      dimensions: [{ criteria: [{ id: 'c1', question: 'Is the rate right?' }] }, { criteria: [{ id: 'c2' }] }],
    })
    // Nothing of what the engine found may be on its way to the mentor.
    const { report } = await database.db.score.findFirstOrThrow({ where: { attemptId } })
    for (const { reason, mend } of JSON.parse(report).criteria)
      for (const text of [reason, mend]) expect(JSON.stringify(before)).not.toContain(text)
    expect(JSON.stringify(before)).not.toMatch(/"verdict"|"earned"|"bands"/)

    await judgeAsMentor(deps, mentor, attemptId, verdict('c1', 'met'))
    await judgeAsMentor(deps, mentor, attemptId, verdict('c2', 'partly'))
    await commentAsMentor(deps, mentor, attemptId, { place: 'part:api', text: 'Where are the calls?' })
    expect(await mentorReviewsOf(deps, userId, attemptId)).toMatchObject([
      { mentor: 'Mira Mentor', doneAtMs: null, verdicts: null, comments: [{ place: 'part:api', text: 'Where are the calls?' }] },
    ])
    expect(await finishMentorReview(deps, mentor, attemptId)).toEqual({ ok: true })
    const columns = { overall: { agreed: 1, judged: 2 }, kappa: expect.any(Number) }
    expect(await mentorView(deps, mentor, attemptId)).toMatchObject({ engine: { columns, report: { drill: 'links' } } })
    expect(await mentorReviewsOf(deps, userId, attemptId)).toMatchObject([{ verdicts: { columns, judgements: [{}, {}] } }])
    expect(await judgeAsMentor(deps, mentor, attemptId, verdict('c2', 'missed'))).toMatchObject({ error: { code: 'done' } })
    // The mentor's verdicts are not the candidate's.
    expect((await loadAttempt(deps, userId, attemptId))?.selfAssessments).toEqual([])
  })

  it('and candidates each take their own side along in an export', async () => {
    const { deps, userId, attemptId, mentor } = await shared()
    await judgeAsMentor(deps, mentor, attemptId, verdict('c1', 'met'))
    await commentAsMentor(deps, mentor, attemptId, { place: 'part:api', text: 'Where are the calls?' })
    expect(await exportAll(deps, mentor)).toMatchObject({
      attempts: [],
      mentoring: { judgements: [{ criterionId: 'c1' }], comments: [{ text: 'Where are the calls?' }] },
    })
    const mine = await exportAll(deps, userId)
    expect(mine).toMatchObject({
      attempts: [{ judgements: [], mentors: [{ comments: [{ place: 'part:api' }], verdicts: null }] }],
      mentoring: { judgements: [], comments: [] },
    })
  })

  it('are done only after they have judged something, and judge only what the rubric has', async () => {
    const { deps, attemptId, mentor } = await shared()
    expect(await finishMentorReview(deps, mentor, attemptId)).toMatchObject({ error: { code: 'nothing-judged' } })
    expect(await judgeAsMentor(deps, mentor, attemptId, verdict('c9', 'met'))).toMatchObject({
      error: { code: 'unknown-criterion' },
    })
    expect((await mentorView(deps, mentor, attemptId))?.engine).toBeNull()
  })

  it('see only what is shared with them, while it is and while they are mentors', async () => {
    const { deps, userId, attemptId, mentor } = await shared()
    const other = await createMentor('Otto Other')
    const refused = { ok: false, status: 404 }
    expect(await listMentored(deps, other)).toEqual([])
    expect(await mentorView(deps, other, attemptId)).toBeNull()
    expect(await judgeAsMentor(deps, other, attemptId, verdict('c1', 'met'))).toMatchObject(refused)
    expect(await commentAsMentor(deps, other, attemptId, { place: 'part:api', text: 'x' })).toMatchObject(refused)
    expect(await finishMentorReview(deps, other, attemptId)).toMatchObject(refused)
    expect(await loadAttempt(deps, mentor, attemptId)).toBeNull()
    expect(await mentorReviewsOf(deps, mentor, attemptId)).toEqual([])
    expect(await listMentored(deps, mentor)).toMatchObject([{ attemptId, title: 'Links', doneAtMs: null }])

    expect(await withdrawFromMentor(deps, other, attemptId, mentor)).toMatchObject(refused)
    expect(await withdrawFromMentor(deps, userId, attemptId, mentor)).toEqual({ ok: true })
    expect(await mentorView(deps, mentor, attemptId)).toBeNull()
    await shareWithMentor(deps, userId, attemptId, { mentorId: mentor })
    expect(await listMentored(deps, mentor)).toHaveLength(1)
    await database.db.user.update({ where: { id: mentor }, data: { role: 'member' } })
    expect(await mentorView(deps, mentor, attemptId)).toBeNull()
  })

  it('are chosen from the list, and only for a scored attempt of your own', async () => {
    const { deps, userId, attemptId, mentor } = await shared()
    const member = await createPerson(database.db)
    expect(await shareWithMentor(deps, userId, attemptId, { mentorId: member })).toMatchObject({ error: { code: 'no-mentor' } })
    expect(await shareWithMentor(deps, member, attemptId, { mentorId: mentor })).toMatchObject({ status: 404 })
    const open = await startSitting(database.db, drill)
    expect(await shareWithMentor(open.deps, open.userId, open.attemptId, { mentorId: mentor })).toMatchObject({
      error: { code: 'no-score' },
    })
    expect((await listMentors(deps, mentor)).some(({ id }) => id === mentor)).toBe(false)
  })

  it('take what they wrote with them when their account goes', async () => {
    const { deps, userId, attemptId, mentor } = await shared()
    await judgeAsMentor(deps, mentor, attemptId, verdict('c1', 'met'))
    await database.db.user.delete({ where: { id: mentor } })
    expect(await mentorReviewsOf(deps, userId, attemptId)).toEqual([])
    expect(await database.db.judgement.count({ where: { attemptId } })).toBe(0)
  })
})
