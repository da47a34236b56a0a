import { judgementInput } from '#server/attempts/judgements.ts'
import { saveJudgement } from '#server/attempts/service.ts'
import { json, refusal, withUser } from '#server/http/api.ts'
import { readJson } from '#server/http/read-json.ts'

const input = judgementInput

/** The candidate's own verdict on a criterion, beside the engine's. */
export const POST = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  withUser(request, async user => {
    const body = await readJson(request, input)
    if (!body.ok) return refusal(body)
    const answer = await saveJudgement(user.id, (await params).id, body.data)
    return answer.ok ? json({}) : refusal(answer)
  })
