import { getCatalog } from '#catalog/catalog.ts'
import { withUser } from '#server/http/api.ts'

/** The index of the search for the browser, which keeps it until the content changes. It holds public halves only. */
export const GET = (request: Request) =>
  withUser(request, async () => {
    const catalog = await getCatalog()
    const headers = { etag: `"${catalog.contentHash}"`, 'cache-control': 'private, no-cache' }
    if (request.headers.get('if-none-match')?.includes(catalog.contentHash)) return new Response(null, { status: 304, headers })
    return new Response(catalog.search(), { headers: { ...headers, 'content-type': 'application/json; charset=utf-8' } })
  })
