import { unpack } from '../attempts/body.ts'
import type { AttemptDeps } from '../attempts/deps.ts'
import { whatWasHandedIn } from '../attempts/hand-in.ts'
import { loadAttempt } from '../attempts/load-attempt.ts'
import { mentorReviewsOf } from '../mentors/reviews.ts'
import { formatName, formatVersion } from './format.ts'

const byTime = [{ at: 'asc' as const }, { id: 'asc' as const }]

/** What the file does not hold, in words for whoever opens it. */
const notInHere = [
  'Passwords, sessions, sign-in providers, shared links and the address of the calendar: they belong to this server.',
  'The sound of recordings: each is named with its address on this server.',
  'The drill of an attempt that is still open: its answers stay on the server until it is handed in.',
  "What others did under their own accounts, but for a mentor's words on your attempts.",
]

/** Everything of one person in the format of docs/data.md. Null when there is no such person. */
export async function exportAll(deps: AttemptDeps, userId: string): Promise<Record<string, unknown> | null> {
  const withoutUser = { omit: { userId: true } } as const
  const user = await deps.db.user.findUnique({
    where: { id: userId },
    omit: { passwordHash: true, epoch: true },
    include: {
      lessons: { ...withoutUser, orderBy: { slug: 'asc' } },
      cardStates: { omit: { userId: true, due: true }, orderBy: { cardKey: 'asc' } },
      cardReviews: { ...withoutUser, orderBy: byTime },
      ownCards: { ...withoutUser, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
      checkAnswers: { ...withoutUser, orderBy: byTime },
      planChanges: { ...withoutUser, orderBy: { itemKey: 'asc' } },
      ticks: { ...withoutUser, orderBy: { itemKey: 'asc' } },
      sprints: {
        ...withoutUser,
        include: { answers: { omit: { sprintId: true }, orderBy: { place: 'asc' } } },
        orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
      },
      attempts: { select: { id: true }, orderBy: [{ startedAt: 'asc' }, { id: 'asc' }] },
      judgements: { where: { attempt: { userId: { not: userId } } }, ...withoutUser, orderBy: byTime },
      comments: { ...withoutUser, orderBy: byTime },
      days: {
        ...withoutUser,
        include: { mocks: { omit: { dayId: true }, orderBy: { place: 'asc' } } },
        orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      },
    },
  })
  if (!user) return null
  const { attempts: found, lessons, cardStates, cardReviews, ownCards, checkAnswers, planChanges, ticks, ...others } = user
  const { sprints, judgements, comments, days, ...profile } = others
  const attempts = []
  for (const { id } of found) {
    const one = await exportWhole(deps, userId, id)
    if (one) attempts.push(one)
  }
  return {
    format: `${formatName}${formatVersion}`,
    exportedAt: new Date(deps.now()).toISOString(),
    notInHere,
    profile,
    lessons,
    cards: {
      states: cardStates.map(({ state, ...rest }) => ({ ...rest, state: JSON.parse(state) })),
      reviews: cardReviews.map(({ before, ...rest }) => ({ ...rest, before: before === null ? null : JSON.parse(before) })),
      own: ownCards,
    },
    checks: checkAnswers,
    planChanges,
    ticks,
    sprints: sprints.map(exportSprint),
    drills: await pinnedBy(deps, attempts),
    attempts,
    days,
    mentoring: { judgements, comments },
  }
}

type Whole = NonNullable<Awaited<ReturnType<typeof exportWhole>>>

/** One attempt with all its rows. Its time may be over: then it is handed in on the way. */
async function exportWhole(deps: AttemptDeps, userId: string, attemptId: string) {
  const view = await loadAttempt(deps, userId, attemptId)
  const row =
    view &&
    (await deps.db.attempt.findFirst({
      where: { id: attemptId, userId },
      include: {
        pinned: true,
        revisions: { omit: { attemptId: true }, orderBy: { seq: 'asc' } },
        scores: { omit: { attemptId: true }, orderBy: byTime },
        selfAssessments: { omit: { attemptId: true }, orderBy: byTime },
        judgements: { where: { userId }, omit: { attemptId: true, userId: true }, orderBy: byTime },
        lateDrafts: { omit: { attemptId: true }, orderBy: byTime },
        notes: { omit: { attemptId: true }, orderBy: byTime },
        friendReviews: { omit: { attemptId: true }, orderBy: byTime },
        recordings: { omit: { attemptId: true }, orderBy: [{ startMs: 'asc' }, { id: 'asc' }] },
      },
    }))
  if (!view || !row) return null
  // This settles what a mock's interviewer had to say by then, so the events are read after it.
  const { timeline } = await whatWasHandedIn(deps.db, row, row.pinned, deps.now())
  const events = await deps.db.attemptEvent.findMany({ where: { attemptId }, omit: { attemptId: true }, orderBy: byTime })
  const { id, drillSlug, mode, level, minutes, extraTimePercent, pinnedHash } = row
  const { startedAt, endsAt, handedInAt, handedInBy, selfAssessments, judgements, notes } = row
  return {
    ...{ id, drillSlug, mode, level, minutes, extraTimePercent, pinnedHash, startedAt, endsAt, handedInAt, handedInBy },
    submission: view.submission,
    timeline,
    revisions: row.revisions.map(({ body, ...rest }) => ({ ...rest, body: JSON.parse(unpack(body)) })),
    events: events.map(({ json, ...rest }) => ({ ...rest, json: JSON.parse(json) })),
    scores: row.scores.map(({ report, ...rest }) => ({ ...rest, report: JSON.parse(report) })),
    selfAssessments,
    judgements,
    lateDrafts: row.lateDrafts.map(({ body, ...rest }) => ({ ...rest, submission: JSON.parse(unpack(body)) })),
    notes,
    friends: row.friendReviews.map(({ grades, ...rest }) => ({ ...rest, grades: JSON.parse(grades) })),
    mentors: await mentorReviewsOf(deps, userId, attemptId),
    recordings: row.recordings.map(r => ({ ...r, sound: `/api/attempts/${attemptId}/recordings/${r.id}` })),
  }
}

/** The drills that handed-in attempts were pinned to or scored by, private halves included: their scores show those already. */
async function pinnedBy({ db }: AttemptDeps, attempts: readonly Whole[]) {
  const hashes = new Set(
    attempts.flatMap(({ handedInAt, pinnedHash, scores }) =>
      handedInAt ? [pinnedHash, ...scores.map(({ content }) => content)] : [],
    ),
  )
  const rows = await db.pinnedDrill.findMany({ where: { hash: { in: [...hashes] } }, orderBy: { hash: 'asc' } })
  return rows.map(({ hash, json }) => ({ hash, drill: JSON.parse(json) }))
}

type StoredSprint = { readonly seed: bigint; readonly questions: string; readonly answers: readonly { readonly mark: string }[] }

/** A sprint as JSON: its questions and marks as they were shown; a big integer has no place in JSON. */
const exportSprint = <T extends StoredSprint>({ seed, questions, answers, ...rest }: T) => ({
  ...rest,
  seed: Number(seed),
  questions: JSON.parse(questions),
  answers: answers.map(({ mark, ...answer }) => ({ ...answer, mark: JSON.parse(mark) })),
})
