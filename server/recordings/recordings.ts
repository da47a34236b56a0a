import { PART_BYTES, partCount, partLength, type Segment, segmentSchema, soundTypes } from '#engine/interview/recording.ts'
import type { AttemptDeps } from '../attempts/deps.ts'
import { attemptNotFound, type Refusal, refuse } from '../attempts/refusal.ts'
import type { Queries } from '../db/client.ts'
import { soundTypeOf } from './sound-type.ts'

/** What recordings need from outside: `mostMegabytes` is what those of one attempt may hold together; 0 keeps none. */
export type RecordingDeps = Pick<AttemptDeps, 'db' | 'now'> & { readonly mostMegabytes: number }

/** A person's recordings may hold as much as those of so many attempts. */
export const PERSON_TIMES = 10
const MB = 1_000_000

const recordingNotFound = refuse(404, 'not-found', 'There is no such recording in your account.')

/**
 * Announces a stretch of a handed-in attempt before its sound is sent. Announced again it changes nothing, and the answer names the parts that are still
 * missing. Refuses what is larger than an attempt's or a person's recordings may be.
 */
export async function announceRecording(
  { db, now, mostMegabytes }: RecordingDeps,
  userId: string,
  attemptId: string,
  segment: Segment,
): Promise<{ ok: true; missing: readonly number[] } | Refusal> {
  if (mostMegabytes === 0)
    return refuse(409, 'not-kept', 'This Tenfold keeps no recordings (MAX_RECORDING_MB is 0). Yours stays on this device.')
  const { id, startMs, durationMs, type, bytes } = segment
  return db.$transaction(async tx => {
    // Holds the person's row, so that two windows cannot both take the last megabyte.
    await tx.user.updateMany({ where: { id: userId }, data: { epoch: { increment: 0 } } })
    const attempt = await tx.attempt.findFirst({ where: { id: attemptId, userId }, select: { handedInAt: true } })
    if (!attempt) return attemptNotFound
    if (!attempt.handedInAt) return refuse(409, 'open', 'Hand the attempt in first; then its recording can be kept here.')
    const known = await tx.recording.findFirst({
      where: { id, attemptId, attempt: { userId } },
      include: { parts: { select: { n: true } } },
    })
    if (known?.bytes === bytes) {
      const here = new Set(known.parts.map(({ n }) => n))
      return { ok: true as const, missing: partsOf(bytes).filter(n => !here.has(n)) }
    }
    if (known) await tx.recording.deleteMany({ where: { id, attemptId, attempt: { userId } } })
    const most = mostMegabytes * MB
    if ((await sizeOf(tx, userId, attemptId)) + bytes > most)
      return refuse(
        413,
        'too-large',
        `The recordings of one attempt may hold ${mostMegabytes} MB on this server; with this one they would hold more. It stays on this device.`,
      )
    if ((await sizeOf(tx, userId)) + bytes > most * PERSON_TIMES)
      return refuse(
        413,
        'quota',
        `Your recordings may hold ${mostMegabytes * PERSON_TIMES} MB on this server; with this one they would hold more. Delete those of another attempt on its replay page.`,
      )
    await tx.recording.create({ data: { id, attemptId, startMs, durationMs, type, bytes, at: new Date(now()) } })
    return { ok: true as const, missing: partsOf(bytes) }
  })
}

const partsOf = (bytes: number) => Array.from({ length: partCount(bytes) }, (_, n) => n)

async function sizeOf(tx: Queries, userId: string, attemptId?: string): Promise<number> {
  const where = { attempt: { userId }, ...(attemptId === undefined ? {} : { attemptId }) }
  const { _sum } = await tx.recording.aggregate({ where, _sum: { bytes: true } })
  return _sum.bytes ?? 0
}

/** Keeps one part of an announced recording. The first must begin as sound of the announced type does. A part sent twice is one. */
export async function keepPart(
  { db }: RecordingDeps,
  userId: string,
  attemptId: string,
  id: string,
  n: number,
  body: Uint8Array<ArrayBuffer>,
): Promise<{ ok: true; whole: boolean } | Refusal> {
  const recording = await db.recording.findFirst({ where: { id, attemptId, attempt: { userId } } })
  if (!recording) return recordingNotFound
  const wanted = partLength(recording.bytes, n)
  if (wanted === 0) return refuse(400, 'invalid', `Part ${n}: the recording has ${partCount(recording.bytes)} parts, from 0 on.`)
  if (body.length !== wanted)
    return refuse(400, 'invalid', `Part ${n} holds ${body.length} bytes and must hold ${wanted}. Send it again.`)
  if (n === 0 && soundTypeOf(body) !== recording.type)
    return refuse(400, 'not-sound', `This is not ${recording.type}: its first bytes are of something else.`)
  const recordingId = id
  await db.recordingPart.upsert({
    where: { attemptId_recordingId_n: { attemptId, recordingId, n } },
    create: { attemptId, recordingId, n, body },
    update: {},
  })
  const here = await db.recordingPart.count({ where: { attemptId, recordingId, recording: { attempt: { userId } } } })
  const whole = here === partCount(recording.bytes)
  if (whole) await db.recording.updateMany({ where: { id, attemptId, attempt: { userId } }, data: { whole } })
  return { ok: true, whole }
}

/** The recordings of this person's attempt that are here as a whole, in the order of the sitting; none of an attempt of somebody else. */
export async function listRecordings(
  { db }: Pick<RecordingDeps, 'db'>,
  userId: string,
  attemptId: string,
): Promise<readonly Segment[]> {
  const rows = await db.recording.findMany({
    where: { attemptId, whole: true, attempt: { userId } },
    orderBy: [{ startMs: 'asc' }, { id: 'asc' }],
    select: { id: true, startMs: true, durationMs: true, type: true, bytes: true },
  })
  return rows.map(row => segmentSchema.parse(row))
}

/** One recording of this person that is here as a whole, or null; `read` gives its bytes from one to another, both in it, a part at a time. */
export async function openRecording({ db }: RecordingDeps, userId: string, attemptId: string, id: string) {
  const row = await db.recording.findFirst({ where: { id, attemptId, whole: true, attempt: { userId } } })
  const type = soundTypes.find(t => t === row?.type)
  if (!row || !type) return null
  async function* read(from: number, to: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for (let n = Math.floor(from / PART_BYTES); n * PART_BYTES <= to; n += 1) {
      const part = await db.recordingPart.findFirst({
        where: { attemptId, recordingId: id, n, recording: { attempt: { userId } } },
        select: { body: true },
      })
      // It was deleted while it was heard.
      if (!part) return
      yield part.body.subarray(Math.max(0, from - n * PART_BYTES), Math.min(part.body.length, to + 1 - n * PART_BYTES))
    }
  }
  return { type, bytes: row.bytes, read }
}

/** Deletes all recordings of this person's attempt from the server. Deleting none is no error. */
export async function removeRecordings(
  { db }: RecordingDeps,
  userId: string,
  attemptId: string,
): Promise<{ ok: true; removed: number } | Refusal> {
  if ((await db.attempt.count({ where: { id: attemptId, userId } })) === 0) return attemptNotFound
  const { count } = await db.recording.deleteMany({ where: { attemptId, attempt: { userId } } })
  return { ok: true, removed: count }
}
