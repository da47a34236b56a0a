import { type ComparedCriterion, compareReports } from '#engine/rubric/compare-reports.ts'
import { readReport, type ScoreReport } from '#engine/rubric/score-report.ts'
import type { AttemptDeps } from './deps.ts'

export type ScoreInHistory = {
  readonly id: string
  readonly atMs: number
  readonly engine: string
  readonly content: string
  /** It came in a file and could not be computed again here. */
  readonly imported: boolean
  readonly report: ScoreReport
  /** What came out differently from the score before; null for the first. */
  readonly changes: readonly ComparedCriterion[] | null
}

export type ScoreHistory = {
  /** What changed since the newest score; null when scoring again would give the same. */
  readonly outdated: { readonly engine: { readonly from: string; readonly to: string } | null; readonly drill: boolean } | null
  /** Oldest first: the first is the score at hand-in. */
  readonly scores: readonly ScoreInHistory[]
}

/** All scores of this person's attempt, each beside the one before, and whether the engine or the drill changed since. Null when it has none. */
export async function scoreHistory(deps: AttemptDeps, userId: string, attemptId: string): Promise<ScoreHistory | null> {
  const row = await deps.db.attempt.findFirst({
    where: { id: attemptId, userId, handedInAt: { not: null } },
    select: { drillSlug: true, scores: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } },
  })
  const newest = row?.scores.at(-1)
  if (!row || !newest) return null
  const scores: ScoreInHistory[] = []
  for (const { id, at, engine, content, imported, report: stored } of row.scores) {
    const report = readReport(JSON.parse(stored))
    const before = scores.at(-1)
    if (report)
      scores.push({
        id,
        atMs: at.getTime(),
        engine,
        content,
        imported,
        report,
        changes: before ? compareReports(before.report, report) : null,
      })
  }
  const current = await deps.findDrill(row.drillSlug)
  const engine = newest.engine === deps.engine ? null : { from: newest.engine, to: deps.engine }
  const drill = current !== undefined && current.hash !== newest.content
  return { outdated: engine || drill ? { engine, drill } : null, scores }
}
