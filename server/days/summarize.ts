import type { Level } from '#engine/drill/drill.ts'
import { type DaySummary, daySummary, type ScoredMock } from '#engine/interview/day-summary.ts'
import { type BegunPhase, phasesBegun } from '#engine/interview/phases-begun.ts'
import { type LevelScore, readReport, scoreReportSchema } from '#engine/rubric/score-report.ts'
import type { Scoring } from '#engine/rubric/scoring.ts'
import { type AttemptDeps, readPinned } from '../attempts/deps.ts'
import { whatWasHandedIn } from '../attempts/hand-in.ts'
import { spokenIn } from '../attempts/interviewer.ts'

/** What there is to say once it is over: the loop, and how each mock kept to its time. */
export type DayReview = {
  readonly summary: DaySummary
  readonly pacing: readonly {
    readonly place: number
    readonly minutes: number
    readonly usedMinutes: number
    readonly phases: readonly BegunPhase[]
  }[]
}

const levelsOnly = scoreReportSchema.pick({ levels: true })

/** What a stored score says of one level; null when there is no score. */
export function newestBand(stored: string | undefined, level: Level): LevelScore | null {
  if (stored === undefined) return null
  const parsed = levelsOnly.safeParse(JSON.parse(stored))
  return parsed.success ? parsed.data.levels[level] : null
}

/** Sums up the mocks of a day that were scored; null when none was. */
export async function summarize(
  deps: AttemptDeps,
  userId: string,
  level: Level,
  sat: readonly { readonly place: number; readonly attemptId: string }[],
): Promise<DayReview | null> {
  const mocks: ScoredMock[] = []
  let scoring: Scoring | undefined
  for (const { place, attemptId } of sat) {
    const row = await deps.db.attempt.findFirst({
      where: { id: attemptId, userId, handedInAt: { not: null } },
      include: { pinned: true, scores: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 } },
    })
    const stored = row?.scores[0]?.report
    const report = stored === undefined ? undefined : readReport(JSON.parse(stored))
    if (!row?.handedInAt || !report) continue
    const compiled = readPinned(row.pinned.json)
    scoring = compiled.scoring
    const { timeline } = await whatWasHandedIn(deps.db, row, row.pinned, deps.now())
    const minutes = row.minutes * (1 + row.extraTimePercent / 100)
    mocks.push({
      place,
      report,
      minutes,
      usedMinutes: (row.handedInAt.getTime() - row.startedAt.getTime()) / 60_000,
      phases: phasesBegun(compiled.drill.phases, minutes, timeline.firstMinutes),
      probes: (await spokenIn(deps.db, row)).probes,
    })
  }
  if (!scoring) return null
  return {
    summary: daySummary(mocks, level, scoring),
    pacing: mocks.map(({ place, minutes, usedMinutes, phases }) => ({ place, minutes, usedMinutes, phases })),
  }
}
