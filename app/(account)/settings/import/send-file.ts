import { z } from 'zod'

const found = z.object({
  tallies: z.array(z.object({ what: z.string(), adds: z.number(), here: z.number() })),
  leftOut: z.array(z.string()),
  unproven: z.number().default(0),
})
const problem = z.object({ path: z.string(), message: z.string() })
const refused = z.object({ error: z.object({ message: z.string(), problems: z.array(problem).default([]) }) })

/** What the server found in a file. */
export type Import = z.infer<typeof found>
export type Problem = z.infer<typeof problem>
export type Sent =
  | { readonly ok: true; readonly found: Import }
  | { readonly ok: false; readonly message: string; readonly problems: readonly Problem[] }

/** Sends a file to the server. Every failure is a message; never throws. */
export async function sendFile(url: string, file: File): Promise<Sent> {
  try {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: file })
    const body: unknown = await response.json()
    const read = found.safeParse(body)
    if (response.ok && read.success) return { ok: true, found: read.data }
    const { error } = refused.parse(body)
    return { ok: false, ...error }
  } catch {
    return {
      ok: false,
      message: 'The server cannot be reached, or the file can no longer be read. Choose it again.',
      problems: [],
    }
  }
}
