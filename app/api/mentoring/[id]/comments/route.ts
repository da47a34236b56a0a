import { json, refusal, withUser } from '#server/http/api.ts'
import { readJson } from '#server/http/read-json.ts'
import { commentInput } from '#server/mentors/reviews.ts'
import { commentAsMentor } from '#server/mentors/service.ts'

const input = commentInput

/** A mentor's comment on a criterion or a part. */
export const POST = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  withUser(request, async user => {
    const body = await readJson(request, input)
    if (!body.ok) return refusal(body)
    const answer = await commentAsMentor(user.id, (await params).id, body.data)
    return answer.ok ? json({}, 201) : refusal(answer)
  })
