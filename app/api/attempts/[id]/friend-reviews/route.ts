import { friendReviewInput } from '#server/attempts/friend-reviews.ts'
import { saveFriendReview } from '#server/attempts/service.ts'
import { json, refusal, withUser } from '#server/http/api.ts'
import { readJson } from '#server/http/read-json.ts'

const input = friendReviewInput

/** Keeps what a friend who held the interview marked. */
export const POST = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  withUser(request, async user => {
    const body = await readJson(request, input)
    if (!body.ok) return refusal(body)
    const answer = await saveFriendReview(user.id, (await params).id, body.data)
    return answer.ok ? json({ id: answer.id }, 201) : refusal(answer)
  })
