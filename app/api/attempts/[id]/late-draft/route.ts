import { z } from 'zod'
import { saveLateDraft } from '#server/attempts/service.ts'
import { json, refusal, withUser } from '#server/http/api.ts'
import { readJson } from '#server/http/read-json.ts'

const input = z.strictObject({ id: z.uuid(), submission: z.unknown(), writtenAtMs: z.number().int().min(0).max(8.64e15) })

/** Keeps a draft that was written in time and arrives late, unscored. */
export const POST = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  withUser(request, async user => {
    const body = await readJson(request, input)
    if (!body.ok) return refusal(body)
    const answer = await saveLateDraft(user.id, (await params).id, body.data)
    if (!answer.ok) return refusal(answer)
    const { ok: _ok, ...rest } = answer
    return json(rest)
  })
