import type { z } from 'zod'
import { type Refusal, refuse } from '../attempts/refusal.ts'

/** A submission's megabyte and what travels with it. */
export const BODY_LIMIT_BYTES = 1_050_000

/** The body of a request as JSON that fits the schema, or the refusal that says what is wrong with it. Reads no more than the limit. */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<{ ok: true; data: z.output<Schema> } | Refusal> {
  const bytes = await readBytes(request, BODY_LIMIT_BYTES)
  if (bytes === null)
    return refuse(413, 'too-large', 'That is larger than 1 MB, which is the most that one save may hold. Shorten it.')
  const parsed = schema.safeParse(parseJson(Buffer.from(bytes).toString('utf8')))
  if (parsed.success) return { ok: true, data: parsed.data }
  const problems = parsed.error.issues.map(({ path, message }) => ({ path: path.map(String), message }))
  const [first] = problems
  return refuse(400, 'invalid', `${first?.path.join('.') || 'The request'}: ${first?.message ?? 'is not right'}`, { problems })
}

/** The body of a request, or null when it is longer than the limit, of which no more is read. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return null
  if (!request.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let bytes = 0
  for (const reader = request.body.getReader(); ; ) {
    const { done, value } = await reader.read()
    if (done) break
    bytes += value.length
    if (bytes > limit) {
      await reader.cancel()
      return null
    }
    chunks.push(value)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
