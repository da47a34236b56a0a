import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { rubricTestsSchema, runRubricTests } from '#engine/rubric/proof/rubric-tests.ts'
import { makeDrill } from '#tests/factories/compiled-drill.ts'
import { startSitting } from '#tests/factories/sitting.ts'
import { openTestDatabase, providers, type TestDatabase } from '#tests/factories/test-database.ts'
import { exportAttempt } from './export-attempt.ts'
import { handIn } from './hand-in.ts'
import { appealsOf, appealsToYaml, judgementInput, ownVerdicts, saveJudgement } from './judgements.ts'

const drill = makeDrill([
  { kind: 'estimate', target: 'qps', dimension: 'estimates' },
  { kind: 'present', part: 'api', min: 2, dimension: 'architecture' },
])

describe.each(providers)("a reader's verdicts on %s", provider => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(provider)
  })
  afterAll(() => database.close())

  async function handedIn(person?: string) {
    const sitting = await startSitting(database.db, drill, person)
    await sitting.saveParts({ api: [{ path: '/x' }], answers: [{ target: 'qps', stated: '100M /month' }] }, null)
    await handIn(sitting.deps, sitting.userId, sitting.attemptId, {})
    const { deps, userId, attemptId } = sitting
    const judge = (fields: object) => saveJudgement(deps, userId, attemptId, judgementInput.parse(fields))
    return { ...sitting, judge }
  }

  it('keeps the newest of each criterion beside the engine, and charts the agreement over attempts', async () => {
    const { deps, userId, attemptId, judge, clock } = await handedIn()
    expect(await judge({ criterionId: 'c1', verdict: 'partly', reason: 'hm' })).toEqual({ ok: true })
    clock.pass(1000)
    await judge({ criterionId: 'c1', verdict: 'met', reason: 'it agrees' })
    await judge({ criterionId: 'c2', verdict: 'met', reason: 'one call is enough\0', appealed: true })
    const own = await ownVerdicts(deps, userId, attemptId)
    expect(own?.judgements).toMatchObject([
      { criterionId: 'c1', verdict: 'met', appealed: false },
      { criterionId: 'c2', verdict: 'met', reason: 'one call is enough', appealed: true },
    ])
    expect(own?.dimensions).toEqual([
      { id: 'estimates', title: 'estimates', agreed: 1, judged: 1 },
      { id: 'architecture', title: 'architecture', agreed: 0, judged: 1 },
    ])
    const again = await handedIn(userId)
    await again.judge({ criterionId: 'c1', verdict: 'met', reason: 'yes' })
    expect((await ownVerdicts(deps, userId, again.attemptId))?.trend.map(({ agreed, judged }) => [agreed, judged])).toEqual([
      [1, 2],
      [1, 1],
    ])
    clock.pass(1000)
    await judge({ criterionId: 'c2', verdict: null })
    expect((await ownVerdicts(deps, userId, attemptId))?.judgements).toHaveLength(1)
    expect(await database.db.judgement.count({ where: { attemptId } })).toBe(4)
    expect((await exportAttempt(deps, userId, attemptId))?.json).toMatchObject({ judgements: [{ criterionId: 'c1' }] })
  })

  it('exports an appeal as a test that the rubric fails', async () => {
    const { deps, userId, attemptId, judge } = await handedIn()
    await judge({ criterionId: 'c2', verdict: 'met', reason: 'One call\nis # enough: yes', appealed: true })
    const appeals = await appealsOf(deps, userId, attemptId)
    expect(appeals).toMatchObject({
      format: 'tenfold/appeals/1',
      drill: 'links',
      appeals: [{ criterion: 'c2', given: 'missed' }],
    })
    const yaml = appeals && appealsToYaml(appeals)
    const { tests } = rubricTestsSchema.parse(parse(yaml ?? ''))
    expect(tests).toMatchObject([{ about: 'One call\nis # enough: yes', start: 'empty', expects: { c2: 'met' } }])
    expect(runRubricTests(drill, {}, tests)[0]?.faults).toEqual([expect.stringContaining('"met" is expected')])
  })

  it('refuses a verdict without a reason, an appeal that agrees, an unknown criterion and an open attempt', async () => {
    const { judge } = await handedIn()
    const message = async (fields: object, by = judge) => {
      const answer = await by(fields)
      return answer.ok ? 'kept' : answer.error.message
    }
    expect(await message({ criterionId: 'c1', verdict: 'met' })).toMatch(/^Say why "Is it so\?" is met/)
    expect(await message({ criterionId: 'c1', verdict: 'met', reason: 'x', appealed: true })).toMatch(/needs another verdict/)
    expect(await message({ criterionId: 'nope', verdict: 'met', reason: 'x' })).toMatch(/no criterion "nope"/)
    const open = await startSitting(database.db, drill)
    const refused = await saveJudgement(
      open.deps,
      open.userId,
      open.attemptId,
      judgementInput.parse({ criterionId: 'c1', verdict: null }),
    )
    expect(refused).toMatchObject({ ok: false, status: 409, error: { code: 'open' } })
  })
})
