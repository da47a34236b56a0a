import { judgementInput } from '#server/attempts/judgements.ts'
import { json, refusal, withUser } from '#server/http/api.ts'
import { readJson } from '#server/http/read-json.ts'
import { judgeAsMentor } from '#server/mentors/service.ts'

const input = judgementInput

/** A mentor's verdict on a criterion. */
export const POST = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  withUser(request, async user => {
    const body = await readJson(request, input)
    if (!body.ok) return refusal(body)
    const answer = await judgeAsMentor(user.id, (await params).id, body.data)
    return answer.ok ? json({}) : refusal(answer)
  })
