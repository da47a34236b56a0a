/** One piece of evidence of how far something is mastered. */
export type Evidence = {
  /** How well it went, 0 to 1. */
  readonly value: number
  readonly weight: number
  /** Age in days; what is old counts less. Cards have no age: their value falls by itself. */
  readonly days?: number | undefined
}

/** After so many days a piece of evidence counts half. */
export const HALF_LIFE_DAYS = 45

/**
 * Mastery, 0 to 1: the mean of the evidence, each by its weight and halved every 45 days; null without evidence. It rises and falls on evidence alone:
 * a lesson that was only read is no evidence.
 */
export function masteryOf(evidence: readonly Evidence[]): number | null {
  let sum = 0
  let weights = 0
  for (const { value, weight, days = 0 } of evidence) {
    const counts = weight * 0.5 ** (Math.max(0, days) / HALF_LIFE_DAYS)
    sum += counts * Math.min(1, Math.max(0, value))
    weights += counts
  }
  return weights > 0 ? sum / weights : null
}

/** What counts towards the mastery of a lesson, and how much. Published in docs/progress.md. */
export const lessonWeights = { checks: 1, cards: 1, criteria: 2 } as const

export type LessonEvidence = {
  /** Of the checks that the lesson has; none answered: no evidence. */
  readonly checks: { readonly right: number; readonly answered: number; readonly all: number }
  /** Of the cards that were seen: the mean chance of recalling one, and how many of all that is. */
  readonly cards: { readonly seen: number; readonly all: number; readonly strength: number | null }
  /** Criteria of scored drills that point to the lesson. */
  readonly criteria: readonly { readonly earned: number; readonly possible: number; readonly days: number }[]
}

/** The mastery of a lesson's topic: its checks (those not answered yet count as wrong), its cards (those not seen count as forgotten), its criteria. */
export function lessonMastery({ checks, cards, criteria }: LessonEvidence): number | null {
  return masteryOf([
    ...(checks.answered > 0 ? [{ value: checks.right / Math.max(1, checks.all), weight: lessonWeights.checks }] : []),
    ...(cards.seen > 0 && cards.strength !== null
      ? [{ value: (cards.strength * cards.seen) / Math.max(1, cards.all), weight: lessonWeights.cards }]
      : []),
    ...criteria.flatMap(({ earned, possible, days }) =>
      possible > 0 ? [{ value: earned / possible, weight: (lessonWeights.criteria * possible) / 2, days }] : [],
    ),
  ])
}
