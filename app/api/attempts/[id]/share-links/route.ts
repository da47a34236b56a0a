import { createShareLink } from '#server/attempts/service.ts'
import { shareInput } from '#server/attempts/share-link.ts'
import { json, refusal, withUser } from '#server/http/api.ts'
import { readJson } from '#server/http/read-json.ts'

const input = shareInput

/** Makes a read-only link; its token is in this answer and nowhere else. */
export const POST = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  withUser(request, async user => {
    const body = await readJson(request, input)
    if (!body.ok) return refusal(body)
    const link = await createShareLink(user.id, (await params).id, body.data)
    if (!link.ok) return refusal(link)
    const { token, expiresAtMs } = link
    return json({ path: `/shared/${token}`, expiresAtMs }, 201)
  })
