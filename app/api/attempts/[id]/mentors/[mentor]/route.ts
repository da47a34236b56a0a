import { json, refusal, withUser } from '#server/http/api.ts'
import { withdrawFromMentor } from '#server/mentors/service.ts'

/** Takes the attempt back from a mentor. */
export const DELETE = (request: Request, { params }: { params: Promise<{ id: string; mentor: string }> }) =>
  withUser(request, async user => {
    const { id, mentor } = await params
    const answer = await withdrawFromMentor(user.id, id, mentor)
    return answer.ok ? json({}) : refusal(answer)
  })
