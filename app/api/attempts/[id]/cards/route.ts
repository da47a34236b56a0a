import { z } from 'zod'
import { formulaName } from '#engine/drill/drill.ts'
import { json, refusal, withUser } from '#server/http/api.ts'
import { readJson } from '#server/http/read-json.ts'
import { addSlipCard } from '#server/recall/service.ts'

const input = z.strictObject({ target: formulaName.describe('Which estimate') })

/** Makes a card of an estimate that went wrong in this attempt. */
export const POST = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  withUser(request, async user => {
    const body = await readJson(request, input)
    if (!body.ok) return refusal(body)
    const answer = await addSlipCard(user.id, (await params).id, body.data.target)
    return answer.ok ? json({}, 201) : refusal(answer)
  })
