import { stringify } from 'yaml'
import { z } from 'zod'
import {
  type Agreement,
  agreementByDimension,
  agreementOf,
  decided,
  isDecided,
  type JudgedPair,
} from '#engine/rubric/agreement.ts'
import { appealTest } from '#engine/rubric/proof/appeal-test.ts'
import type { RubricTest } from '#engine/rubric/proof/rubric-tests.ts'
import { readReport, type ScoreReport } from '#engine/rubric/score-report.ts'
import type { Queries } from '../db/client.ts'
import { newId } from '../id.ts'
import { type AttemptDeps, readPinned } from './deps.ts'
import { whatWasHandedIn } from './hand-in.ts'
import { attemptNotFound, type Refusal, refuse } from './refusal.ts'

export const judgementInput = z.strictObject({
  criterionId: z.string().min(1).max(100).describe('The criterion that is judged'),
  verdict: z.enum(decided, 'must be met, partly or missed').nullable().describe("The reader's own; null takes it back"),
  reason: z.string().trim().max(2000, 'A reason may have 2,000 characters. Shorten it.').default(''),
  appealed: z.boolean().default(false).describe('The engine judged it wrongly'),
})
export type JudgementInput = z.infer<typeof judgementInput>

/** A reader's newest verdict on a criterion. */
export type JudgementView = {
  readonly criterionId: string
  readonly verdict: (typeof decided)[number]
  readonly reason: string
  readonly appealed: boolean
  readonly atMs: number
}

const storedVerdict = z.enum(decided).nullable().catch(null)

