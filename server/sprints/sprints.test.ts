import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { makeSprint } from '#engine/sprint/make-sprint.ts'
import { sprintTemplatesSchema } from '#engine/sprint/template.ts'
import { evaluateWorksheet } from '#engine/worksheet/worksheet.ts'
import { createPerson, testDeps } from '#tests/factories/attempt-deps.ts'
import { openTestDatabase, providers, type TestDatabase } from '#tests/factories/test-database.ts'
import { exportAll } from '../transfer/export-all.ts'
import { answerSprint, listSprints, loadSprint, type SprintDeps, startSprint } from './sprints.ts'

const { templates } = sprintTemplatesSchema.parse(parse(readFileSync('content/sprints/templates.yaml', 'utf8')))
const random = 0.25
const questions = makeSprint(templates, Math.floor(random * 2 ** 31))
const rightAnswer = (place: number) => {
  const question = questions[place]
  if (!question) return ''
  return question.kind === 'decision' ? String(question.right) : (evaluateWorksheet(question.worksheet).lines.at(-1)?.text ?? '')
}

describe.each(providers)('sprints on %s', provider => {
  let database: TestDatabase
  let user = ''
  let other = ''
  let now = Date.parse('2026-03-02T10:00:00Z')
  const deps = (): SprintDeps => ({ db: database.db, now: () => now, random: () => random, templates: async () => templates })
  const start = async () => {
    const started = await startSprint(deps(), user)
    if (!started.ok) throw new Error(started.error.message)
    return started.id
  }

  beforeAll(async () => {
    database = await openTestDatabase(provider)
    user = await createPerson(database.db)
    other = await createPerson(database.db)
  })
  afterAll(() => database.close())

  it('asks questions without their answers, and marks each at once', async () => {
    const id = await start()
    const fresh = await loadSprint(deps(), user, id)
    expect(fresh?.questions.map(q => q.answer)).toEqual(Array(6).fill(null))
    expect(JSON.stringify(fresh)).not.toContain('worksheet')
    expect(await answerSprint(deps(), user, id, { place: 0, stated: rightAnswer(0) })).toMatchObject({
      ok: true,
      mark: { right: true },
    })
    expect((await loadSprint(deps(), user, id))?.questions[0]?.answer?.mark.right).toBe(true)
  })

  it('counts the first answer, also when two tabs answer at once', async () => {
    const id = await start()
    const both = await Promise.all([rightAnswer(0), '1'].map(stated => answerSprint(deps(), user, id, { place: 0, stated })))
    expect(new Set(both.map(b => b.ok && b.stated)).size).toBe(1)
    expect(await database.db.sprintAnswer.count({ where: { sprintId: id } })).toBe(1)
  })

  it('refuses an answer after the five minutes, by its own clock', async () => {
    const id = await start()
    now += 5 * 60_000 + 3_000
    expect(await answerSprint(deps(), user, id, { place: 0, stated: '1' })).toMatchObject({ ok: false, error: { code: 'over' } })
    expect(await loadSprint(deps(), user, id)).toMatchObject({ over: true })
  })

  it('is in the export of everything', async () => {
    const id = await start()
    await answerSprint(deps(), user, id, { place: 0, stated: '1' })
    const everything = JSON.parse(
      JSON.stringify(
        await exportAll(
          testDeps(database.db, () => now),
          user,
        ),
      ),
    )
    expect(everything.sprints.at(-1)).toMatchObject({ id, answers: [{ place: 0, stated: '1', mark: { right: false } }] })
  })

  it('belongs to its person alone', async () => {
    const id = await start()
    expect(await loadSprint(deps(), other, id)).toBeNull()
    expect(await answerSprint(deps(), other, id, { place: 0, stated: '1' })).toMatchObject({ ok: false, status: 404 })
    expect(await listSprints(deps(), other)).toEqual([])
  })

  it('refuses a question that it does not have, and lists what was right', async () => {
    const id = await start()
    expect(await answerSprint(deps(), user, id, { place: 9, stated: '1' })).toMatchObject({ ok: false, status: 404 })
    for (let place = 0; place < 6; place += 1) await answerSprint(deps(), user, id, { place, stated: rightAnswer(place) })
    const [newest] = (await listSprints(deps(), user)).filter(s => s.id === id)
    expect(newest).toMatchObject({ right: 6, of: 6, over: true, slips: [] })
  })
})
