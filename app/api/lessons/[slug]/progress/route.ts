import { getCatalog } from '#catalog/catalog.ts'
import { refuse } from '#server/attempts/refusal.ts'
import { json, refusal, withUser } from '#server/http/api.ts'
import { readJson } from '#server/http/read-json.ts'
import { lessonPatch } from '#server/progress/lessons.ts'
import { saveLessonProgress } from '#server/progress/service.ts'

/** Keeps where the signed-in person stands in a lesson. */
const save = (request: Request, { params }: { params: Promise<{ slug: string }> }) =>
  withUser(request, async user => {
    const { slug } = await params
    const body = await readJson(request, lessonPatch)
    if (!body.ok) return refusal(body)
    if (!(await getCatalog()).lesson(slug)) return refusal(refuse(404, 'unknown-lesson', 'There is no such lesson.'))
    const { doneAtMs, position } = await saveLessonProgress(user.id, slug, body.data)
    return json({ doneAtMs, position })
  })

// A page that is being left can only send a POST (navigator.sendBeacon).
export { save as POST, save as PUT }
