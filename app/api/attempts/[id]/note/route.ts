import { z } from 'zod'
import { noteText } from '#server/attempts/review.ts'
import { saveNote } from '#server/attempts/service.ts'
import { json, refusal, withUser } from '#server/http/api.ts'
import { readJson } from '#server/http/read-json.ts'

const input = z.strictObject({ text: noteText })

/** The candidate's note. */
export const POST = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  withUser(request, async user => {
    const body = await readJson(request, input)
    if (!body.ok) return refusal(body)
    const answer = await saveNote(user.id, (await params).id, body.data.text)
    if (!answer.ok) return refusal(answer)
    const { ok: _ok, ...rest } = answer
    return json(rest)
  })
