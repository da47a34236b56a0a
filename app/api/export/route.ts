import { download, withUser } from '#server/http/api.ts'
import { exportAll } from '#server/transfer/service.ts'

/** Everything of the signed-in person, as one JSON file. */
export const GET = (request: Request) =>
  withUser(request, async user => download('tenfold-export.json', 'application/json', JSON.stringify(await exportAll(user.id))))
