import { json, refusal, withUser } from '#server/http/api.ts'
import { readBytes } from '#server/http/read-json.ts'
import { mostBytes } from '#server/transfer/format.ts'
import { tooLarge } from '#server/transfer/read-file.ts'
import { previewImport } from '#server/transfer/service.ts'

/** Reads a file as an import would, and says what it would add. Writes nothing. */
export const POST = (request: Request) =>
  withUser(request, async user => {
    const bytes = await readBytes(request, mostBytes)
    if (!bytes) return refusal(tooLarge)
    const answer = await previewImport(user.id, bytes)
    return answer.ok ? json({ tallies: answer.tallies, leftOut: answer.leftOut }) : refusal(answer)
  })
