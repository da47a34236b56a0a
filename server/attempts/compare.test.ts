import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPerson } from '#tests/factories/attempt-deps.ts'
import { makeDrill } from '#tests/factories/compiled-drill.ts'
import { openSitting, startSitting } from '#tests/factories/sitting.ts'
import { openTestDatabase, providers, type TestDatabase } from '#tests/factories/test-database.ts'
import { compareAttempt } from './compare.ts'
import { handIn } from './hand-in.ts'

const drill = makeDrill([{ kind: 'estimate', target: 'qps', dimension: 'estimates' }])
const exemplars = [
  { name: 'solid', exemplar: { title: 'Solid', submission: { answers: [{ target: 'qps', stated: '100M /month' }] } } },
]

describe.each(providers)('comparing attempts on %s', provider => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(provider)
  })
  afterAll(() => database.close())

  it('sets two attempts of a drill side by side, parts and criteria', async () => {
    const first = await startSitting(database.db, drill)
    await first.saveParts({ worksheet: 'a = 1' }, null)
    await handIn(first.deps, first.userId, first.attemptId, {})
    const second = await startSitting(database.db, drill, first.userId)
    await second.saveParts({ worksheet: 'a = 2', answers: [{ target: 'qps', stated: '100M /month' }] }, null)
    await handIn(second.deps, first.userId, second.attemptId, {})
    expect(await compareAttempt(first.deps, first.userId, first.attemptId, { with: second.attemptId, exemplars })).toMatchObject({
      ok: true,
      alike: true,
      parts: [
        { part: 'worksheet', standing: 'differs' },
        { part: 'answers', standing: 'right' },
      ],
      criteria: [{ id: 'c1', change: 'better', left: { verdict: 'missed' }, right: { verdict: 'met' } }],
    })
  })

  it('scores an exemplar by the drill of the attempt', async () => {
    const { deps, userId, attemptId } = await startSitting(database.db, drill)
    await handIn(deps, userId, attemptId, {})
    expect(await compareAttempt(deps, userId, attemptId, { with: 'exemplar:solid', exemplars })).toMatchObject({
      ok: true,
      right: { kind: 'exemplar', title: 'Solid', report: { criteria: [{ verdict: 'met' }] } },
    })
  })

  it("refuses another drill, a stranger's attempt, an unknown exemplar and an open attempt, each in words", async () => {
    const one = await startSitting(database.db, drill)
    await handIn(one.deps, one.userId, one.attemptId, {})
    const refusalOf = async (other: string, deps = one.deps, userId = one.userId) => {
      const answer = await compareAttempt(deps, userId, one.attemptId, { with: other, exemplars })
      return answer.ok ? 'compared' : `${answer.error.code}: ${answer.error.message}`
    }
    const small = await startSitting(
      database.db,
      { ...drill, drill: { ...drill.drill, slug: 'other', title: 'Other' } },
      one.userId,
    )
    expect(await refusalOf(small.attemptId)).toMatch(/^other-drill: That attempt is of "Other", this one of "Links"/)
    const open = await startSitting(database.db, drill, one.userId)
    expect(await refusalOf(open.attemptId)).toMatch(/^no-score: The other attempt has no score yet/)
    expect(await refusalOf('exemplar:none')).toMatch(/^unknown-exemplar: This drill has no exemplar "none"/)
    expect(await refusalOf('../etc')).toMatch(/^invalid/)
    const theirs = await openSitting(database.db)
    expect(await refusalOf(theirs.attemptId)).toMatch(/^not-found/)
    expect(await refusalOf('exemplar:solid', one.deps, await createPerson(database.db))).toMatch(/^not-found/)
  })
})
