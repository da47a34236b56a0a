import { PART_BYTES } from '#engine/interview/recording.ts'
import type { DeviceSegment } from './recording-store.ts'

type Answer<Data> = { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly message: string }

async function send<Data>(url: string, init: RequestInit): Promise<Answer<Data>> {
  try {
    const response = await fetch(url, init)
    const data = await response.json().catch(() => null)
    return response.ok ? { ok: true, data } : { ok: false, message: String(data?.error?.message ?? 'The server refused it.') }
  } catch {
    return {
      ok: false,
      message: 'The server cannot be reached. What was sent is kept there, the rest here; try again when it is back.',
    }
  }
}

/** Sends one stretch, part by part; parts that the server has from an earlier try are not sent again. `onSent` gets the bytes that are there. */
export async function keepOnServer(
  attemptId: string,
  { sound, ...segment }: DeviceSegment,
  onSent: (bytes: number) => void,
): Promise<Answer<null>> {
  const url = `/api/attempts/${attemptId}/recordings`
  const announced = await send<{ missing: readonly number[] }>(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(segment),
  })
  if (!announced.ok) return announced
  for (const n of announced.data.missing) {
    const body = sound.slice(n * PART_BYTES, (n + 1) * PART_BYTES)
    const kept = await send(`${url}/${segment.id}/parts/${n}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body,
    })
    if (!kept.ok) return kept
    onSent(body.size)
  }
  return { ok: true, data: null }
}

/** Deletes what the server keeps of an attempt. */
export const deleteFromServer = (attemptId: string) => send(`/api/attempts/${attemptId}/recordings`, { method: 'DELETE' })
