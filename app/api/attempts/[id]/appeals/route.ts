import { appealsToYaml } from '#server/attempts/judgements.ts'
import { attemptNotFound } from '#server/attempts/refusal.ts'
import { appealsOf } from '#server/attempts/service.ts'
import { download, refusal, withUser } from '#server/http/api.ts'

/** The appeals of an attempt as test cases for the rubric's author: YAML, or with `?format=json` JSON. */
export const GET = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  withUser(request, async user => {
    const { id } = await params
    const appeals = await appealsOf(user.id, id)
    if (!appeals) return refusal(attemptNotFound)
    return new URL(request.url).searchParams.get('format') === 'json'
      ? download(`tenfold-appeals-${id}.json`, 'application/json', JSON.stringify(appeals, null, 2))
      : download(`tenfold-appeals-${id}.yaml`, 'application/yaml', appealsToYaml(appeals))
  })
