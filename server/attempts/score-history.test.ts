import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPerson, testDeps } from '#tests/factories/attempt-deps.ts'
import { makeDrill } from '#tests/factories/compiled-drill.ts'
import { startSitting } from '#tests/factories/sitting.ts'
import { openTestDatabase, providers, type TestDatabase } from '#tests/factories/test-database.ts'
import { handIn } from './hand-in.ts'
import { rescore } from './review.ts'
import { scoreHistory } from './score-history.ts'

const api = (min: number) => makeDrill([{ kind: 'present', part: 'api', min, dimension: 'architecture' }])

describe.each(providers)('the scores of an attempt on %s', provider => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(provider)
  })
  afterAll(() => database.close())

  async function handedIn() {
    const sitting = await startSitting(database.db, api(2))
    await sitting.saveParts({ api: [{ path: '/x' }] }, null)
    await handIn(sitting.deps, sitting.userId, sitting.attemptId, {})
    return sitting
  }

  it('are up to date until the drill or the engine changes', async () => {
    const { deps, userId, attemptId, clock } = await handedIn()
    expect(await scoreHistory(deps, userId, attemptId)).toMatchObject({ outdated: null, scores: [{ changes: null }] })
    const mended = testDeps(database.db, clock.now, api(1))
    expect(await scoreHistory(mended, userId, attemptId)).toMatchObject({ outdated: { engine: null, drill: true } })
    expect(await scoreHistory({ ...deps, engine: '9.0.0' }, userId, attemptId)).toMatchObject({
      outdated: { engine: { from: deps.engine, to: '9.0.0' }, drill: false },
    })
  })

  it('stay when it is scored again, with what came out differently', async () => {
    const { userId, attemptId, clock } = await handedIn()
    const mended = testDeps(database.db, clock.now, api(1))
    clock.pass(1000)
    await rescore(mended, userId, attemptId)
    expect(await scoreHistory(mended, userId, attemptId)).toMatchObject({
      outdated: null,
      scores: [
        { report: { tiers: { verified: { earned: 0 } } } },
        {
          report: { tiers: { verified: { earned: 2 } } },
          changes: [{ id: 'c1', change: 'better', left: { verdict: 'missed' }, right: { verdict: 'met' } }],
        },
      ],
    })
  })

  it("are nobody else's", async () => {
    const { deps, attemptId } = await handedIn()
    expect(await scoreHistory(deps, await createPerson(database.db), attemptId)).toBeNull()
  })
})
