import { readRange } from '#engine/interview/recording.ts'
import { refuse } from '#server/attempts/refusal.ts'
import { refusal, withUser } from '#server/http/api.ts'
import { openRecording } from '#server/recordings/service.ts'

const missing = refuse(404, 'not-found', 'There is no such recording in your account.')

/** The sound of a recording, or the range of it that is asked for. */
export const GET = (request: Request, { params }: { params: Promise<{ id: string; recording: string }> }) =>
  withUser(request, async user => {
    const { id, recording } = await params
    const sound = await openRecording(user.id, id, recording)
    if (!sound) return refusal(missing)
    const range = readRange(request.headers.get('range'), sound.bytes)
    if (range.is === 'outside') return new Response(null, { status: 416, headers: { 'content-range': `bytes */${sound.bytes}` } })
    const [from, to] = range.is === 'part' ? [range.from, range.to] : [0, sound.bytes - 1]
    return new Response(streamOf(sound.read(from, to)), {
      status: range.is === 'part' ? 206 : 200,
      headers: {
        'content-type': sound.type,
        'content-length': String(to - from + 1),
        'accept-ranges': 'bytes',
        ...(range.is === 'part' ? { 'content-range': `bytes ${from}-${to}/${sound.bytes}` } : {}),
        'content-disposition': `inline; filename="tenfold-${id}-${recording.slice(0, 8)}.${sound.type.split('/')[1]}"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  })

/** A part is read from the database when it is asked for, so that a slow listener holds no more than one. */
const streamOf = (parts: AsyncGenerator<Uint8Array>) =>
  new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await parts.return(undefined)
    },
  })