/** The newest verdict of one reader on each criterion of an attempt; those taken back are left out. The caller has checked who may see them. */
export async function judgementsOf(db: Queries, attemptId: string, userId: string): Promise<readonly JudgementView[]> {
  const rows = await db.judgement.findMany({ where: { attemptId, userId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
  return [...new Map(rows.map(row => [row.criterionId, row])).values()].flatMap(row => {
    const verdict = storedVerdict.parse(row.verdict)
    return verdict
      ? [{ criterionId: row.criterionId, verdict, reason: row.reason, appealed: row.appealed, atMs: row.at.getTime() }]
      : []
  })
}

/** Adds one verdict of one reader. The caller has checked that this reader may. PostgreSQL keeps no NUL in a text. */
export const addJudgement = (deps: AttemptDeps, attemptId: string, userId: string, input: JudgementInput) =>
  deps.db.judgement.create({
    data: { id: newId(), attemptId, userId, at: new Date(deps.now()), ...input, reason: input.reason.replaceAll('\0', '') },
  })

/** Keeps the candidate's own verdict beside the engine's, with the reason. Each change is one more row. */
export async function saveJudgement(
  deps: AttemptDeps,
  userId: string,
  attemptId: string,
  input: JudgementInput,
): Promise<{ ok: true } | Refusal> {
  const found = await newestReport(deps, userId, attemptId)
  if (!found.ok) return found
  const criterion = found.report.criteria.find(({ id }) => id === input.criterionId)
  if (!criterion) return refuse(400, 'unknown-criterion', `The score has no criterion "${input.criterionId}". Reload the page.`)
  if (input.verdict !== null && input.reason === '')
    return refuse(400, 'invalid', `Say why "${criterion.question}" is ${input.verdict}: the reason is what can be argued about.`)
  if (input.appealed && (input.verdict === null || input.verdict === criterion.verdict))
    return refuse(400, 'invalid', "An appeal needs another verdict than the engine's. Choose one, or take the appeal away.")
  await addJudgement(deps, attemptId, userId, input)
  return { ok: true }
}

async function newestReport(
  deps: AttemptDeps,
  userId: string,
  attemptId: string,
): Promise<{ ok: true; report: ScoreReport; content: string } | Refusal> {
  const row = await deps.db.attempt.findFirst({
    where: { id: attemptId, userId },
    select: { handedInAt: true, scores: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 } },
  })
  if (!row) return attemptNotFound
  if (!row.handedInAt) return refuse(409, 'open', 'Hand the attempt in first, then judge it.')
  const [score] = row.scores
  const report = score && readReport(JSON.parse(score.report))
  return score && report
    ? { ok: true, report, content: score.content }
    : refuse(409, 'no-score', 'There is no score yet. Score the attempt again first.')
}

/** The criteria that both a reader and the engine decided. */
export function pairsOf(judgements: readonly JudgementView[], report: ScoreReport): readonly JudgedPair[] {
  const engine = new Map(report.criteria.map(c => [c.id, c]))
  return judgements.flatMap(({ criterionId, verdict }) => {
    const c = engine.get(criterionId)
    return c && isDecided(c.verdict) ? [{ criterion: c.id, dimension: c.dimension, mine: verdict, theirs: c.verdict }] : []
  })
}

export type OwnVerdicts = {
  readonly judgements: readonly JudgementView[]
  readonly dimensions: readonly (Agreement & { readonly id: string; readonly title: string })[]
  /** Of every attempt with verdicts of this person's own, oldest first. */
  readonly trend: readonly (Agreement & { readonly attemptId: string; readonly drillSlug: string; readonly atMs: number })[]
}

/** This person's verdicts on an attempt of theirs, and how far they agree with the engine, here and over all attempts. */
export async function ownVerdicts(deps: AttemptDeps, userId: string, attemptId: string): Promise<OwnVerdicts | null> {
  const found = await newestReport(deps, userId, attemptId)
  if (!found.ok) return null
  const judgements = await judgementsOf(deps.db, attemptId, userId)
  const judged = await deps.db.attempt.findMany({
    where: { userId, handedInAt: { not: null }, judgements: { some: { userId } } },
    orderBy: { startedAt: 'asc' },
    select: {
      id: true,
      drillSlug: true,
      handedInAt: true,
      scores: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1, select: { report: true } },
    },
  })
  const trend = []
  for (const { id, drillSlug, handedInAt, scores } of judged) {
    const report = scores[0] && readReport(JSON.parse(scores[0].report))
    const agreement = report && agreementOf(pairsOf(await judgementsOf(deps.db, id, userId), report))
    if (agreement && agreement.judged > 0)
      trend.push({ attemptId: id, drillSlug, atMs: handedInAt?.getTime() ?? 0, ...agreement })
  }
  return { judgements, dimensions: agreementByDimension(pairsOf(judgements, found.report), found.report.dimensions), trend }
}

/** The appeals of an attempt as test cases for the rubric's author. */
export type Appeals = {
  readonly format: 'tenfold/appeals/1'
  readonly drill: string
  readonly content: string
  readonly engine: string
  readonly appeals: readonly {
    readonly criterion: string
    readonly question: string
    readonly given: string
    readonly because: string
    readonly test: RubricTest
  }[]
}

/** What this person appeals in an attempt of theirs; null when there is no such attempt, or no score. */
export async function appealsOf(deps: AttemptDeps, userId: string, attemptId: string): Promise<Appeals | null> {
  const found = await newestReport(deps, userId, attemptId)
  const row = found.ok && (await deps.db.attempt.findFirst({ where: { id: attemptId, userId }, include: { pinned: true } }))
  if (!row || !found.ok) return null
  const { report } = found
  const scoredBy = await deps.db.pinnedDrill.findUniqueOrThrow({ where: { hash: found.content } })
  const { criteria } = readPinned(scoredBy.json)
  const sitting = await whatWasHandedIn(deps.db, row, row.pinned, deps.now())
  const judgements = await judgementsOf(deps.db, attemptId, userId)
  return {
    format: 'tenfold/appeals/1',
    drill: report.drill,
    content: report.content,
    engine: report.engine,
    appeals: judgements.flatMap(judgement => {
      const criterion = criteria.find(({ id }) => id === judgement.criterionId)
      const judged = report.criteria.find(({ id }) => id === judgement.criterionId)
      if (!judgement.appealed || !criterion || !judged) return []
      const { question, verdict, reason } = judged
      return [
        {
          criterion: criterion.id,
          question,
          given: verdict,
          because: reason,
          test: appealTest(criterion, judged, sitting, judgement),
        },
      ]
    }),
  }
}

const comment = (text: string) => `# ${text.replace(/\s+/g, ' ')}`

/** Appeals as a `tests.yaml` of the drill: `tenfold rubric test` runs it as it is. */
export function appealsToYaml({ drill, content, engine, appeals }: Appeals): string {
  const head = [
    `Appeals against the rubric of ${drill}. Put the tests into content/drills/${drill}/tests.yaml; those that are right fail until the rubric is mended.`,
    `Scored by engine ${engine}, content ${content}.`,
    ...appeals.map(a => `${a.criterion}: "${a.question}" was ${a.given}, because: ${a.because}`),
  ]
  return `${head.map(comment).join('\n')}\n${stringify({ tests: appeals.map(({ test }) => test) }, { lineWidth: 120, aliasDuplicateObjects: false })}`
}
