import { attemptNotFound } from '#server/attempts/refusal.ts'
import { exportAttempt } from '#server/attempts/service.ts'
import { download, refusal, withUser } from '#server/http/api.ts'

/** One attempt as a file: `?format=markdown` (the default) or `?format=json`. */
export const GET = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  withUser(request, async user => {
    const { id } = await params
    const exported = await exportAttempt(user.id, id)
    if (!exported) return refusal(attemptNotFound)
    const asJson = new URL(request.url).searchParams.get('format') === 'json'
    return asJson
      ? download(`tenfold-attempt-${id}.json`, 'application/json', JSON.stringify(exported.json, null, 2))
      : download(`tenfold-attempt-${id}.md`, 'text/markdown', exported.markdown)
  })
