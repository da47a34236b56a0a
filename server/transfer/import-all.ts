import { type AttemptDeps, pinnedOf } from '../attempts/deps.ts'
import { computeScore, whatWasHandedIn } from '../attempts/hand-in.ts'
import type { Refusal } from '../attempts/refusal.ts'
import type { Queries } from '../db/client.ts'
import { log } from '../log.ts'
import { type ImportPlan, planImport, type Tally } from './plan-import.ts'
import { type ReadFile, readExportFile } from './read-file.ts'
import { chunks } from './settle-ids.ts'

export type ImportSummary = {
  readonly ok: true
  readonly tallies: readonly Tally[]
  /** In words: what the file names and an import leaves out. */
  readonly leftOut: readonly string[]
}

export type Imported = ImportSummary & {
  /** Scores that stay marked as imported. */
  readonly unproven: number
}

/** Reads a file and says what an import into this account would add. Writes nothing. */
export async function previewImport(deps: AttemptDeps, userId: string, bytes: Uint8Array): Promise<ImportSummary | Refusal> {
  const file = await readExportFile(bytes, deps.now())
  if (!file.ok) return file
  const planned = await planImport(deps.db, userId, file)
  return planned.ok ? { ok: true, tallies: planned.plan.tallies, leftOut: leftOutOf(file) } : planned
}

/**
 * Adds everything of a file that this account lacks, or nothing at all. With `settings` the level, the hours, the dates and the like are taken over,
 * too. A score counts as imported unless this engine computes the same bytes from what came with it.
 */
export async function importAll(
  deps: AttemptDeps,
  userId: string,
  bytes: Uint8Array,
  { settings }: { readonly settings: boolean },
): Promise<Imported | Refusal> {
  const file = await readExportFile(bytes, deps.now())
  if (!file.ok) return file
  const answer = await deps.db.$transaction(
    async tx => {
      // Holds the person's row, so that the same file sent twice at once is not planned twice.
      await tx.user.updateMany({ where: { id: userId }, data: { epoch: { increment: 0 } } })
      const planned = await planImport(tx, userId, file)
      if (planned.ok) await write(tx, userId, planned.plan, settings)
      return planned
    },
    { timeout: 120_000, maxWait: 20_000 },
  )
  if (!answer.ok) return answer
  const { tallies, scores } = answer.plan
  const proven = await proveScores(deps, userId, scores)
  log.info({ attempts: answer.plan.attempts.length, scores: scores.length, proven }, 'imported')
  return { ok: true, tallies, leftOut: leftOutOf(file), unproven: scores.length - proven }
}

const leftOutOf = ({ open }: ReadFile): readonly string[] => [
  ...(open > 0
    ? [`${open} ${open === 1 ? 'attempt that was' : 'attempts that were'} still open. Hand in there and export again.`]
    : []),
  'The sound of recordings, what mentors said, and what you said as a mentor: they stay on the server where they were made.',
]

async function write(tx: Queries, userId: string, plan: ImportPlan, settings: boolean): Promise<void> {
  if (settings) await tx.user.updateMany({ where: { id: userId }, data: plan.settings })
  const mine = <T extends object>(rows: readonly T[]) => rows.map(row => ({ ...row, userId }))

  const lessons = plan.lessons.map(({ slug }) => slug)
  for (const some of chunks(lessons)) await tx.lessonProgress.deleteMany({ where: { userId, slug: { in: some } } })
  for (const data of chunks(mine(plan.lessons))) await tx.lessonProgress.createMany({ data })
  const states = plan.cardStates.map(({ cardKey }) => cardKey)
  for (const some of chunks(states)) await tx.cardState.deleteMany({ where: { userId, cardKey: { in: some } } })
  for (const data of chunks(mine(plan.cardStates))) await tx.cardState.createMany({ data })
  const changes = plan.planChanges.map(({ itemKey }) => itemKey)
  for (const some of chunks(changes)) await tx.planChange.deleteMany({ where: { userId, itemKey: { in: some } } })
  for (const data of chunks(mine(plan.planChanges))) await tx.planChange.createMany({ data })

  for (const data of chunks(mine(plan.ticks))) await tx.checklistTick.createMany({ data })
  for (const data of chunks(mine(plan.ownCards))) await tx.ownCard.createMany({ data })
  const reviews = plan.cardReviews.map(row => ({ ...row, before: row.before && JSON.stringify(row.before) }))
  for (const data of chunks(mine(reviews))) await tx.cardReview.createMany({ data })
  for (const data of chunks(mine(plan.checkAnswers))) await tx.checkAnswer.createMany({ data })

  const sprints = plan.sprints.map(({ answers: _answers, seed, questions, ...row }) => ({
    ...row,
    seed: BigInt(seed),
    questions: JSON.stringify(questions),
  }))
  for (const data of chunks(mine(sprints))) await tx.sprint.createMany({ data })
  const answers = plan.sprints.flatMap(({ id, answers: given }) =>
    given.map(({ mark, ...answer }) => ({ ...answer, sprintId: id, mark: JSON.stringify(mark) })),
  )
  for (const data of chunks(answers)) await tx.sprintAnswer.createMany({ data })

  await writeAttempts(tx, userId, plan)

  for (const data of chunks(mine(plan.days.map(({ mocks: _mocks, ...day }) => day)))) await tx.interviewDay.createMany({ data })
  const mocks = plan.days.flatMap(({ id, mocks: planned }) => planned.map(mock => ({ ...mock, dayId: id })))
  for (const data of chunks(mocks)) await tx.interviewDayMock.createMany({ data })
}

