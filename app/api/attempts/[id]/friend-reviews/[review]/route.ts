import { friendReviewInput } from '#server/attempts/friend-reviews.ts'
import { removeFriendReview, saveFriendReview } from '#server/attempts/service.ts'
import { json, refusal, withUser } from '#server/http/api.ts'
import { readJson } from '#server/http/read-json.ts'

const input = friendReviewInput

type Context = { params: Promise<{ id: string; review: string }> }

/** Changes what a friend marked. */
export const POST = (request: Request, { params }: Context) =>
  withUser(request, async user => {
    const body = await readJson(request, input)
    if (!body.ok) return refusal(body)
    const { id, review } = await params
    const answer = await saveFriendReview(user.id, id, body.data, review)
    return answer.ok ? json({ id: answer.id }) : refusal(answer)
  })

/** Deletes what a friend marked. */
export const DELETE = (request: Request, { params }: Context) =>
  withUser(request, async user => {
    const { id, review } = await params
    const answer = await removeFriendReview(user.id, id, review)
    return answer.ok ? json({}) : refusal(answer)
  })
