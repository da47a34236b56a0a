// A server that saves without end, for the test that kills it. Prints each revision's id once it is acknowledged.

import { saveRevision } from '#server/attempts/save-revision.ts'
import { createAdapter } from '#server/db/adapter.ts'
import { createDatabase } from '#server/db/client.ts'
import { newRevisionId, testDeps, withWorksheet } from './attempt-deps.ts'

const [url = '', userId = '', attemptId = ''] = process.argv.slice(2)
const deps = testDeps(await createDatabase(createAdapter(url)), Date.now)
let parentId: string | null = null
for (let n = 1; ; n += 1) {
  const id = newRevisionId()
  const worksheet = `n = ${n}\n${'# the same line again\n'.repeat(300)}`
  const answer = await saveRevision(deps, userId, attemptId, { id, parentId, submission: withWorksheet(worksheet) })
  if (!answer.ok) throw new Error(answer.error.message)
  process.stdout.write(`${n} ${id}\n`)
  parentId = id
}
