import { download, withUser } from '#server/http/api.ts'
import { publicBase } from '#server/http/public-base.ts'
import { calendarOf } from '#server/plan/service.ts'

/** One's plan as a calendar file. */
export const GET = (request: Request) =>
  withUser(request, async user => download('tenfold.ics', 'text/calendar', await calendarOf(user, publicBase(request))))
