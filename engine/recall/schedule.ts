import { createEmptyCard, type FSRS, type Card as FsrsCard, fsrs, type Grade, generatorParameters, Rating, State } from 'ts-fsrs'
import { z } from 'zod'
import type { CardRating } from './rating.ts'

/** What is kept of a card that was seen: the fields of ts-fsrs, with times in ms since the epoch. */
export const memorySchema = z.object({
  due: z.number(),
  stability: z.number(),
  difficulty: z.number(),
  scheduledDays: z.number(),
  learningSteps: z.number(),
  reps: z.number(),
  lapses: z.number(),
  state: z.enum(State),
  lastReview: z.number().nullable(),
})
export type Memory = z.infer<typeof memorySchema>

/** Nine of ten are to be recalled when they come due; no chance in it, so that two servers and two days agree. */
const scheduler: FSRS = fsrs(generatorParameters({ request_retention: 0.9, enable_fuzz: false, enable_short_term: true }))

const grades: Readonly<Record<CardRating, Grade>> = { 1: Rating.Again, 2: Rating.Hard, 3: Rating.Good, 4: Rating.Easy }

const toFsrs = (memory: Memory | null, nowMs: number): FsrsCard => {
  if (!memory) return createEmptyCard(new Date(nowMs))
  const { due, stability, difficulty, scheduledDays, learningSteps, reps, lapses, state, lastReview } = memory
  return {
    due: new Date(due),
    stability,
    difficulty,
    elapsed_days: 0,
    scheduled_days: scheduledDays,
    learning_steps: learningSteps,
    reps,
    lapses,
    state,
    ...(lastReview === null ? {} : { last_review: new Date(lastReview) }),
  }
}

const fromFsrs = (card: FsrsCard): Memory => ({
  due: card.due.getTime(),
  stability: card.stability,
  difficulty: card.difficulty,
  scheduledDays: card.scheduled_days,
  learningSteps: card.learning_steps,
  reps: card.reps,
  lapses: card.lapses,
  state: card.state,
  lastReview: card.last_review?.getTime() ?? null,
})

/** The memory of a card after a review at `nowMs` (ms since the epoch); null is a card that was never seen. The scheduling is that of ts-fsrs. */
export function review(memory: Memory | null, rating: CardRating, nowMs: number): Memory {
  return fromFsrs(scheduler.next(toFsrs(memory, nowMs), new Date(nowMs), grades[rating]).card)
}

/** For each rating, in how many ms the card would come back. */
export function previews(memory: Memory | null, nowMs: number): Readonly<Record<CardRating, number>> {
  const after = (rating: CardRating) => review(memory, rating, nowMs).due - nowMs
  return { 1: after(1), 2: after(2), 3: after(3), 4: after(4) }
}

/** The chance, 0 to 1, that the card is recalled at `nowMs`; 0 for one that was never seen. */
export function recallChance(memory: Memory | null, nowMs: number): number {
  if (!memory || memory.lastReview === null || memory.state === State.New) return 0
  return scheduler.get_retrievability(toFsrs(memory, nowMs), new Date(nowMs), false)
}
