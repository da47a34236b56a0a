import 'server-only'
import type { Segment } from '#engine/interview/recording.ts'
import { database } from '../db/client.ts'
import { env } from '../env.ts'
import * as recordings from './recordings.ts'

const deps = async (): Promise<recordings.RecordingDeps> => ({
  db: await database(),
  now: Date.now,
  mostMegabytes: env().MAX_RECORDING_MB,
})

/** What the recordings of one attempt may hold here, in megabytes; 0 when none is kept. */
export const mostMegabytes = () => env().MAX_RECORDING_MB
/** Announces a stretch before its sound is sent. */
export const announceRecording = async (userId: string, attemptId: string, segment: Segment) =>
  recordings.announceRecording(await deps(), userId, attemptId, segment)
/** Keeps one part of its sound. */
export const keepPart = async (userId: string, attemptId: string, id: string, n: number, body: Uint8Array<ArrayBuffer>) =>
  recordings.keepPart(await deps(), userId, attemptId, id, n, body)
/** What is kept of an attempt. */
export const listRecordings = async (userId: string, attemptId: string) =>
  recordings.listRecordings(await deps(), userId, attemptId)
/** One recording, to be streamed. */
export const openRecording = async (userId: string, attemptId: string, id: string) =>
  recordings.openRecording(await deps(), userId, attemptId, id)
/** Deletes what is kept of an attempt. */
export const removeRecordings = async (userId: string, attemptId: string) =>
  recordings.removeRecordings(await deps(), userId, attemptId)
