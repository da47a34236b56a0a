import type { SoundType } from '#engine/interview/recording.ts'

const text = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1')

/** What a file of sound is by its first bytes, whatever it was called; null when it is none that browsers record in. */
export function soundTypeOf(bytes: Uint8Array): SoundType | null {
  if (text(bytes, 0, 4) === 'OggS') return 'audio/ogg'
  if (text(bytes, 4, 8) === 'ftyp') return 'audio/mp4'
  // Matroska begins alike; a WebM says so in its header.
  if (text(bytes, 0, 4) === '\x1a\x45\xdf\xa3' && text(bytes, 4, 80).includes('webm')) return 'audio/webm'
  return null
}
