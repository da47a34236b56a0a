import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Segment, SoundType } from '#engine/interview/recording.ts'

type KeptSegment = { readonly attemptId: string; readonly id: string; readonly startMs: number; readonly type: SoundType }
type KeptChunk = {
  readonly attemptId: string
  readonly id: string
  readonly n: number
  /** From the start of the segment to the end of this chunk. */
  readonly endMs: number
  readonly sound: Blob
}

interface Schema extends DBSchema {
  segments: { key: [string, string]; value: KeptSegment }
  chunks: { key: [string, string, number]; value: KeptChunk }
}

/** A stretch that is on this device, with its sound. */
export type DeviceSegment = Segment & { readonly sound: Blob }

const open = (): Promise<IDBPDatabase<Schema>> =>
  openDB<Schema>('tenfold-recordings', 1, {
    upgrade(db) {
      db.createObjectStore('segments', { keyPath: ['attemptId', 'id'] })
      db.createObjectStore('chunks', { keyPath: ['attemptId', 'id', 'n'] })
    },
  })

async function within<Answer>(run: (db: IDBPDatabase<Schema>) => Promise<Answer>): Promise<Answer> {
  const db = await open()
  try {
    return await run(db)
  } finally {
    db.close()
  }
}

// An array is greater than any string in IndexedDB's order, so these bounds hold all keys that begin with the attempt's id.
const ofAttempt = (attemptId: string) => IDBKeyRange.bound([attemptId], [attemptId, []])

/** Keeps a chunk on this device, and its segment with the first. Rejects when the device is full or keeps nothing. */
export const keepChunk = (segment: KeptSegment, chunk: Pick<KeptChunk, 'n' | 'endMs' | 'sound'>): Promise<void> =>
  within(async db => {
    const { attemptId, id } = segment
    const tx = db.transaction(['segments', 'chunks'], 'readwrite', { durability: 'strict' })
    await Promise.all([
      tx.objectStore('segments').put(segment),
      tx.objectStore('chunks').put({ attemptId, id, ...chunk }),
      tx.done,
    ])
  })

/** What of an attempt is on this device; chunks that are not in an unbroken row from the first are left out, because they cannot be played. */
export const segmentsOnDevice = (attemptId: string): Promise<readonly DeviceSegment[]> =>
  within(async db => {
    const tx = db.transaction(['segments', 'chunks'])
    const [segments, chunks] = await Promise.all([
      tx.objectStore('segments').getAll(ofAttempt(attemptId)),
      tx.objectStore('chunks').getAll(ofAttempt(attemptId)),
    ])
    return segments.flatMap(({ id, startMs, type }) => {
      const own = chunks.filter(c => c.id === id).toSorted((a, b) => a.n - b.n)
      const row = own.filter((c, n) => c.n === n)
      const last = row.at(-1)
      if (!last) return []
      const sound = new Blob(
        row.map(c => c.sound),
        { type },
      )
      return [{ id, startMs, durationMs: Math.round(last.endMs), type, bytes: sound.size, sound }]
    })
  })

/** Deletes what of an attempt is on this device. */
export const deleteFromDevice = (attemptId: string): Promise<void> =>
  within(async db => {
    const tx = db.transaction(['segments', 'chunks'], 'readwrite')
    await Promise.all([
      tx.objectStore('segments').delete(ofAttempt(attemptId)),
      tx.objectStore('chunks').delete(ofAttempt(attemptId)),
      tx.done,
    ])
  })
