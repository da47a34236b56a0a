import { json, refusal, withUser } from '#server/http/api.ts'
import { readJson } from '#server/http/read-json.ts'
import { mentorInput } from '#server/mentors/reviews.ts'
import { shareWithMentor } from '#server/mentors/service.ts'

const input = mentorInput

/** Shows the attempt to a mentor. */
export const POST = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  withUser(request, async user => {
    const body = await readJson(request, input)
    if (!body.ok) return refusal(body)
    const answer = await shareWithMentor(user.id, (await params).id, body.data)
    return answer.ok ? json({}, 201) : refusal(answer)
  })
