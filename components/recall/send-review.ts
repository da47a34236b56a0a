import type { CardRating } from '#engine/recall/rating.ts'

type Sent = { readonly ok: true } | { readonly ok: false; readonly message: string; readonly gone: boolean }

async function send(method: 'POST' | 'DELETE', body?: object): Promise<Sent> {
  try {
    const response = await fetch('/api/cards/reviews', {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (response.ok) return { ok: true }
    const answer = await response.json().catch(() => null)
    return {
      ok: false,
      message: String(answer?.error?.message ?? 'The server did not take it. Try again.'),
      gone: response.status === 404,
    }
  } catch {
    return { ok: false, message: 'The server cannot be reached. Rate it again when it is back.', gone: false }
  }
}

/** Stores a review. A card that is gone from the server is passed over. */
export const sendReview = (key: string, rating: CardRating): Promise<Sent> => send('POST', { key, rating })
/** Takes the newest review back. */
export const takeBack = (): Promise<Sent> => send('DELETE')