/** Revisions are larger than other rows. */
const FEW = 200

async function writeAttempts(tx: Queries, userId: string, plan: ImportPlan): Promise<void> {
  for (const drill of plan.drills) await tx.pinnedDrill.upsert({ where: { hash: drill.hash }, create: drill, update: {} })
  const attempts = plan.attempts.map(a => ({
    ...{ id: a.id, userId, drillSlug: a.drillSlug, mode: a.mode, level: a.level, minutes: a.minutes, pinnedHash: a.pinnedHash },
    ...{ extraTimePercent: a.extraTimePercent, startedAt: a.startedAt, endsAt: a.endsAt },
    ...{ handedInAt: a.handedInAt, handedInBy: a.handedInBy, handedInRevisionId: a.revisions.at(-1)?.id ?? null },
    ...{ headId: a.revisions.at(-1)?.id ?? null, headSeq: a.revisions.length },
    ...a.counters,
  }))
  for (const data of chunks(attempts, FEW)) await tx.attempt.createMany({ data })
  for (const { id, revisions, lateDrafts } of plan.attempts) {
    for (const some of chunks(revisions, FEW))
      await tx.revision.createMany({ data: some.map(revision => ({ ...revision, attemptId: id })) })
    await tx.lateDraft.createMany({ data: lateDrafts.map(draft => ({ ...draft, attemptId: id })) })
  }
  for (const some of chunks(plan.events))
    await tx.attemptEvent.createMany({ data: some.map(row => ({ ...row, json: JSON.stringify(row.json) })) })
  for (const some of chunks(plan.scores, FEW))
    await tx.score.createMany({ data: some.map(row => ({ ...row, imported: true, report: JSON.stringify(row.report) })) })
  for (const data of chunks(plan.selfAssessments)) await tx.selfAssessment.createMany({ data })
  for (const some of chunks(plan.judgements)) await tx.judgement.createMany({ data: some.map(row => ({ ...row, userId })) })
  for (const data of chunks(plan.notes)) await tx.note.createMany({ data })
  for (const some of chunks(plan.friendReviews))
    await tx.friendReview.createMany({ data: some.map(row => ({ ...row, grades: JSON.stringify(row.grades) })) })
}

/** Computes imported scores again where this engine made them. Those that give the same bytes are as good as our own; answers how many. */
async function proveScores(deps: AttemptDeps, userId: string, scores: ImportPlan['scores']): Promise<number> {
  let proven = 0
  for (const { id, attemptId, engine, content, report } of scores) {
    if (engine !== deps.engine) continue
    try {
      const row = await deps.db.attempt.findFirst({ where: { id: attemptId, userId }, include: { pinned: true } })
      if (!row) continue
      const input = await whatWasHandedIn(deps.db, row, row.pinned, deps.now())
      const again = computeScore(deps, await pinnedOf(deps.db, content), input)
      if (again.report !== JSON.stringify(report)) continue
      await deps.db.score.updateMany({ where: { id, attempt: { userId } }, data: { imported: false } })
      proven += 1
    } catch (error) {
      // The drill came from outside: what our engine makes of it is its own affair, and the score stays marked.
      log.warn({ attemptId, error }, 'an imported score could not be computed again')
    }
  }
  return proven
}
