import { segmentSchema } from '#engine/interview/recording.ts'
import { json, refusal, withUser } from '#server/http/api.ts'
import { readJson } from '#server/http/read-json.ts'
import { announceRecording, removeRecordings } from '#server/recordings/service.ts'

type Context = { params: Promise<{ id: string }> }

/** Announces a stretch of a recording; the answer names the parts of its sound to send. */
export const POST = (request: Request, { params }: Context) =>
  withUser(request, async user => {
    const body = await readJson(request, segmentSchema)
    if (!body.ok) return refusal(body)
    const answer = await announceRecording(user.id, (await params).id, body.data)
    return answer.ok ? json({ missing: answer.missing }) : refusal(answer)
  })

/** Deletes what this server keeps of the attempt's recordings. */
export const DELETE = (request: Request, { params }: Context) =>
  withUser(request, async user => {
    const answer = await removeRecordings(user.id, (await params).id)
    return answer.ok ? json({ removed: answer.removed }) : refusal(answer)
  })
