import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBundle, rerunBundle } from '#engine/rubric/bundle.ts'
import { createPerson } from '#tests/factories/attempt-deps.ts'
import { makeDrill } from '#tests/factories/compiled-drill.ts'
import { startSitting } from '#tests/factories/sitting.ts'
import { openTestDatabase, providers, type TestDatabase } from '#tests/factories/test-database.ts'
import { exportBundle } from './export-bundle.ts'
import { handIn } from './hand-in.ts'

const drill = makeDrill(
  [
    { kind: 'estimate', target: 'qps', dimension: 'estimates' },
    { kind: 'foreseen', curveball: 'zone-gone', part: 'failures', dimension: 'reliability' },
  ],
  { curveballs: [{ id: 'zone-gone', minute: 20, text: 'A zone is gone.', debrief: 'Say how.' }] },
)

describe.each(providers)('the bundle of an attempt on %s', provider => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(provider)
  })
  afterAll(() => database.close())

  it('gives the stored report, byte for byte, wherever it is re-run', async () => {
    const { deps, userId, attemptId, clock, saveParts } = await startSitting(database.db, drill)
    clock.pass(60_000)
    const first = await saveParts({ failures: [{ what: 'a zone' }] }, null)
    clock.pass(25 * 60_000)
    await saveParts({ failures: [{ what: 'a zone' }], answers: [{ target: 'qps', stated: '100M /month' }] }, first)
    await handIn(deps, userId, attemptId, {})
    const bundle = await exportBundle(deps, userId, attemptId)
    const value = bundle.ok ? JSON.parse(bundle.json) : null
    const read = readBundle(value)
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    const { report } = await database.db.score.findFirstOrThrow({ where: { attemptId } })
    expect(rerunBundle(read.bundle, JSON.stringify(value.report))).toEqual({ bytes: report, differences: [] })
    expect(read.bundle.report.tiers.verified).toEqual({ earned: 4, possible: 4 })
  })

  it('is refused while there is no score, and to strangers', async () => {
    const { deps, userId, attemptId } = await startSitting(database.db, drill)
    expect(await exportBundle(deps, userId, attemptId)).toMatchObject({ ok: false, status: 409 })
    await handIn(deps, userId, attemptId, {})
    expect(await exportBundle(deps, await createPerson(database.db), attemptId)).toMatchObject({ ok: false, status: 404 })
  })
})
