import type { Level } from '#engine/drill/drill.ts'
import type { Pacing } from '#engine/interview/pacing.ts'
import { type CalibrationRow, calibration, type StatedRange } from '#engine/plan/calibration.ts'
import { lessonMastery, masteryOf } from '#engine/plan/mastery.ts'
import { type Readiness, readiness } from '#engine/plan/readiness.ts'
import type { CatalogCard } from '#engine/recall/card.ts'
import { readReport, type ScoreReport } from '#engine/rubric/score-report.ts'
import type { Scoring } from '#engine/rubric/scoring.ts'
import { evaluateExpression, evaluateWorksheet } from '#engine/worksheet/worksheet.ts'
import { submissionAtHead } from '../attempts/history.ts'
import { paceOf } from '../attempts/pace.ts'
import { sittingOf } from '../attempts/sitting-of.ts'
import type { Database } from '../db/client.ts'
import { type RecallDeps, recallOverview } from '../recall/cards.ts'
import { checkStandingWith } from './checks.ts'

const DAY_MS = 86_400_000
/** The pace is taken from so many of the newest timed sittings: each is walked through revision by revision. */
const PACED = 6

export type ProgressDeps = {
  readonly db: Database
  readonly now: () => number
  readonly cards: () => Promise<readonly CatalogCard[]>
  readonly lessons: readonly { readonly slug: string; readonly title: string; readonly checks: readonly string[] }[]
  readonly scoring: Scoring
  readonly drillTitle: (slug: string) => Promise<string>
}

type Scored = {
  readonly id: string
  readonly drillSlug: string
  readonly mode: string
  readonly level: Level
  readonly atMs: number
  readonly report: ScoreReport
}

export type SlipCount = { readonly id: string; readonly times: number; readonly lastMs: number; readonly explanation: string }

export type Progress = {
  /** Newest last. */
  readonly attempts: readonly {
    readonly id: string
    readonly drillSlug: string
    readonly mode: string
    readonly atMs: number
    readonly scores: Readonly<Record<Level, number | null>>
  }[]
  readonly readiness: Readonly<Record<Level, Readiness & { readonly bar: number }>>
  readonly dimensions: readonly {
    readonly id: string
    readonly title: string
    readonly mastery: number | null
    readonly sittings: number
  }[]
  readonly topics: readonly {
    readonly slug: string
    readonly title: string
    readonly mastery: number | null
    readonly read: boolean
  }[]
  readonly calibration: readonly CalibrationRow[]
  readonly pace: readonly {
    readonly title: string
    readonly planned: number
    readonly spent: number
    readonly sittings: number
  }[]
  readonly quietShare: number | null
  readonly slips: readonly SlipCount[]
  readonly week: {
    readonly lessons: number
    readonly attempts: number
    readonly reviews: number
    readonly recalled: number
    readonly sprints: number
    readonly best: { readonly id: string; readonly drillSlug: string; readonly score: number } | null
  }
}

