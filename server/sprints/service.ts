import 'server-only'
import { randomInt } from 'node:crypto'
import type { z } from 'zod'
import { getCatalog } from '#catalog/catalog.ts'
import { database } from '../db/client.ts'
import * as sprints from './sprints.ts'

const deps = async (): Promise<sprints.SprintDeps> => ({
  db: await database(),
  now: Date.now,
  random: () => randomInt(2 ** 31) / 2 ** 31,
  templates: async () => (await getCatalog()).sprints(),
})

/** Starts a sprint of five minutes. */
export const startSprint = async (userId: string) => sprints.startSprint(await deps(), userId)
/** One sprint, or null when it is not this person's. */
export const loadSprint = async (userId: string, id: string) => sprints.loadSprint(await deps(), userId, id)
/** Marks one answer, once. */
export const answerSprint = async (userId: string, id: string, input: z.infer<typeof sprints.answerInput>) =>
  sprints.answerSprint(await deps(), userId, id, input)
/** Newest first. */
export const listSprints = async (userId: string) => sprints.listSprints(await deps(), userId)
