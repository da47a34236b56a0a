import { curveballsOf } from '#server/attempts/service.ts'
import { json, refusal, withUser } from '#server/http/api.ts'

/** What has landed in this sitting so far, by the server's clock, what that clock says, and when it ends. */
export const GET = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  withUser(request, async user => {
    const answer = await curveballsOf(user.id, (await params).id)
    if (!answer.ok) return refusal(answer)
    const { curveballs, endsAtMs, serverNowMs } = answer
    return json({ curveballs, endsAtMs, serverNowMs })
  })
