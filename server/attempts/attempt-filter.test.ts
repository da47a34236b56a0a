import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDrill } from '#tests/factories/compiled-drill.ts'
import { startSitting } from '#tests/factories/sitting.ts'
import { openTestDatabase, providers, type TestDatabase } from '#tests/factories/test-database.ts'
import { readAttemptFilter } from './attempt-filter.ts'
import { handIn } from './hand-in.ts'
import { listAttempts } from './load-attempt.ts'

describe('readAttemptFilter', () => {
  it('takes what it can read and names the rest', () => {
    expect(readAttemptFilter({ drill: 'links', mode: '', band: 'at', since: '2026-03-02', other: 'x' })).toEqual({
      filter: { drill: 'links', band: 'at', since: '2026-03-02' },
      problems: [],
    })
    expect(readAttemptFilter({ mode: 'fast', since: 'yesterday', level: ['L6', 'L7'] })).toEqual({
      filter: {},
      problems: [
        'mode: "fast" is not a mode: choose one of practice, drill, mock',
        'since: "yesterday" is not a date: write it as 2026-03-02',
      ],
    })
  })
})

// One criterion a dimension, so that the levels are measured.
const dimensions = ['requirements', 'estimates', 'architecture', 'data', 'performance', 'reliability', 'operations', 'tradeoffs']
const drill = makeDrill(dimensions.map(dimension => ({ kind: 'present', part: 'api', dimension })))

describe.each(providers)('the list of attempts on %s', provider => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(provider)
  })
  afterAll(() => database.close())

  it('is narrowed by drill, mode, level, band and day', async () => {
    const good = await startSitting(database.db, drill)
    await good.saveParts({ api: [{ path: '/x' }] }, null)
    await handIn(good.deps, good.userId, good.attemptId, {})
    const bad = await startSitting(database.db, drill, good.userId)
    await handIn(bad.deps, good.userId, bad.attemptId, {})
    const ids = async (filter: Parameters<typeof listAttempts>[2]) =>
      (await listAttempts(good.deps, good.userId, filter)).map(({ id }) => id)
    expect(await ids({})).toHaveLength(2)
    expect(await ids({ band: 'above' })).toEqual([good.attemptId])
    expect(await ids({ band: 'below' })).toEqual([bad.attemptId])
    expect(await ids({ drill: 'other' })).toEqual([])
    expect(await ids({ mode: 'practice' })).toEqual([])
    expect(await ids({ level: 'L6', mode: 'drill', drill: 'links', since: '2026-01-05' })).toHaveLength(2)
    expect(await ids({ since: '2026-01-06' })).toEqual([])
    expect((await listAttempts(good.deps, good.userId, { band: 'above' }))[0]).toMatchObject({ score: 1 })
  })
})
