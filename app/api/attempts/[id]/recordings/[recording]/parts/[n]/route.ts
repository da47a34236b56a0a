import { z } from 'zod'
import { PART_BYTES } from '#engine/interview/recording.ts'
import { refuse } from '#server/attempts/refusal.ts'
import { json, refusal, withUser } from '#server/http/api.ts'
import { readBytes } from '#server/http/read-json.ts'
import { keepPart } from '#server/recordings/service.ts'

const place = z.string().regex(/^\d{1,6}$/)

/** Keeps one part of an announced recording. */
export const PUT = (request: Request, { params }: { params: Promise<{ id: string; recording: string; n: string }> }) =>
  withUser(request, async user => {
    const { id, recording, n } = await params
    const read = place.safeParse(n)
    if (!read.success) return refusal(refuse(400, 'invalid', `Part ${n.slice(0, 20)}: parts are counted from 0 on.`))
    const body = await readBytes(request, PART_BYTES)
    if (!body) return refusal(refuse(413, 'too-large', `Part ${n} holds more than ${PART_BYTES} bytes, the most of a part.`))
    const answer = await keepPart(user.id, id, recording, Number(read.data), body)
    return answer.ok ? json({ whole: answer.whole }) : refusal(answer)
  })
