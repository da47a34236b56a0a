import type { CompiledDrill } from '#engine/rubric/rubric.ts'
import { loadAttempt } from '#server/attempts/load-attempt.ts'
import { saveRevision } from '#server/attempts/save-revision.ts'
import { startAttempt } from '#server/attempts/start-attempt.ts'
import type { Database } from '#server/db/client.ts'
import { createPerson, newRevisionId, testClock, testDeps, withWorksheet } from './attempt-deps.ts'
import { makeSubmission } from './compiled-drill.ts'

export const drillSlug = 'small-drill'

/** An attempt that a new person has just started at the small drill, with a clock of its own. `save` and `load` go by the server's functions. */
export async function openSitting(
  db: Database,
  mode: 'practice' | 'drill' = 'drill',
  person: { extraTimePercent?: number } = {},
) {
  const clock = testClock()
  const deps = testDeps(db, clock.now)
  const userId = await createPerson(db, person)
  const started = await startAttempt(deps, userId, { drillSlug, mode, level: 'L6' })
  if (!started.ok) throw new Error(started.error.message)
  const { attemptId } = started
  const save = async (worksheet: string, parentId: string | null, id = newRevisionId()) => {
    const answer = await saveRevision(deps, userId, attemptId, { id, parentId, submission: withWorksheet(worksheet) })
    return { id, answer }
  }
  const load = async () => {
    const view = await loadAttempt(deps, userId, attemptId)
    if (!view) throw new Error('the attempt is gone')
    return view
  }
  return { clock, deps, userId, attemptId, save, load }
}

/** An attempt at a drill of the test's own. `saveParts` stores a submission of the parts that the test states and answers its revision's id. */
export async function startSitting(db: Database, drill: CompiledDrill, person?: string) {
  const clock = testClock()
  const deps = testDeps(db, clock.now, drill)
  const userId = person ?? (await createPerson(db))
  const started = await startAttempt(deps, userId, { drillSlug: drill.drill.slug, mode: 'drill', level: 'L6' })
  if (!started.ok) throw new Error(started.error.message)
  const { attemptId } = started
  const saveParts = async (parts: object, parentId: string | null) => {
    const id = newRevisionId()
    const answer = await saveRevision(deps, userId, attemptId, { id, parentId, submission: makeSubmission(parts) })
    if (!answer.ok) throw new Error(answer.error.message)
    return id
  }
  const load = async () => {
    const view = await loadAttempt(deps, userId, attemptId)
    if (!view) throw new Error('the attempt is gone')
    return view
  }
  return { clock, deps, userId, attemptId, saveParts, load }
}

/** A sitting whose saves follow one another: `save` states the parts of the newest design. */
export async function startMock(
  db: Database,
  drill: CompiledDrill,
  mode: 'practice' | 'drill' | 'mock' = 'mock',
  extraTimePercent = 0,
) {
  const clock = testClock()
  const deps = testDeps(db, clock.now, drill)
  const userId = await createPerson(db, { extraTimePercent })
  const started = await startAttempt(deps, userId, { drillSlug: drill.drill.slug, mode, level: 'L6' })
  if (!started.ok) throw new Error(started.error.message)
  const { attemptId } = started
  let parentId: string | null = null
  const save = async (parts: object) => {
    const id = newRevisionId()
    const saved = await saveRevision(deps, userId, attemptId, { id, parentId, submission: makeSubmission(parts) })
    if (!saved.ok) throw new Error(saved.error.message)
    parentId = id
  }
  return { clock, deps, userId, attemptId, save }
}
