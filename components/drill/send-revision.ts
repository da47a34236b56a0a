import type { Draft, Head, SaveReply } from './autosave.ts'

/** A connection may hang without an end, as after a sleep; the same save is then sent again. */
const TIMEOUT_MS = 30_000
/** Browsers finish a request of a page that is closed up to 64 KiB. */
const KEEPALIVE_CHARACTERS = 50_000
/** An answer that took longer says nothing of what time it is: the computer may have slept meanwhile. */
const FRESH_MS = 5_000

/** Measures how long an answer takes, by both of the browser's clocks: one may stand during a sleep, the other may be set. */
export function stopwatch(): () => boolean {
  const wall = Date.now()
  const steady = performance.now()
  return () => Math.abs(Date.now() - wall) < FRESH_MS && performance.now() - steady < FRESH_MS
}

/** Sends one revision. Undefined means that the network or the server is gone and the draft must wait. */
export async function sendRevision(attemptId: string, draft: Draft): Promise<SaveReply | undefined> {
  try {
    const isFresh = stopwatch()
    const body = JSON.stringify(draft)
    const response = await fetch(`/api/attempts/${attemptId}/revisions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      keepalive: document.visibilityState === 'hidden' && body.length < KEEPALIVE_CHARACTERS,
    })
    // A proxy that asks to wait is no answer of ours.
    if (response.status >= 500 || response.status === 408 || response.status === 429) return undefined
    const answer = await response.json()
    if (response.ok) {
      const { revisionId, headId, savedAtMs, serverNowMs } = answer
      return { ok: true, revisionId, headId, savedAtMs, serverNowMs: isFresh() ? serverNowMs : undefined }
    }
    const { code, message, head, lateDraftKept } = answer.error ?? {}
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

export type Standing = {
  readonly handedIn: boolean
  /** The server does not show it to this browser, which is signed out perhaps. */
  readonly hidden: boolean
  /** Undefined when the answer took too long to say. */
  readonly serverNowMs: number | undefined
  readonly head: Head | undefined
}

/** Where the attempt stands on the server; undefined when it cannot be reached. */
export async function readStanding(attemptId: string): Promise<Standing | undefined> {
  try {
    const isFresh = stopwatch()
    const response = await fetch(`/api/attempts/${attemptId}`, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (response.status === 401 || response.status === 404)
      return { handedIn: false, hidden: true, serverNowMs: undefined, head: undefined }
    if (!response.ok) return undefined
    const { headId, savedAtMs, handedInAtMs, serverNowMs, submission } = await response.json()
    return {
      handedIn: typeof handedInAtMs === 'number',
      hidden: false,
      serverNowMs: isFresh() ? serverNowMs : undefined,
      head: headId && submission ? { id: headId, savedAtMs: savedAtMs ?? 0, submission } : undefined,
    }
  } catch {
    return undefined
  }
}
