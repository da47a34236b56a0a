import { attemptNotFound } from '#server/attempts/refusal.ts'
import { loadAttempt } from '#server/attempts/service.ts'
import { json, refusal, withUser } from '#server/http/api.ts'

/** Where an attempt stands: for a browser that comes back. */
export const GET = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  withUser(request, async user => {
    const view = await loadAttempt(user.id, (await params).id)
    if (!view) return refusal(attemptNotFound)
    const { headId, headSeq, savedAtMs, submission, questions, startedAtMs, endsAtMs, handedInAtMs, handedInBy, serverNowMs } =
      view
    return json({
      headId,
      headSeq,
      savedAtMs,
      submission,
      questions,
      startedAtMs,
      endsAtMs,
      handedInAtMs,
      handedInBy,
      serverNowMs,
    })
  })