/** How a person stands, from what they did: everything follows from stored evidence by published rules (docs/progress.md). */
export async function progressOf(deps: ProgressDeps, userId: string): Promise<Progress> {
  const { db, scoring } = deps
  const nowMs = deps.now()
  const days = (ms: number) => (nowMs - ms) / DAY_MS
  const rows = await db.attempt.findMany({
    where: { userId, handedInAt: { not: null } },
    orderBy: [{ handedInAt: 'asc' }, { id: 'asc' }],
    include: { scores: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1, select: { report: true } } },
  })
  const scored = rows.flatMap((row): Scored[] => {
    const stored = row.scores[0]?.report
    const report = stored === undefined ? undefined : readReport(JSON.parse(stored))
    if (!report || !row.handedInAt) return []
    const { id, drillSlug, mode, level } = sittingOf(row)
    return [{ id, drillSlug, mode, level, atMs: row.handedInAt.getTime(), report }]
  })
  const timed = scored.filter(({ mode }) => mode !== 'practice')
  const scoreAt = ({ report }: Scored, level: Level) => report.levels[level].score
  const ready = (level: Level) => {
    const sittings = timed.flatMap(one => {
      const score = scoreAt(one, level)
      return score === null ? [] : [{ score, days: days(one.atMs) }]
    })
    return { ...readiness(sittings, scoring.bands.at), bar: scoring.bands.at }
  }
  const [recall, checks, lessons, slips, week, stated] = await Promise.all([
    recallOverview(recallDeps(deps), userId),
    checkStandingWith(deps, userId),
    db.lessonProgress.findMany({ where: { userId, doneAt: { not: null } }, select: { slug: true } }),
    slipsOf(deps, userId, scored),
    weekOf(deps, userId, scored),
    rangesOf(deps, scored, rows),
  ])
  const read = new Set(lessons.map(({ slug }) => slug))
  const byLesson = new Map(recall.lessons.map(one => [one.lesson, one]))
  const criteria = newestOfDrill(scored).flatMap(one =>
    one.report.criteria.flatMap(({ lesson, earned, possible, tier }) =>
      lesson !== null && tier === 'verified' ? [{ lesson, earned, possible, days: days(one.atMs) }] : [],
    ),
  )
  return {
    attempts: scored.map(one => ({
      id: one.id,
      drillSlug: one.drillSlug,
      mode: one.mode,
      atMs: one.atMs,
      scores: { L6: scoreAt(one, 'L6'), L7: scoreAt(one, 'L7') },
    })),
    readiness: { L6: ready('L6'), L7: ready('L7') },
    dimensions: scoring.dimensions.map(({ id, title }) => {
      const evidence = scored.flatMap(({ report, atMs }) => {
        const found = report.dimensions.find(d => d.id === id)
        return found && found.possible > 0
          ? [{ value: found.earned / found.possible, weight: found.possible, days: days(atMs) }]
          : []
      })
      return { id, title, mastery: masteryOf(evidence), sittings: evidence.length }
    }),
    topics: deps.lessons.map(({ slug, title, checks: all }) => {
      const mine = checks.filter(c => c.lesson === slug && all.includes(c.check))
      const cards = byLesson.get(slug)
      const mastery = lessonMastery({
        checks: { right: mine.filter(c => c.right).length, answered: mine.length, all: all.length },
        cards: { seen: cards?.seen ?? 0, all: cards?.all ?? 0, strength: cards?.strength ?? null },
        criteria: criteria.filter(c => c.lesson === slug),
      })
      return { slug, title, mastery, read: read.has(slug) }
    }),
    calibration: calibration(stated),
    ...(await paceOfAll(deps, rows)),
    slips,
    week,
  }
}

const recallDeps = ({ db, now, cards, drillTitle }: ProgressDeps): RecallDeps => ({ db, now, cards, drillTitle })

/** The newest score of each drill: what was mended since is not held against anybody. */
const newestOfDrill = (scored: readonly Scored[]): readonly Scored[] => [
  ...new Map(scored.map(one => [one.drillSlug, one])).values(),
]

type Row = Parameters<typeof paceOf>[1]

async function paceOfAll({ db }: ProgressDeps, rows: readonly Row[]): Promise<Pick<Progress, 'pace' | 'quietShare'>> {
  const sums = new Map<string, { planned: number; spent: number; sittings: number }>()
  let [quiet, all] = [0, 0]
  for (const row of rows.filter(({ mode }) => mode !== 'practice').slice(-PACED)) {
    const pinned = await db.pinnedDrill.findUniqueOrThrow({ where: { hash: row.pinnedHash } })
    const pacing: Pacing = await paceOf(db, row, pinned)
    quiet += pacing.quiet
    all += pacing.quiet + pacing.elsewhere
    for (const { title, planned, spent } of pacing.phases) {
      const sum = sums.get(title) ?? { planned: 0, spent: 0, sittings: 0 }
      sums.set(title, { planned: sum.planned + planned, spent: sum.spent + spent, sittings: sum.sittings + 1 })
      all += spent
    }
  }
  const pace = [...sums].map(([title, { planned, spent, sittings }]) => ({
    title,
    planned: planned / sittings,
    spent: spent / sittings,
    sittings,
  }))
  return { pace, quietShare: all > 0 ? quiet / all : null }
}

