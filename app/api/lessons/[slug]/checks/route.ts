import { z } from 'zod'
import { getCatalog } from '#catalog/catalog.ts'
import { refuse } from '#server/attempts/refusal.ts'
import { json, refusal, withUser } from '#server/http/api.ts'
import { readJson } from '#server/http/read-json.ts'
import { keepCheckAnswer } from '#server/progress/service.ts'

const input = z.strictObject({
  check: z.string().min(1).max(100).describe('The id of the check'),
  right: z.boolean().describe('Whether it was right'),
})

/** Keeps how a check of a lesson was answered: evidence of mastery, never a score. */
export const POST = (request: Request, { params }: { params: Promise<{ slug: string }> }) =>
  withUser(request, async user => {
    const { slug } = await params
    const body = await readJson(request, input)
    if (!body.ok) return refusal(body)
    const lesson = (await getCatalog()).lesson(slug)
    if (!lesson?.checks.includes(body.data.check))
      return refusal(refuse(404, 'unknown-check', 'There is no such check in this lesson.'))
    await keepCheckAnswer(user.id, slug, body.data.check, body.data.right)
    return json({}, 201)
  })
