import { attemptNotFound } from '#server/attempts/refusal.ts'
import { replayAttempt } from '#server/attempts/service.ts'
import { json, refusal, withUser } from '#server/http/api.ts'

/** The sitting minute by minute. */
export const GET = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  withUser(request, async user => {
    const steps = await replayAttempt(user.id, (await params).id)
    return steps ? json({ steps }) : refusal(attemptNotFound)
  })
