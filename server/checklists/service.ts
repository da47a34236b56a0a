import 'server-only'
import type { z } from 'zod'
import { getCatalog } from '#catalog/catalog.ts'
import { database } from '../db/client.ts'
import * as checklists from './checklists.ts'

async function deps(): Promise<checklists.ChecklistDeps> {
  const catalog = await getCatalog()
  return { db: await database(), now: Date.now, lists: catalog.checklists(), levelOf: slug => catalog.drill(slug)?.level }
}

/** Where a person stands with a list. */
export const checklistOf = async (userId: string, list: string, attempt: string | null = null) =>
  checklists.checklistOf(await deps(), userId, list, attempt)

/** Ticks an item by hand, or takes that back. */
export const tickItem = async (userId: string, input: z.infer<typeof checklists.tickInput>) =>
  checklists.tickItem(await deps(), userId, input)
