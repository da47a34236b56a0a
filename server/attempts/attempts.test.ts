import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { emptySubmission } from '#engine/design/submission.ts'
import { createPerson, newRevisionId, withWorksheet } from '#tests/factories/attempt-deps.ts'
import { drillSlug, openSitting } from '#tests/factories/sitting.ts'
import { openTestDatabase, providers, type TestDatabase } from '#tests/factories/test-database.ts'
import { expireDue, handIn } from './hand-in.ts'
import { saveLateDraft } from './late-draft.ts'
import { listAttempts } from './load-attempt.ts'
import { askQuestion } from './questions.ts'
import { draftAt } from './replay.ts'
import { rescore } from './review.ts'
import { saveRevision } from './save-revision.ts'
import { startAttempt } from './start-attempt.ts'

const MINUTE = 60_000

describe.each(providers)('attempts on %s', provider => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(provider)
  })
  afterAll(() => database.close())

  const sitting = (mode: 'practice' | 'drill' = 'drill', person: { extraTimePercent?: number } = {}) =>
    openSitting(database.db, mode, person)

  describe('starting', () => {
    it('sets the clock, with the extra time of the person', async () => {
      const { load } = await sitting('drill', { extraTimePercent: 25 })
      const view = await load()
      expect((view.endsAtMs ?? 0) - view.startedAtMs).toBe(75 * MINUTE)
      expect(view.submission).toEqual(emptySubmission)
      expect(view.headId).toBeNull()
    })

    it('gives practice no clock', async () => {
      const { load } = await sitting('practice')
      expect((await load()).endsAtMs).toBeNull()
    })

    it('answers the open attempt when started twice at once', async () => {
      const { deps, userId, attemptId } = await sitting()
      const again = await Promise.all([1, 2, 3].map(() => startAttempt(deps, userId, { drillSlug, mode: 'drill', level: 'L6' })))
      expect(again).toEqual([1, 2, 3].map(() => ({ ok: true, attemptId, resumed: true })))
      const person = await createPerson(database.db)
      const racing = await Promise.all([1, 2, 3].map(() => startAttempt(deps, person, { drillSlug, mode: 'drill', level: 'L6' })))
      expect(new Set(racing.map(each => (each.ok ? each.attemptId : 'refused'))).size).toBe(1)
      expect(await listAttempts(deps, person)).toHaveLength(1)
    })

    it('refuses an unknown drill by name', async () => {
      const { deps, userId } = await sitting()
      expect(await startAttempt(deps, userId, { drillSlug: 'no-such', mode: 'drill', level: 'L6' })).toMatchObject({
        ok: false,
        status: 404,
        error: { code: 'unknown-drill', message: expect.stringContaining('"no-such"') },
      })
    })

    it('starts a new attempt once the old one was handed in', async () => {
      const { deps, userId, attemptId } = await sitting()
      await handIn(deps, userId, attemptId, {})
      const again = await startAttempt(deps, userId, { drillSlug, mode: 'drill', level: 'L7' })
      expect(again).toMatchObject({ ok: true, resumed: false })
    })
  })

  describe('saving', () => {
    it('keeps every revision and continues from the last on another browser', async () => {
      const { save, load, clock, deps, userId, attemptId } = await sitting()
      let parent: string | null = null
      for (let n = 1; n <= 130; n += 1) {
        clock.pass(2000)
        const { id, answer } = await save(`a = ${n}\n${'# a line that stays the same\n'.repeat(20)}`, parent)
        expect(answer).toMatchObject({ ok: true, revisionId: id, seq: n })
        parent = id
      }
      const view = await load()
      expect(view.headId).toBe(parent)
      expect(view.submission.worksheet).toContain('a = 130\n')
      const rows = await database.db.revision.findMany({ where: { attemptId }, select: { kind: true } })
      expect(rows.filter(({ kind }) => kind === 'checkpoint').length).toBeGreaterThan(1)
      expect(rows.filter(({ kind }) => kind === 'checkpoint').length).toBeLessThan(8)
      for (const seq of [1, 29, 30, 130])
        expect((await draftAt(deps, userId, attemptId, seq))?.worksheet).toContain(`a = ${seq}\n`)
      expect(await draftAt(deps, userId, attemptId, 131)).toBeNull()
    })

    it('answers a repeated id as the first time and stores nothing', async () => {
      const { save, clock } = await sitting()
      const first = await save('a = 1', null)
      const second = await save('a = 2', first.id)
      clock.pass(5000)
      const repeated = await save('a = 1', null, first.id)
      expect(repeated.answer).toMatchObject({ ok: true, revisionId: first.id, seq: 1 })
      expect((await save('a = 2', first.id, second.id)).answer).toMatchObject({ ok: true, seq: 2 })
      expect((await save('a = 3', second.id)).answer).toMatchObject({ ok: true, seq: 3 })
    })

    it('refuses a stale parent with the newest revision, and loses neither side', async () => {
      const { save, deps, userId, attemptId } = await sitting()
      const first = await save('a = 1', null)
      const theirs = await save('a = 2', first.id)
      const mine = await save('a = 3', first.id)
      expect(mine.answer).toMatchObject({
        ok: false,
        status: 409,
        error: { code: 'stale-revision', head: { id: theirs.id, seq: 2, submission: { worksheet: 'a = 2' } } },
      })
      expect((await save('a = 3', theirs.id)).answer).toMatchObject({ ok: true, seq: 3 })
      expect((await draftAt(deps, userId, attemptId, 3))?.worksheet).toBe('a = 3')
    })

    it('lets one of two racing saves win and tells the other', async () => {
      const { save } = await sitting()
      const first = await save('a = 1', null)
      const answers = await Promise.all([save('a = 2', first.id), save('a = 3', first.id), save('a = 4', first.id)])
      expect(answers.filter(({ answer }) => answer.ok)).toHaveLength(1)
      for (const { answer } of answers) if (!answer.ok) expect(answer.error.code).toBe('stale-revision')
    })

    it('lets the database decide when another process saved, handed in or repeated since', async () => {
      const { save, deps, userId, attemptId } = await sitting()
      // Modules that are loaded anew have a memory of their own, as another process has.
      vi.resetModules()
      const other = await import('./save-revision.ts')
      const elsewhere = (id: string, parentId: string | null, worksheet: string) =>
        other.saveRevision(deps, userId, attemptId, { id, parentId, submission: withWorksheet(worksheet) })
      const first = await save('a = 1', null)
      const theirs = newRevisionId()
      expect(await elsewhere(theirs, first.id, 'a = 2')).toMatchObject({ ok: true, seq: 2 })
      expect((await save('a = 3', first.id)).answer).toMatchObject({
        ok: false,
        error: { code: 'stale-revision', head: { id: theirs, seq: 2, submission: { worksheet: 'a = 2' } } },
      })
      expect((await save('a = 2', first.id, theirs)).answer).toMatchObject({ ok: true, seq: 2 })
      const third = await save('a = 3', theirs)
      expect(third.answer).toMatchObject({ ok: true, seq: 3 })
      expect(await elsewhere(third.id, theirs, 'a = 3')).toMatchObject({ ok: true, seq: 3 })
      await (await import('./hand-in.ts')).handIn(deps, userId, attemptId, {})
      expect((await save('a = 4', third.id)).answer).toMatchObject({ ok: false, error: { code: 'handed-in' } })
      expect(await database.db.revision.count({ where: { attemptId } })).toBe(3)
    })

    it('takes an id once, whatever it is said to follow', async () => {
      const { save } = await sitting()
      const first = await save('a = 1', null)
      const second = await save('a = 2', first.id)
      expect((await save('a = 9', second.id, first.id)).answer).toMatchObject({ ok: true, revisionId: first.id, seq: 1 })
      expect((await save('a = 3', second.id)).answer).toMatchObject({ ok: true, seq: 3 })
    })

    it('names the field that a submission must not have, and stores nothing', async () => {
      const { deps, userId, attemptId, load } = await sitting()
      const answer = await saveRevision(deps, userId, attemptId, {
        id: newRevisionId(),
        parentId: null,
        submission: { ...emptySubmission, wroksheet: 'a = 1' },
      })
      expect(answer).toMatchObject({
        ok: false,
        status: 400,
        error: { code: 'invalid', message: expect.stringContaining('wroksheet') },
      })
      expect((await load()).headSeq).toBe(0)
    })

    it('refuses a submission over 1 MB by name', async () => {
      const { deps, userId, attemptId } = await sitting()
      const submission = { ...emptySubmission, questions: [{ id: 'q', text: 'x'.repeat(1_000_001), fact: '' }] }
      const answer = await saveRevision(deps, userId, attemptId, { id: newRevisionId(), parentId: null, submission })
      expect(answer).toMatchObject({
        ok: false,
        status: 413,
        error: { code: 'too-large', message: expect.stringContaining('1 MB') },
      })
    })

    it('gives HTML and script back as the same text', async () => {
      const { save, load } = await sitting()
      const nasty = `<script>alert(1)</script> <img src=x onerror="alert('2')"> \u2028 "quotes" & 'more' \u0000 \ud83d\ude00 __proto__`
      const { id } = await save(nasty, null)
      await save(`${nasty} and ${nasty}`, id)
      expect((await load()).submission.worksheet).toBe(`${nasty} and ${nasty}`)
    })
  })

  describe('handing in', () => {
    it('gives one hand-in and one score from two tabs at once, and after a reload', async () => {
      const { save, deps, userId, attemptId, load, clock } = await sitting()
      const { id } = await save('a = 1', null)
      const answers = await Promise.all([1, 2, 3].map(() => handIn(deps, userId, attemptId, { revisionId: id })))
      clock.pass(5 * MINUTE)
      answers.push(await handIn(deps, userId, attemptId, { revisionId: id }))
      for (const answer of answers) expect(answer).toEqual(answers[0])
      expect(answers[0]).toMatchObject({ ok: true, handedInBy: 'candidate', scored: true })
      const view = await load()
      expect(view.scores).toHaveLength(1)
      expect(view.scores[0]?.report).toMatchObject({ drill: 'small-drill' })
      expect(view.submission.worksheet).toBe('a = 1')
    })

    it('refuses to hand in what the person has not seen', async () => {
      const { save, deps, userId, attemptId } = await sitting()
      const first = await save('a = 1', null)
      const second = await save('a = 2', first.id)
      expect(await handIn(deps, userId, attemptId, { revisionId: first.id })).toMatchObject({
        ok: false,
        error: { code: 'stale-revision', head: { id: second.id } },
      })
    })

    it('takes no revision after it', async () => {
      const { save, deps, userId, attemptId, load } = await sitting()
      const first = await save('a = 1', null)
      await handIn(deps, userId, attemptId, {})
      const late = await save('a = 2', first.id)
      expect(late.answer).toMatchObject({ ok: false, status: 409, error: { code: 'handed-in', lateDraftKept: false } })
      expect((await load()).submission.worksheet).toBe('a = 1')
      expect((await save('a = 1', null, first.id)).answer).toMatchObject({ ok: true, seq: 1 })
    })

    it('scores an attempt in which nothing was ever saved', async () => {
      const { deps, userId, attemptId, load } = await sitting()
      expect(await handIn(deps, userId, attemptId, {})).toMatchObject({ ok: true, scored: true })
      expect((await load()).scores).toHaveLength(1)
    })

    it('stands when scoring fails, and can be scored later', async () => {
      const { save, deps, userId, attemptId, load } = await sitting()
      await save('a = 1', null)
      const broken = {
        ...deps,
        score: () => {
          throw new Error('a bug of ours')
        },
      }
      expect(await handIn(broken, userId, attemptId, {})).toMatchObject({ ok: true, scored: false })
      expect(await rescore(deps, userId, attemptId)).toMatchObject({ ok: true })
      expect((await load()).scores).toHaveLength(1)
    })

    it('gives the same report again, byte for byte, and adds a row', async () => {
      const { save, deps, userId, attemptId, load } = await sitting()
      await save('a = 1', null)
      await handIn(deps, userId, attemptId, {})
      await rescore(deps, userId, attemptId)
      const [first, second] = (await load()).scores
      expect(JSON.stringify(second?.report)).toBe(JSON.stringify(first?.report))
      expect(second?.id).not.toBe(first?.id)
    })
  })

  describe('the clock', () => {
    it('hands in the last acknowledged revision when the browser never comes back', async () => {
      const { save, deps, clock, attemptId } = await sitting()
      const { id } = await save('a = 1', null)
      clock.pass(61 * MINUTE)
      expect(await expireDue(deps)).toBeGreaterThanOrEqual(1)
      const row = await database.db.attempt.findUniqueOrThrow({ where: { id: attemptId }, include: { scores: true } })
      expect(row).toMatchObject({ handedInBy: 'clock', handedInRevisionId: id })
      expect(row.handedInAt).toEqual(row.endsAt)
      expect(row.scores).toHaveLength(1)
      expect(await expireDue(deps)).toBe(0)
    })

    it('hands in on any read, too', async () => {
      const { load, clock } = await sitting()
      clock.pass(60 * MINUTE)
      expect(await load()).toMatchObject({ handedInBy: 'clock' })
    })

    it('takes a hand-in after the end for what it is: too late, with what was saved', async () => {
      const { save, deps, userId, attemptId, clock, load } = await sitting()
      const { id } = await save('a = 1', null)
      clock.pass(60 * MINUTE + 1)
      expect(await handIn(deps, userId, attemptId, { revisionId: newRevisionId() })).toMatchObject({
        ok: true,
        handedInBy: 'clock',
      })
      const view = await load()
      expect(view.handedInAtMs).toBe(view.endsAtMs)
      expect(view.headId).toBe(id)
    })

    it('keeps a draft that arrives after the end, unscored, once', async () => {
      const { save, clock, load, deps, userId, attemptId } = await sitting()
      const { id } = await save('a = 1', null)
      clock.pass(61 * MINUTE)
      const late = await save('a = 2', id)
      expect(late.answer).toMatchObject({ ok: false, error: { code: 'handed-in', handedInBy: 'clock', lateDraftKept: true } })
      await save('a = 2', id, late.id)
      clock.pass(1000)
      const draft = { id: newRevisionId(), submission: withWorksheet('a = 3'), writtenAtMs: clock.now() - 2 * MINUTE }
      expect(await saveLateDraft(deps, userId, attemptId, draft)).toEqual({ ok: true, kept: true })
      const view = await load()
      expect(view.submission.worksheet).toBe('a = 1')
      expect(view.lateDrafts.map(({ submission }) => submission.worksheet)).toEqual(['a = 2', 'a = 3'])
      expect(view.scores).toHaveLength(1)
    })

    it('never ends practice', async () => {
      const { load, clock } = await sitting('practice')
      clock.pass(48 * 60 * MINUTE)
      expect((await load()).handedInAtMs).toBeNull()
    })
  })

  describe('asking', () => {
    it('reveals the fact that the words ask for and keeps the first time', async () => {
      const { deps, userId, attemptId, clock, load } = await sitting()
      clock.pass(3 * MINUTE)
      const first = await askQuestion(deps, userId, attemptId, 'Do links expire?')
      expect(first).toMatchObject({ ok: true, fact: { id: 'expiry', text: 'Links live five years.' } })
      clock.pass(MINUTE)
      expect(await askQuestion(deps, userId, attemptId, 'do  links EXPIRE?')).toMatchObject({
        ok: true,
        atMs: first.ok ? first.atMs : 0,
      })
      expect(await askQuestion(deps, userId, attemptId, 'Which colour is the logo?')).toMatchObject({ ok: true, fact: null })
      expect((await load()).questions.map(({ factId }) => factId)).toEqual(['expiry', null])
    })

    it('refuses once the attempt is handed in', async () => {
      const { deps, userId, attemptId } = await sitting()
      await handIn(deps, userId, attemptId, {})
      expect(await askQuestion(deps, userId, attemptId, 'Do links expire?')).toMatchObject({
        ok: false,
        error: { code: 'handed-in' },
      })
    })
  })
})
