import { z } from 'zod'
import type { Submission } from '#engine/design/submission.ts'
import { type Level, levels } from '#engine/drill/drill.ts'
import { readReport, type ScoreReport } from '#engine/rubric/score-report.ts'
import { countTry, limits } from '../auth/rate-limit.ts'
import { newId } from '../id.ts'
import { hashToken, newToken } from '../token.ts'
import { type AttemptDeps, readPinned } from './deps.ts'
import { submissionAtHead } from './history.ts'
import { attemptNotFound, type Refusal, refuse } from './refusal.ts'

const TOKEN_BYTES = 32
const DAY_MS = 24 * 3_600_000
/** More open links than this nobody can keep in mind. */
const MOST = 20

export const shareInput = z.strictObject({
  days: z.union([z.literal(7), z.literal(30), z.literal(365)], 'must be 7, 30 or 365 days').describe('How long the link works'),
})

export type ShareLinkView = {
  readonly id: string
  readonly createdAtMs: number
  readonly expiresAtMs: number
  readonly state: 'open' | 'revoked' | 'expired'
}

const stateOf = ({ revokedAt, expiresAt }: { revokedAt: Date | null; expiresAt: Date }, nowMs: number) =>
  revokedAt ? 'revoked' : expiresAt.getTime() > nowMs ? 'open' : 'expired'

/** Makes a read-only link to this person's scored attempt. The token is answered once and stored only as its hash. */
export async function createShareLink(
  deps: AttemptDeps,
  userId: string,
  attemptId: string,
  { days }: z.infer<typeof shareInput>,
): Promise<{ ok: true; id: string; token: string; expiresAtMs: number } | Refusal> {
  const now = new Date(deps.now())
  const row = await deps.db.attempt.findFirst({
    where: { id: attemptId, userId },
    select: {
      handedInAt: true,
      _count: { select: { scores: true, shareLinks: { where: { revokedAt: null, expiresAt: { gt: now } } } } },
    },
  })
  if (!row) return attemptNotFound
  if (!row.handedInAt || row._count.scores === 0)
    return refuse(409, 'no-score', 'There is no score to show yet. Hand the attempt in first.')
  if (row._count.shareLinks >= MOST)
    return refuse(409, 'too-many', `An attempt may have ${MOST} open links. Take one back first.`)
  const token = newToken(TOKEN_BYTES)
  const id = newId()
  const expiresAtMs = deps.now() + days * DAY_MS
  await deps.db.shareLink.create({
    data: { id, attemptId, tokenHash: hashToken(token), createdAt: now, expiresAt: new Date(expiresAtMs) },
  })
  return { ok: true, id, token, expiresAtMs }
}

/** The links of this person's attempt, newest first. */
export async function listShareLinks(deps: AttemptDeps, userId: string, attemptId: string): Promise<readonly ShareLinkView[]> {
  const rows = await deps.db.shareLink.findMany({
    where: { attemptId, attempt: { userId } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map(row => ({
    id: row.id,
    createdAtMs: row.createdAt.getTime(),
    expiresAtMs: row.expiresAt.getTime(),
    state: stateOf(row, deps.now()),
  }))
}

/** Takes a link of this person's attempt back, at once and for good. */
export async function revokeShareLink(
  deps: AttemptDeps,
  userId: string,
  attemptId: string,
  linkId: string,
): Promise<{ ok: true } | Refusal> {
  const { count } = await deps.db.shareLink.updateMany({
    where: { id: linkId, attemptId, attempt: { userId }, revokedAt: null },
    data: { revokedAt: new Date(deps.now()) },
  })
  if (count > 0 || (await deps.db.shareLink.count({ where: { id: linkId, attemptId, attempt: { userId } } })) > 0)
    return { ok: true }
  return refuse(404, 'not-found', 'There is no such link to an attempt of yours.')
}

/** What a visitor with a link sees: the scored attempt, nothing of the account behind it. */
export type SharedAttempt = {
  readonly title: string
  readonly mode: string
  readonly level: Level
  readonly handedInAtMs: number
  readonly submission: Submission
  readonly report: ScoreReport
  /** What the level is expected to show, by dimension. */
  readonly expects: Readonly<Record<string, string>>
}

export type OpenedLink =
  | { readonly state: 'open'; readonly attempt: SharedAttempt }
  | { readonly state: 'revoked' | 'expired' | 'unknown' }
  | { readonly state: 'limited'; readonly waitMs: number }

const level = z.enum(levels)

/** Opens a link for whoever has it; `address` is only used to slow down guessing. */
export async function openShareLink(
  deps: AttemptDeps & { readonly secret: string },
  token: string,
  address: string,
): Promise<OpenedLink> {
  const waitMs = await countTry(deps, limits.sharedByAddress, address)
  if (waitMs > 0) return { state: 'limited', waitMs }
  const link = await deps.db.shareLink.findUnique({
    where: { tokenHash: hashToken(token.slice(0, 200)) },
    include: { attempt: { include: { pinned: true, scores: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 } } } },
  })
  if (!link) return { state: 'unknown' }
  const state = stateOf(link, deps.now())
  if (state !== 'open') return { state }
  const { attempt } = link
  const report = attempt.scores[0] && readReport(JSON.parse(attempt.scores[0].report))
  if (!report || !attempt.handedInAt) return { state: 'unknown' }
  const { drill, scoring } = readPinned(attempt.pinned.json)
  const aim = level.parse(attempt.level)
  return {
    state,
    attempt: {
      title: drill.title,
      mode: attempt.mode,
      level: aim,
      expects: Object.fromEntries(scoring.dimensions.flatMap(d => (d.expects ? [[d.id, `${aim}: ${d.expects[aim]}`]] : []))),
      handedInAtMs: attempt.handedInAt.getTime(),
      submission: await submissionAtHead(deps.db, attempt),
      report,
    },
  }
}
