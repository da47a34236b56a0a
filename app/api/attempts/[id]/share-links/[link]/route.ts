import { revokeShareLink } from '#server/attempts/service.ts'
import { json, refusal, withUser } from '#server/http/api.ts'

/** Takes a link back. */
export const DELETE = (request: Request, { params }: { params: Promise<{ id: string; link: string }> }) =>
  withUser(request, async user => {
    const { id, link } = await params
    const answer = await revokeShareLink(user.id, id, link)
    return answer.ok ? json({}) : refusal(answer)
  })
