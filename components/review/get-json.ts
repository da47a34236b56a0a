/** Reads JSON from one of our own routes, whose shape the caller knows; the message is fit to show when it fails. */
export async function getJson<Data>(
  url: string,
  signal?: AbortSignal,
): Promise<{ ok: true; data: Data } | { ok: false; message: string }> {
  try {
    const response = await fetch(url, signal ? { signal } : {})
    const data = await response.json()
    return response.ok ? { ok: true, data } : { ok: false, message: String(data?.error?.message ?? 'The server refused it.') }
  } catch {
    return { ok: false, message: 'The server cannot be reached. Try again when it is back.' }
  }
}
