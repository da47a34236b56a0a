import { startAttempt } from '#server/attempts/service.ts'
import { startInput } from '#server/attempts/start-attempt.ts'
import { json, refusal, withUser } from '#server/http/api.ts'
import { readJson } from '#server/http/read-json.ts'

/** Starts a sitting. */
export const POST = (request: Request) =>
  withUser(request, async user => {
    const body = await readJson(request, startInput)
    if (!body.ok) return refusal(body)
    const started = await startAttempt(user.id, body.data)
    if (!started.ok) return refusal(started)
    const { attemptId, resumed } = started
    return json({ attemptId, resumed }, resumed ? 200 : 201)
  })
