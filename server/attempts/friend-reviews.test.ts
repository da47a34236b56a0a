import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPerson } from '#tests/factories/attempt-deps.ts'
import { makeDrill } from '#tests/factories/compiled-drill.ts'
import { startSitting } from '#tests/factories/sitting.ts'
import { openTestDatabase, providers, type TestDatabase } from '#tests/factories/test-database.ts'
import { exportAll } from '../transfer/export-all.ts'
import { exportAttempt } from './export-attempt.ts'
import {
  type FriendReviewInput,
  friendReviewInput,
  friendReviewsOf,
  friendsBesideEngine,
  removeFriendReview,
  saveFriendReview,
} from './friend-reviews.ts'
import { handIn } from './hand-in.ts'

const criteria = [{ id: 'calls', kind: 'present', dimension: 'architecture', part: 'api', min: 1 }]
const marks: FriendReviewInput = { name: 'Mia', grades: { architecture: 'above', cost: 'near' }, notes: 'Talk more.' }

describe.each(providers)('what friends marked, on %s', provider => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(provider)
  })
  afterAll(() => database.close())

  const handedIn = async () => {
    const sitting = await startSitting(database.db, makeDrill(criteria))
    await sitting.saveParts({ api: [{ method: 'GET', path: '/x' }] }, null)
    await handIn(sitting.deps, sitting.userId, sitting.attemptId, {})
    return sitting
  }
  const add = async (
    { deps, userId, attemptId }: Awaited<ReturnType<typeof handedIn>>,
    fields: Partial<FriendReviewInput> = {},
  ) => {
    const saved = await saveFriendReview(deps, userId, attemptId, { ...marks, ...fields })
    if (!saved.ok) throw new Error(saved.error.message)
    return saved.id
  }

  it("stand beside the engine's band of each dimension, and leave the score as it is", async () => {
    const sitting = await handedIn()
    const { deps, userId, attemptId, load } = sitting
    const before = (await load()).scores
    await add(sitting)
    sitting.clock.pass(1000)
    await add(sitting, { name: 'Noor', grades: { architecture: 'near' }, notes: '' })
    const view = await friendsBesideEngine(deps, userId, attemptId)
    expect(view?.dimensions).toHaveLength(10)
    expect(view?.reviews).toMatchObject([
      {
        name: 'Mia',
        notes: 'Talk more.',
        graded: [
          { id: 'architecture', friend: 'above', engine: 'above', apart: 0 },
          { id: 'cost', friend: 'near', engine: null, apart: null },
        ],
        agreement: { agreed: 1, judged: 1 },
      },
      { name: 'Noor', graded: [{ friend: 'near', engine: 'above', apart: -2 }], agreement: { agreed: 0, judged: 1 } },
    ])
    expect((await load()).scores).toEqual(before)
  })

  it('can be changed and deleted', async () => {
    const sitting = await handedIn()
    const { deps, userId, attemptId, clock } = sitting
    const id = await add(sitting)
    clock.pass(60_000)
    const changed = { name: 'Mia B.', grades: { cost: 'below' as const }, notes: '' }
    expect(await saveFriendReview(deps, userId, attemptId, changed, id)).toEqual({ ok: true, id })
    expect(await friendReviewsOf(deps, userId, attemptId)).toMatchObject([{ id, ...changed, changedAtMs: clock.now() }])
    expect(await removeFriendReview(deps, userId, attemptId, id)).toEqual({ ok: true })
    expect(await friendReviewsOf(deps, userId, attemptId)).toEqual([])
    expect(await removeFriendReview(deps, userId, attemptId, id)).toMatchObject({ ok: false, status: 404 })
    expect(await saveFriendReview(deps, userId, attemptId, changed, id)).toMatchObject({ ok: false, status: 404 })
  })

  it('are refused before the hand-in, for a dimension that there is not, and from the eleventh friend on', async () => {
    const open = await startSitting(database.db, makeDrill(criteria))
    const early = await saveFriendReview(open.deps, open.userId, open.attemptId, marks)
    expect(early).toMatchObject({ ok: false, status: 409, error: { code: 'open' } })
    const sitting = await handedIn()
    const { deps, userId, attemptId } = sitting
    const wrong = await saveFriendReview(deps, userId, attemptId, { ...marks, grades: { charm: 'above' } })
    expect(wrong).toMatchObject({ ok: false, error: { message: expect.stringContaining('no dimension "charm"') } })
    for (let n = 0; n < 10; n += 1) await add(sitting)
    expect(await saveFriendReview(deps, userId, attemptId, marks)).toMatchObject({ ok: false, error: { code: 'too-many' } })
  })

  it('name what is wrong with the form', () => {
    const problem = (fields: object) => friendReviewInput.safeParse({ ...marks, ...fields }).error?.issues[0]?.message
    expect(problem({})).toBeUndefined()
    expect(problem({ name: '  ' })).toBe('Write who held the interview.')
    expect(problem({ grades: {} })).toBe('Give at least one dimension a grade.')
    expect(problem({ grades: { cost: 'great' } })).toBe('must be below, near, at or above')
    expect(problem({ notes: 'x'.repeat(5001) })).toContain('5,000 characters')
  })

  it('travel with every export, as text', async () => {
    const sitting = await handedIn()
    const { deps, userId, attemptId } = sitting
    await add(sitting, { name: '<b>Mia</b>\0' })
    const one = await exportAttempt(deps, userId, attemptId)
    expect(one?.markdown).toContain('## \\<b\\>Mia\\</b\\> interviewed me')
    expect(one?.markdown).toContain('- architecture: above\n- cost: near')
    expect(one?.json.friends).toMatchObject([{ name: '<b>Mia</b>', grades: marks.grades, notes: marks.notes }])
    expect((await exportAll(deps, userId))?.attempts).toMatchObject([{ friends: [{ grades: marks.grades }] }])
  })

  it('belong to the candidate alone, and go with the account', async () => {
    const sitting = await handedIn()
    const { deps, userId, attemptId } = sitting
    const id = await add(sitting)
    const stranger = await createPerson(database.db)
    expect(await friendReviewsOf(deps, stranger, attemptId)).toEqual([])
    expect(await friendsBesideEngine(deps, stranger, attemptId)).toBeNull()
    expect(await saveFriendReview(deps, stranger, attemptId, marks)).toMatchObject({ ok: false, status: 404 })
    expect(await saveFriendReview(deps, stranger, attemptId, marks, id)).toMatchObject({ ok: false, status: 404 })
    expect(await removeFriendReview(deps, stranger, attemptId, id)).toMatchObject({ ok: false, status: 404 })
    // Nor by way of an attempt of the stranger's own.
    const other = await handedIn()
    expect(await saveFriendReview(other.deps, other.userId, other.attemptId, marks, id)).toMatchObject({ ok: false, status: 404 })
    expect(await removeFriendReview(other.deps, other.userId, other.attemptId, id)).toMatchObject({ ok: false, status: 404 })
    expect(await friendReviewsOf(deps, userId, attemptId)).toHaveLength(1)
    await database.db.user.delete({ where: { id: userId } })
    expect(await database.db.friendReview.count({ where: { id } })).toBe(0)
  })
})
