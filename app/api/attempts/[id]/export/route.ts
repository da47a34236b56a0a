import { attemptNotFound } from '#server/attempts/refusal.ts'
import { exportAttempt, exportBundle } from '#server/attempts/service.ts'
import { download, refusal, withUser } from '#server/http/api.ts'

/** One attempt as a file: `?format=markdown` (the default), `?format=json`, or `?format=bundle`, which can be scored again. */
export const GET = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  withUser(request, async user => {
    const { id } = await params
    const format = new URL(request.url).searchParams.get('format')
    if (format === 'bundle') {
      const bundle = await exportBundle(user.id, id)
      return bundle.ok ? download(`tenfold-bundle-${id}.json`, 'application/json', bundle.json) : refusal(bundle)
    }
    const exported = await exportAttempt(user.id, id)
    if (!exported) return refusal(attemptNotFound)
    return format === 'json'
      ? download(`tenfold-attempt-${id}.json`, 'application/json', JSON.stringify(exported.json, null, 2))
      : download(`tenfold-attempt-${id}.md`, 'text/markdown', exported.markdown)
  })
