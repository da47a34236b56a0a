import { z } from 'zod'
import { attemptNotFound, refuse } from '#server/attempts/refusal.ts'
import { draftAt, replayAttempt } from '#server/attempts/service.ts'
import { json, refusal, withUser } from '#server/http/api.ts'

const revision = z.coerce.number().int().min(0).max(1_000_000)

/** The sitting minute by minute, each minute scored; with `?seq=12` the submission as revision 12 left it. */
export const GET = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  withUser(request, async user => {
    const { id } = await params
    const asked = new URL(request.url).searchParams.get('seq')
    if (asked === null) {
      const replay = await replayAttempt(user.id, id)
      return replay.ok ? json(replay) : refusal(replay)
    }
    const seq = revision.safeParse(asked)
    if (!seq.success) return refusal(refuse(400, 'invalid', 'seq is not the number of a revision: write 0 or more.'))
    const submission = await draftAt(user.id, id, seq.data)
    return submission ? json({ submission }) : refusal(attemptNotFound)
  })
