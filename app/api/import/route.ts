import { json, refusal, withUser } from '#server/http/api.ts'
import { readBytes } from '#server/http/read-json.ts'
import { mostBytes } from '#server/transfer/format.ts'
import { tooLarge } from '#server/transfer/read-file.ts'
import { importAll } from '#server/transfer/service.ts'

/** Adds everything of a file that the signed-in person lacks; with `?settings=1` the settings, too. */
export const POST = (request: Request) =>
  withUser(request, async user => {
    const bytes = await readBytes(request, mostBytes)
    if (!bytes) return refusal(tooLarge)
    const settings = new URL(request.url).searchParams.get('settings') === '1'
    const answer = await importAll(user.id, bytes, { settings })
    if (!answer.ok) return refusal(answer)
    const { tallies, leftOut, unproven } = answer
    return json({ tallies, leftOut, unproven })
  })
