import { visitorAddress } from '#server/auth/session.ts'
import { publicBase } from '#server/http/public-base.ts'
import { log } from '#server/log.ts'
import { calendarOf, openCalendar } from '#server/plan/service.ts'

const plain = (status: number, text: string) =>
  new Response(`${text}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })

/** The calendar behind a secret address, for a program that nobody signs in to. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  try {
    const opened = await openCalendar((await params).token.replace(/\.ics$/, ''), await visitorAddress())
    if (opened.state === 'limited') return plain(429, 'Too many unknown addresses were tried from here. Try again later.')
    if (opened.state === 'unknown') return plain(404, 'There is no calendar at this address. It may have been taken back.')
    return new Response(await calendarOf(opened.person, publicBase(request)), {
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'cache-control': 'private, max-age=900',
        'x-robots-tag': 'noindex',
        'referrer-policy': 'no-referrer',
      },
    })
  } catch (error) {
    log.error({ error }, 'a calendar could not be made')
    return plain(500, 'That is a bug of Tenfold. Try again later.')
  }
}
