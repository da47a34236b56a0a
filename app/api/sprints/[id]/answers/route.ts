import { json, refusal, withUser } from '#server/http/api.ts'
import { readJson } from '#server/http/read-json.ts'
import { answerSprint } from '#server/sprints/service.ts'
import { answerInput } from '#server/sprints/sprints.ts'

/** Marks one answer of a sprint, once. */
export const POST = (request: Request, { params }: RouteContext<'/api/sprints/[id]/answers'>) =>
  withUser(request, async user => {
    const body = await readJson(request, answerInput)
    if (!body.ok) return refusal(body)
    const answer = await answerSprint(user.id, (await params).id, body.data)
    if (!answer.ok) return refusal(answer)
    const { ok: _ok, ...rest } = answer
    return json(rest)
  })
