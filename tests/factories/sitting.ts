import { loadAttempt } from '#server/attempts/load-attempt.ts'
import { saveRevision } from '#server/attempts/save-revision.ts'
import { startAttempt } from '#server/attempts/start-attempt.ts'
import type { Database } from '#server/db/client.ts'
import { createPerson, newRevisionId, testClock, testDeps, withWorksheet } from './attempt-deps.ts'

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
