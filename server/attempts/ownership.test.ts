import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPerson, newRevisionId, withWorksheet } from '#tests/factories/attempt-deps.ts'
import { openSitting } from '#tests/factories/sitting.ts'
import { openTestDatabase, providers, type TestDatabase } from '#tests/factories/test-database.ts'
import { exportAll } from '../transfer/export-all.ts'
import { exportAttempt } from './export-attempt.ts'
import { handIn } from './hand-in.ts'
import { appealsOf, ownVerdicts, saveJudgement } from './judgements.ts'
import { saveLateDraft } from './late-draft.ts'
import { listAttempts, loadAttempt } from './load-attempt.ts'
import { askQuestion } from './questions.ts'
import { draftAt, replayAttempt } from './replay.ts'
import { rescore, saveNote, saveSelfAssessment } from './review.ts'
import { saveRevision } from './save-revision.ts'

describe.each(providers)('whose attempts they are, on %s', provider => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(provider)
  })
  afterAll(() => database.close())
  const sitting = () => openSitting(database.db)

  it("shows nothing of another person's attempt and changes nothing in it", async () => {
    const { save, deps, attemptId, load } = await sitting()
    const { id } = await save('a = 1', null)
    const stranger = await createPerson(database.db)
    const notFound = { ok: false, status: 404 }
    expect(await loadAttempt(deps, stranger, attemptId)).toBeNull()
    expect(await replayAttempt(deps, stranger, attemptId)).toMatchObject(notFound)
    expect(await draftAt(deps, stranger, attemptId, 1)).toBeNull()
    expect(await exportAttempt(deps, stranger, attemptId)).toBeNull()
    const submission = withWorksheet('stolen')
    expect(await saveRevision(deps, stranger, attemptId, { id: newRevisionId(), parentId: id, submission })).toMatchObject(
      notFound,
    )
    expect(await handIn(deps, stranger, attemptId, {})).toMatchObject(notFound)
    expect(await askQuestion(deps, stranger, attemptId, 'Do links expire?')).toMatchObject(notFound)
    expect(await rescore(deps, stranger, attemptId)).toMatchObject(notFound)
    expect(await saveNote(deps, stranger, attemptId, 'mine')).toMatchObject(notFound)
    expect(await saveSelfAssessment(deps, stranger, attemptId, { criterionId: 'c', verdict: 'met' })).toMatchObject(notFound)
    const judgement = { criterionId: 'c', verdict: 'met' as const, reason: 'x', appealed: false }
    expect(await saveJudgement(deps, stranger, attemptId, judgement)).toMatchObject(notFound)
    expect(await ownVerdicts(deps, stranger, attemptId)).toBeNull()
    expect(await appealsOf(deps, stranger, attemptId)).toBeNull()
    expect(await saveLateDraft(deps, stranger, attemptId, { id: newRevisionId(), submission, writtenAtMs: 0 })).toMatchObject(
      notFound,
    )
    expect(await listAttempts(deps, stranger)).toEqual([])
    expect(await load()).toMatchObject({ headId: id, handedInAtMs: null, questions: [] })
  })

  it('exports one attempt as Markdown and JSON, and all of a person as one JSON without a password', async () => {
    const { save, deps, userId, attemptId } = await sitting()
    await save('a = 1\n```\n<b>', null)
    await askQuestion(deps, userId, attemptId, 'Do links expire?')
    await handIn(deps, userId, attemptId, {})
    await saveNote(deps, userId, attemptId, 'Ask for the peak first.')
    const one = await exportAttempt(deps, userId, attemptId)
    expect(one?.markdown).toContain('````text\na = 1\n```\n<b>\n````')
    expect(one?.json).toMatchObject({
      format: 'tenfold/attempt/1',
      id: attemptId,
      timeline: { firstMinutes: { '/worksheet': 0 } },
    })
    expect(JSON.stringify(one?.json)).not.toContain('"tolerance"')
    const all = await exportAll(deps, userId)
    expect(all).toMatchObject({
      profile: { id: userId },
      attempts: [{ id: attemptId, notes: [{ text: 'Ask for the peak first.' }] }],
    })
    expect(JSON.stringify(all)).not.toContain('passwordHash')
  })

  it('deletes everything of a person with the person', async () => {
    const { save, deps, userId, attemptId } = await sitting()
    await save('a = 1', null)
    await handIn(deps, userId, attemptId, {})
    await saveSelfAssessment(deps, userId, attemptId, { criterionId: 'c', verdict: 'met' })
    await database.db.user.delete({ where: { id: userId } })
    expect(await database.db.revision.count({ where: { attemptId } })).toBe(0)
    expect(await database.db.score.count({ where: { attemptId } })).toBe(0)
    expect(await database.db.selfAssessment.count({ where: { attemptId } })).toBe(0)
  })
})
