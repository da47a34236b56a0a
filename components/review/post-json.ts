/** Sends JSON to one of our routes; the message is fit to show when it fails. */
export async function postJson(url: string, body: unknown): Promise<{ ok: true } | { ok: false; message: string }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (response.ok) return { ok: true }
    const answer = await response.json().catch(() => null)
    return { ok: false, message: String(answer?.error?.message ?? 'The server refused it.') }
  } catch {
    return { ok: false, message: 'The server cannot be reached. Try again when it is back.' }
  }
}
