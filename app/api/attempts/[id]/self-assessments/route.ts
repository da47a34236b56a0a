import { selfAssessmentInput } from '#server/attempts/review.ts'
import { saveSelfAssessment } from '#server/attempts/service.ts'
import { json, refusal, withUser } from '#server/http/api.ts'
import { readJson } from '#server/http/read-json.ts'

const input = selfAssessmentInput

/** The candidate's own verdict on one criterion. */
export const POST = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  withUser(request, async user => {
    const body = await readJson(request, input)
    if (!body.ok) return refusal(body)
    const answer = await saveSelfAssessment(user.id, (await params).id, body.data)
    if (!answer.ok) return refusal(answer)
    const { ok: _ok, ...rest } = answer
    return json(rest)
  })
