import { download, withUser } from '#server/http/api.ts'
import { exportCards } from '#server/recall/service.ts'

/** One's cards as a text that Anki imports. */
export const GET = (request: Request) =>
  withUser(request, async user => download('tenfold-cards.txt', 'text/plain', await exportCards(user.id)))
