import { z } from 'zod'

/** What browsers record in, and a server keeps. */
export const soundTypes = ['audio/webm', 'audio/mp4', 'audio/ogg'] as const
export type SoundType = (typeof soundTypes)[number]

const DAY_MS = 24 * 60 * 60_000
const ms = z.int('must be a whole number of milliseconds').min(0, 'must not be less than 0').max(DAY_MS, 'must be within a day')

/** A stretch of a sitting that was recorded without a break. A pause or a reload begins the next one. */
export const segmentSchema = z.strictObject({
  id: z.uuid('must be an id that the browser made').describe('Made by the browser'),
  startMs: ms.describe('When it begins, from the start of the sitting'),
  durationMs: ms.describe('How long it lasts'),
  type: z.enum(soundTypes, `must be one of ${soundTypes.join(', ')}`),
  bytes: z.int().min(1, 'must hold something').describe('The size of its sound'),
})
export type Segment = z.infer<typeof segmentSchema>

/** Sound is sent and kept in pieces of so many bytes: what any server and proxy lets through. */
export const PART_BYTES = 524_288

/** How many pieces the sound of so many bytes has. */
export const partCount = (bytes: number) => Math.ceil(bytes / PART_BYTES)
/** How long piece `n`, from 0, is; 0 when there is no such piece. */
export const partLength = (bytes: number, n: number) => Math.max(0, Math.min(PART_BYTES, bytes - n * PART_BYTES))

type Stretch = Pick<Segment, 'id' | 'startMs' | 'durationMs'>

/** Stretches in the order of the sitting. */
export const inOrder = <S extends Stretch>(segments: readonly S[]): readonly S[] =>
  segments.toSorted((a, b) => a.startMs - b.startMs || (a.id < b.id ? -1 : 1))

/**
 * What is heard at a moment of the sitting: the stretch and how far into it. Of two that overlap, as two windows may record, the one that began
 * last. Where nothing was recorded, the next stretch from its beginning, with `waits`; null when none follows.
 */
export function soundAt<S extends Stretch>(
  segments: readonly S[],
  sittingMs: number,
): { readonly segment: S; readonly offsetMs: number; readonly waits: boolean } | null {
  const ordered = inOrder(segments)
  const within = ordered.findLast(s => sittingMs >= s.startMs && sittingMs < s.startMs + s.durationMs)
  if (within) return { segment: within, offsetMs: sittingMs - within.startMs, waits: false }
  const next = ordered.find(s => s.startMs > sittingMs)
  return next ? { segment: next, offsetMs: 0, waits: true } : null
}

/** The moment of the sitting that is so far into a stretch; never past its end. */
export const sittingMsOf = ({ startMs, durationMs }: Stretch, offsetMs: number): number =>
  startMs + Math.min(durationMs, Math.max(0, offsetMs))

/** The stretch that is heard after one has ended: the next whose end lies beyond; undefined at the last. */
export function nextStretch<S extends Stretch>(segments: readonly S[], ended: Stretch): S | undefined {
  const end = ended.startMs + ended.durationMs
  return inOrder(segments).find(s => s.id !== ended.id && s.startMs >= ended.startMs && s.startMs + s.durationMs > end)
}

/** Bytes `from` to `to`, both in it, of a file; `whole` when the request names no range that we know. */
export type ByteRange = { readonly is: 'whole' } | { readonly is: 'part'; from: number; to: number } | { readonly is: 'outside' }

/** Reads the header `Range` of a request for a file of `size` bytes (RFC 9110, 14.2). Of several ranges at once none is served: all of it is. */
export function readRange(header: string | null, size: number): ByteRange {
  const read = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  const [, first = '', last = ''] = read ?? []
  if (!read || (first === '' && last === '')) return { is: 'whole' }
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (first !== '' && last !== '' && Number(last) < Number(first)) return { is: 'whole' }
  return from >= size || (first === '' && Number(last) === 0) ? { is: 'outside' } : { is: 'part', from, to }
}

/** `3:07`, or `1:02:30` from an hour on: a moment of the sitting. */
export function momentWords(sittingMs: number): string {
  const seconds = Math.max(0, Math.floor(sittingMs / 1000))
  const two = (n: number) => String(n).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
