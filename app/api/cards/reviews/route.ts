import { json, refusal, withUser } from '#server/http/api.ts'
import { readJson } from '#server/http/read-json.ts'
import { reviewInput } from '#server/recall/cards.ts'
import { reviewCard, undoReview } from '#server/recall/service.ts'

/** Stores how well a card was recalled. */
export const POST = (request: Request) =>
  withUser(request, async user => {
    const body = await readJson(request, reviewInput)
    if (!body.ok) return refusal(body)
    const answer = await reviewCard(user.id, body.data)
    if (!answer.ok) return refusal(answer)
    return json({ reviewId: answer.reviewId, dueMs: answer.dueMs })
  })

/** Takes the newest review back. */
export const DELETE = (request: Request) =>
  withUser(request, async user => {
    const answer = await undoReview(user.id)
    if (!answer.ok) return refusal(answer)
    return json({ key: answer.key })
  })