/** Mistakes that were made more than once, in drills and sprints, the most frequent first. */
async function slipsOf({ db }: ProgressDeps, userId: string, scored: readonly Scored[]): Promise<readonly SlipCount[]> {
  const sprints = await db.sprintAnswer.findMany({
    where: { sprint: { userId }, slip: { not: null } },
    select: { slip: true, at: true },
  })
  const made = [
    ...scored.flatMap(({ report, atMs }) => report.estimates.flatMap(({ slip }) => (slip ? [{ ...slip, atMs }] : []))),
    ...sprints.flatMap(({ slip, at }) => (slip === null ? [] : [{ id: slip, explanation: '', atMs: at.getTime() }])),
  ]
  const counts = new Map<string, SlipCount>()
  for (const { id, explanation, atMs } of made) {
    const before = counts.get(id)
    counts.set(id, {
      id,
      times: (before?.times ?? 0) + 1,
      lastMs: Math.max(before?.lastMs ?? 0, atMs),
      explanation: explanation || (before?.explanation ?? ''),
    })
  }
  return [...counts.values()].filter(({ times }) => times > 1).sort((a, b) => b.times - a.times || b.lastMs - a.lastMs)
}

async function weekOf({ db, now }: ProgressDeps, userId: string, scored: readonly Scored[]): Promise<Progress['week']> {
  const since = new Date(now() - 7 * DAY_MS)
  const [lessons, reviews, recalled, sprints] = await Promise.all([
    db.lessonProgress.count({ where: { userId, doneAt: { gte: since } } }),
    db.cardReview.count({ where: { userId, at: { gte: since }, undoneAt: null } }),
    db.cardReview.count({ where: { userId, at: { gte: since }, undoneAt: null, rating: { gt: 1 } } }),
    db.sprint.count({ where: { userId, startedAt: { gte: since } } }),
  ])
  const lately = scored.filter(({ atMs }) => atMs >= since.getTime())
  const best = lately
    .flatMap(({ id, drillSlug, level, report }) => {
      const { score } = report.levels[level]
      return score === null ? [] : [{ id, drillSlug, score }]
    })
    .reduce<Progress['week']['best']>((top, one) => (top && top.score >= one.score ? top : one), null)
  return { lessons, attempts: lately.length, reviews, recalled, sprints, best }
}

/** The ranges that were stated with a confidence, beside what they should have held. Only sittings whose report has both are read. */
async function rangesOf({ db }: ProgressDeps, scored: readonly Scored[], rows: readonly Row[]): Promise<readonly StatedRange[]> {
  const byId = new Map(rows.map(row => [row.id, row]))
  const found: StatedRange[] = []
  for (const { id, report } of scored) {
    const row = byId.get(id)
    if (!row) continue
    const submission = await submissionAtHead(db, row)
    const sure = submission.answers.filter(({ confidence, stated }) => confidence !== undefined && /\.\.| to /.test(stated))
    if (sure.length === 0) continue
    const scope = Object.fromEntries(
      [...evaluateWorksheet(submission.worksheet).values].map(([name, { quantity }]) => [name, quantity]),
    )
    for (const { target, stated, confidence } of sure) {
      const estimate = report.estimates.find(e => e.target === target)
      const truth = estimate?.recomputed ?? estimate?.reference
      const [low, high] = endsOf(stated).map(text => {
        const read = evaluateExpression(text, { given: scope })
        return read.ok ? read.value.quantity.base : undefined
      })
      if (truth === null || truth === undefined || low === undefined || high === undefined || confidence === undefined) continue
      found.push({ low, high, confidence, truth })
    }
  }
  return found
}

/** The two ends of a range as it was written; a unit that stands at its end alone is that of both: `25..35 TB`. */
function endsOf(stated: string): readonly string[] {
  const [low = '', high = ''] = stated.split(/\.\.| to /).map(text => text.trim())
  const unit = high.replace(/^[-\d.,\s]+/, '')
  return [/^[-\d.,\s]+$/.test(low) ? `${low} ${unit}`.trim() : low, high]
}
