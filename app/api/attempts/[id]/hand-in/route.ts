import { z } from 'zod'
import { handIn } from '#server/attempts/service.ts'
import { json, refusal, withUser } from '#server/http/api.ts'
import { readJson } from '#server/http/read-json.ts'

const input = z.strictObject({ revisionId: z.uuid().nullish() })

/** Hands in, once however often it is called. */
export const POST = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  withUser(request, async user => {
    const body = await readJson(request, input)
    if (!body.ok) return refusal(body)
    const answer = await handIn(user.id, (await params).id, { revisionId: body.data.revisionId })
    if (!answer.ok) return refusal(answer)
    const { ok: _ok, ...rest } = answer
    return json(rest)
  })
