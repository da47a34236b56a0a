import { z } from 'zod'
import { json, refusal, withUser } from '#server/http/api.ts'
import { readJson } from '#server/http/read-json.ts'
import { finishMentorReview } from '#server/mentors/service.ts'

const input = z.strictObject({})

/** The mentor is done: both see both columns from here on. */
export const POST = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  withUser(request, async user => {
    const body = await readJson(request, input)
    if (!body.ok) return refusal(body)
    const answer = await finishMentorReview(user.id, (await params).id)
    return answer.ok ? json({}) : refusal(answer)
  })
