import { type Memory, recallChance } from './schedule.ts'

/** A card as a session sees it. */
export type Recallable = {
  readonly key: string
  readonly memory: Memory | null
  /** Whether a card that was never seen may be shown now: its lesson was read. */
  readonly ready: boolean
}

export type Session = {
  /** What to go through, in order. */
  readonly queue: readonly string[]
  /** What is due and was left out so that the session stays short; the likeliest to be remembered anyway. */
  readonly leftOut: number
  /** New cards that wait for another day. */
  readonly newLeft: number
}

/** Seconds that a card takes: half of what people need for prose, and numbers are typed. */
const SECONDS_A_CARD = 12

/** How many cards fit into so many minutes. */
export const cardsIn = (minutes: number): number => Math.max(1, Math.floor((minutes * 60) / SECONDS_A_CARD))

/**
 * The cards of one session at `nowMs`: those that are due, the likeliest forgotten first, then a few new ones in the order given. Never more than fit
 * into `minutes`, however long somebody was away: what is left out is counted, not piled up. New cards are at most a third of it while others are due.
 */
export function makeSession(cards: readonly Recallable[], nowMs: number, minutes = 5): Session {
  const most = cardsIn(minutes)
  const due = cards
    .flatMap(({ key, memory }) => (memory && memory.due <= nowMs ? [{ key, chance: recallChance(memory, nowMs) }] : []))
    .sort((a, b) => a.chance - b.chance || (a.key < b.key ? -1 : 1))
  const fresh = cards.filter(({ memory, ready }) => memory === null && ready)
  const newShare = due.length >= most ? Math.floor(most / 6) : Math.max(Math.floor(most / 3), most - due.length)
  const taken = fresh.slice(0, Math.min(newShare, most))
  const reviewed = due.slice(0, most - taken.length)
  return {
    queue: [...reviewed.map(({ key }) => key), ...taken.map(({ key }) => key)],
    leftOut: due.length - reviewed.length,
    newLeft: fresh.length - taken.length,
  }
}
