import 'server-only'
import type { z } from 'zod'
import { getCatalog } from '#catalog/catalog.ts'
import { lessonOrder } from '#engine/plan/plan.ts'
import { database } from '../db/client.ts'
import * as recall from './cards.ts'

async function deps(): Promise<recall.RecallDeps> {
  const catalog = await getCatalog()
  const order = new Map(lessonOrder(catalog.plan()).map((slug, index) => [slug, index]))
  const place = (lesson: string) => order.get(lesson) ?? Number.MAX_SAFE_INTEGER
  return {
    db: await database(),
    now: Date.now,
    cards: async () => catalog.cards().toSorted((a, b) => place(a.lesson) - place(b.lesson)),
    drillTitle: async slug => catalog.drill(slug)?.title ?? slug,
  }
}

/** What to go through now. */
export const recallSession = async (userId: string, minutes?: number) => recall.recallSession(await deps(), userId, minutes)
/** How a person stands with their cards. */
export const recallOverview = async (userId: string) => recall.recallOverview(await deps(), userId)
/** Stores one review. */
export const reviewCard = async (userId: string, input: z.infer<typeof recall.reviewInput>) =>
  recall.reviewCard(await deps(), userId, input)
/** Takes the newest review back. */
export const undoReview = async (userId: string) => recall.undoReview(await deps(), userId)
/** Adds a card that the person wrote. */
export const addOwnCard = async (userId: string, card: z.infer<typeof recall.ownCardInput>) =>
  recall.addOwnCard(await deps(), userId, card)
/** Makes a card of an estimate that went wrong. */
export const addSlipCard = async (userId: string, attemptId: string, target: string) =>
  recall.addSlipCard(await deps(), userId, attemptId, target)
/** Takes a card of one's own away. */
export const removeOwnCard = async (userId: string, id: string) => recall.removeOwnCard(await deps(), userId, id)
/** Reads Anki's text. */
export const importCards = async (userId: string, text: string) => recall.importCards(await deps(), userId, text)
/** Writes Anki's text. */
export const exportCards = async (userId: string) => recall.exportCards(await deps(), userId)
