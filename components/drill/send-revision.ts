import type { Draft, SaveReply } from './autosave.ts'

/** Sends one revision. Undefined means that the network or the server is gone and the draft must wait. */
export async function sendRevision(attemptId: string, draft: Draft): Promise<SaveReply | undefined> {
  try {
    const response = await fetch(`/api/attempts/${attemptId}/revisions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(draft),
    })
    if (response.status >= 500) return undefined
    const body = await response.json()
    if (response.ok) return { ok: true, revisionId: body.revisionId, savedAtMs: body.savedAtMs, serverNowMs: body.serverNowMs }
    const { code, message, head, lateDraftKept } = body.error ?? {}
    return {
      ok: false,
      code: response.status === 401 ? 'signed-out' : String(code ?? 'refused'),
      message: String(message ?? 'The server refused this save.'),
      head,
      lateDraftKept,
    }
  } catch {
    return undefined
  }
}
