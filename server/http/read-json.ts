import type { z } from 'zod'
import { type Refusal, refuse } from '../attempts/refusal.ts'

/** A submission's megabyte and what travels with it. */
export const BODY_LIMIT_BYTES = 1_050_000

/** The body of a request as JSON that fits the schema, or the refusal that says what is wrong with it. Reads no more than the limit. */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<{ ok: true; data: z.output<Schema> } | Refusal> {
  const text = await readText(request)
  if (text === null)
    return refuse(413, 'too-large', 'That is larger than 1 MB, which is the most that one save may hold. Shorten it.')
  const parsed = schema.safeParse(parseJson(text))
  if (parsed.success) return { ok: true, data: parsed.data }
  const problems = parsed.error.issues.map(({ path, message }) => ({ path: path.map(String), message }))
  const [first] = problems
  return refuse(400, 'invalid', `${first?.path.join('.') || 'The request'}: ${first?.message ?? 'is not right'}`, { problems })
}

async function readText(request: Request): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > BODY_LIMIT_BYTES) return null
  if (!request.body) return ''
  const chunks: Uint8Array[] = []
  let bytes = 0
  for (const reader = request.body.getReader(); ; ) {
    const { done, value } = await reader.read()
    if (done) break
    bytes += value.length
    if (bytes > BODY_LIMIT_BYTES) {
      await reader.cancel()
      return null
    }
    chunks.push(value)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
