/** Sends JSON to one of our own routes, whose answer the caller knows; the message is fit to show when it fails. */
export async function postJson<Data = unknown>(
  url: string,
  body: unknown,
  method: 'POST' | 'DELETE' = 'POST',
): Promise<{ ok: true; data: Data } | { ok: false; message: string }> {
  try {
    const response = await fetch(url, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    const data = await response.json().catch(() => null)
    return response.ok ? { ok: true, data } : { ok: false, message: String(data?.error?.message ?? 'The server refused it.') }
  } catch {
    return { ok: false, message: 'The server cannot be reached. Try again when it is back.' }
  }
}
