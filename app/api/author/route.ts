import { contentStamp } from '#server/author/preview.ts'
import { json, withUser } from '#server/http/api.ts'

/** Whether the author's files have changed: a page that shows them asks. For the owner alone. */
export const GET = (request: Request) =>
  withUser(request, async user =>
    user.role === 'owner'
      ? json({ stamp: await contentStamp() })
      : json({ error: { code: 'not-found', message: 'There is nothing here.' } }, 404),
  )
