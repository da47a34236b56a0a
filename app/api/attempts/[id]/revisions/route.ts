import { z } from 'zod'
import { saveRevision } from '#server/attempts/service.ts'
import { json, refusal, withUser } from '#server/http/api.ts'
import { readJson } from '#server/http/read-json.ts'

const input = z.strictObject({
  id: z.uuid().describe('Made by the browser; sent again, it is the same save'),
  parentId: z.uuid().nullable().describe('The last acknowledged revision'),
  submission: z.unknown(),
  writtenAtMs: z.number().int().min(0).max(8.64e15).optional(),
})

/** One autosave. The answer means that it is on disk. */
export const POST = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  withUser(request, async user => {
    const body = await readJson(request, input)
    if (!body.ok) return refusal(body)
    const answer = await saveRevision(user.id, (await params).id, body.data)
    if (!answer.ok) return refusal(answer)
    const { ok: _ok, ...rest } = answer
    return json(rest)
  })
